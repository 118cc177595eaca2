import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import { CLOSE } from '../../shared/protocol/live.ts';
import { COMPRESSION } from './bigMessages.ts';
import type { CloseReason } from './closeReason.ts';
import type { SocketIdentity } from './liveSocket.ts';

/** A place at which sockets come in. */
export interface Door {
  /** Whether a cookie says who it is: then it must come from our own pages. Who shows a token may come from anywhere. */
  readonly byCookie: boolean;
  /**
   * Browsers do not tell a page why an upgrade failed, so who is not let in for a reason that the page must know is let
   * in and closed. Programs are told by the status.
   */
  readonly answersByStatus: boolean;
  /** Undefined for nobody that is known. */
  readonly identify: () => Promise<SocketIdentity | undefined>;
  /** Why they may not come in here now, though they are known; undefined when they may. */
  readonly refusalFor?: (identity: SocketIdentity) => CloseReason | undefined;
  readonly enter: (ws: WebSocket, identity: SocketIdentity) => void;
}

export interface Upgrades {
  /** Turns new sockets away; those that are there stay. */
  readonly stop: () => void;
  /** Resolves when every socket is closed, or the time is over. */
  readonly closed: (withinMs: number) => Promise<void>;
}

/** Lets websockets in at the doors that there are, and only for who is known there. */
export function acceptUpgrades(deps: {
  readonly server: Server;
  /** Values of `Origin` that may connect. */
  readonly origins: ReadonlySet<string>;
  readonly messageBytes: number;
  /** The door that a request asks for; undefined when there is none. */
  readonly doorOf: (request: IncomingMessage) => Door | undefined;
  /** Why this person may not have one more socket; undefined when they may. */
  readonly refusalFor: (identity: SocketIdentity) => CloseReason | undefined;
  readonly logger: Logger;
}): Upgrades {
  const websockets = new WebSocketServer({
    noServer: true,
    maxPayload: deps.messageBytes,
    perMessageDeflate: COMPRESSION,
  });
  let stopped = false;

  const upgrade = async (door: Door, request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    if (stopped) return refuse(socket, '503 Service Unavailable');
    if (door.byCookie && !deps.origins.has(request.headers.origin ?? '')) return refuse(socket, '403 Forbidden');
    let identity: SocketIdentity | undefined;
    try {
      identity = await door.identify();
    } catch (error) {
      deps.logger.error({ err: error }, 'live: who comes in could not be read');
      return refuse(socket, '503 Service Unavailable');
    }
    // Who was looked up while the server began to stop would be closed by nobody, and hold it up for ever.
    if (stopped) return refuse(socket, '503 Service Unavailable');
    const refusal = identity ? (deps.refusalFor(identity) ?? door.refusalFor?.(identity)) : CLOSE.signedOut;
    if (refusal && door.answersByStatus) {
      return refuse(socket, refusal === CLOSE.signedOut ? '401 Unauthorized' : '429 Too Many Requests');
    }
    websockets.handleUpgrade(request, socket, head, (ws) => {
      if (identity && !refusal) return door.enter(ws, identity);
      ws.on('error', () => undefined);
      ws.close(refusal?.code, refusal?.reason);
      setTimeout(() => ws.terminate(), 1_000).unref();
    });
  };

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    // First of all: Node has taken its own listener off, and an error that nobody hears ends the process.
    socket.on('error', () => socket.destroy());
    const door = deps.doorOf(request);
    if (!door) {
      // In development Vite listens too; where nobody else does, nobody would ever answer.
      if (deps.server.listenerCount('upgrade') === 1) refuse(socket, '404 Not Found');
      return;
    }
    upgrade(door, request, socket, head).catch((error: unknown) => {
      deps.logger.error({ err: error }, 'live: an upgrade failed');
      socket.destroy();
    });
  };
  deps.server.on('upgrade', onUpgrade);

  return {
    stop: () => {
      stopped = true;
    },
    closed: async (withinMs) => {
      const sockets = [...websockets.clients];
      const all = Promise.all(
        sockets.map((ws) => ws.readyState === ws.CLOSED || new Promise((resolve) => ws.once('close', resolve))),
      );
      await Promise.race([all, new Promise((resolve) => setTimeout(resolve, withinMs).unref())]);
      for (const ws of websockets.clients) ws.terminate();
    },
  };
}

function refuse(socket: Duplex, status: string): void {
  // Destroyed once it is sent: a client that never closes its half must not keep the socket, nor hold up a stop.
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () => socket.destroy());
}
