import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A wire between a program and a server that a test can cut. */
export interface TcpProxy {
  readonly port: number;
  /** Cuts what is connected and lets nobody through until `mend`. */
  readonly cut: () => void;
  readonly mend: () => void;
  /** Keeps connections but lets nothing through any more, in either direction, until they are cut. */
  readonly freeze: () => void;
  /** What is connected now hears and says nothing any more, and is not told so; who comes anew gets through. */
  readonly lose: () => void;
  /** Who comes from now on, until `mend`, gets to this port instead. Cuts what is connected. */
  readonly divert: (port: number) => void;
  /** From now on everything takes this long in either direction, in order; 0 lets it through at once. */
  readonly delay: (ms: number) => void;
  /** Cuts the connection that sends this text, after it was passed on: the answer never arrives. Once. */
  readonly cutAfter: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Writes to a socket, each piece this long after the one before it at least. */
function inOrder(socket: Socket, delayMs: () => number): (data: Buffer) => void {
  const waiting: Buffer[] = [];
  const next = (): void => {
    const data = waiting.shift();
    if (data && !socket.destroyed) socket.write(data);
    if (waiting.length > 0) setTimeout(next, delayMs());
  };
  return (data) => {
    if (waiting.length === 0 && delayMs() === 0) {
      if (!socket.destroyed) socket.write(data);
      return;
    }
    waiting.push(data);
    if (waiting.length === 1) setTimeout(next, delayMs());
  };
}

export async function tcpProxy(host: string, port: number): Promise<TcpProxy> {
  const pairs = new Set<readonly [Socket, Socket]>();
  const lost = new WeakSet<readonly [Socket, Socket]>();
  let open = true;
  let frozen = false;
  let target = port;
  let delayMs = 0;
  let trap: { text: string; sprung: () => void } | undefined;

  const server = createServer((client) => {
    if (!open) {
      client.destroy();
      return;
    }
    const upstream = connect(target, host);
    const pair = [client, upstream] as const;
    pairs.add(pair);
    const isMute = (): boolean => frozen || lost.has(pair);
    const end = (): void => {
      pairs.delete(pair);
      client.destroy();
      upstream.destroy();
    };
    for (const socket of pair) socket.on('error', end).on('close', end);
    const toClient = inOrder(client, () => delayMs);
    const toServer = inOrder(upstream, () => delayMs);
    upstream.on('data', (data) => {
      if (!isMute()) toClient(data);
    });
    client.on('data', (data) => {
      if (isMute()) return;
      const caught = trap && data.includes(trap.text) ? trap : undefined;
      toServer(data);
      if (!caught) return;
      trap = undefined;
      // Answers are swallowed, and the other side keeps its connection long enough to do what it was asked.
      upstream.removeAllListeners('data');
      upstream.once('data', () => {
        caught.sprung();
        end();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cutAll = (): void => {
    for (const pair of pairs) for (const socket of pair) socket.destroy();
  };

  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      open = false;
      cutAll();
    },
    mend: () => {
      open = true;
      frozen = false;
      target = port;
    },
    freeze: () => {
      frozen = true;
    },
    lose: () => {
      for (const pair of pairs) lost.add(pair);
    },
    divert: (other) => {
      target = other;
      cutAll();
    },
    delay: (ms) => {
      delayMs = ms;
    },
    cutAfter: (text) =>
      new Promise((resolve) => {
        trap = { text, sprung: resolve };
      }),
    close: async () => {
      cutAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
