import type { Connection, Document, Extension } from '@hocuspocus/server';
import type { CollabContext, DocumentLink } from '../documentLink.ts';
import type { LiveDocuments } from '../liveDocuments.ts';
import type { Presence } from '../presence.ts';
import { Stopped } from '../refusal.ts';

/**
 * Follows a document on a socket from its opening to the end of its last message, which may come after the socket's:
 * someone who types and closes the laptop has sent more than was handled.
 */
export function linkLife(deps: {
  readonly live: LiveDocuments;
  readonly presence: Presence;
}): Extension<CollabContext> {
  const begin = (link: DocumentLink, connection: Connection<CollabContext>): void => {
    if (link.connection) return;
    link.bind(connection);
    deps.live.get(link.documentName)?.links.add(link);
    link.socket.opened(connection.messageAddress, link);
    const closed = (): void => {
      deps.presence.left(link);
      link.socket.closed(connection.messageAddress, link);
      // Cut off by us: nothing of it is handled any more, and nobody may wait for it.
      if (link.socket.cutOff) link.finishTurns();
    };
    // Closed already, by a message that came before the document was open.
    if (isOpen(connection.document, connection)) connection.onClose(closed);
    else closed();
  };

  return {
    extensionName: 'linkLife',
    connected: async ({ connection, context }) => {
      if (context.link) begin(context.link, connection);
    },
    // The first message may be handled before the engine says that it is connected.
    beforeHandleMessage: async ({ connection, context }) => {
      if (context.link) begin(context.link, connection);
    },
    // After the last message was handled, or dropped.
    onDisconnect: async ({ context, documentName }) => {
      const { link } = context;
      if (!link) return;
      link.finishTurns();
      deps.live.get(documentName)?.links.delete(link);
    },
    beforeUnloadDocument: async ({ documentName }) => {
      if ((deps.live.get(documentName)?.links.size ?? 0) > 0) throw new Stopped();
    },
  };
}

function isOpen(document: Document, connection: Connection<CollabContext>): boolean {
  return document.hasConnection(connection);
}
