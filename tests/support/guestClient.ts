import type { WebSocket } from 'ws';
import { TestClient } from './collabClient.ts';
import type { TestGuest } from './guests.ts';
import { waitFor } from './waitFor.ts';

/** A message as it came over a guest's socket, unpacked, with when it came. */
export interface Frame {
  readonly at: number;
  readonly bytes: Buffer;
}

/** A guest's tab: the board open over a real socket, each message that comes on it kept. */
export interface GuestTab {
  readonly guest: TestGuest;
  readonly client: TestClient;
  readonly frames: Frame[];
  /** When each of its connections closed. */
  readonly closedAt: number[];
}

interface Address {
  readonly url: string;
  /** Of the product's pages, where that is another. */
  readonly origin?: string;
}

/** Opens every document that the server says a guest may read, as the product's page does. */
export async function openTab(server: Address, guest: TestGuest, boardId: string): Promise<GuestTab> {
  const url = `${server.url.replace(/^http/, 'ws')}/collab`;
  const { origin = server.url } = server;
  const client = new TestClient(url, undefined, { cookie: guest.cookie(), origin, isUnqueued: true });
  const frames: Frame[] = [];
  const closedAt: number[] = [];
  const watched = new Set<unknown>();
  // Each connection is another websocket; it is watched before its first message.
  client.socket.on('open', () => {
    const ws = client.socket.webSocket as unknown as WebSocket;
    if (watched.has(ws)) return;
    watched.add(ws);
    ws.on('message', (data: ArrayBuffer | Buffer) =>
      frames.push({ at: performance.now(), bytes: Buffer.from(data as ArrayBuffer) }),
    );
    ws.on('close', () => closedAt.push(performance.now()));
  });
  const { generation, schema, documents } = (await guest.get(`/boards/${boardId}`)).body;
  const token = JSON.stringify({ generation, schema });
  const opened = (documents as { name: string }[]).map(({ name }) => client.open(name, token));
  await waitFor(`${guest.name} has the board`, () => opened.every(({ provider }) => provider.isSynced));
  return { guest, client, frames, closedAt };
}
