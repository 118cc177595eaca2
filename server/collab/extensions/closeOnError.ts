import type { Extension } from '@hocuspocus/server';
import { CLOSE } from '../../../shared/protocol/live.ts';
import type { CollabContext } from '../documentLink.ts';

/** The provider sends this code when it closes a document itself. */
const BY_PROVIDER = 1000;

/**
 * Where the engine stumbles over a message it closes that document only: the provider then looks connected and never
 * sends again. So the whole socket is closed, with a reason.
 */
export function closeOnError(): Extension<CollabContext> {
  return {
    extensionName: 'closeOnError',
    connected: async ({ connection, context }) => {
      connection.onClose((_document, event) => {
        if (event && event.code !== BY_PROVIDER && !context.socket.dead) context.socket.close(CLOSE.malformed);
      });
    },
  };
}
