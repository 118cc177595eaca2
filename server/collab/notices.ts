import type { Extension, Hocuspocus } from '@hocuspocus/server';
import { FRAME } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { documentName } from '../../shared/doc/names.ts';
import type { ServerNotice } from '../../shared/protocol/live.ts';
import type { Journal } from '../db/journal.ts';
import type { CollabContext } from './documentLink.ts';

/** Tells everyone on a board something, over its frame. */
export function noticeBoard(engine: Hocuspocus<CollabContext>, boardId: Id, notice: ServerNotice): void {
  engine.documents.get(documentName(boardId, FRAME))?.broadcastStateless(JSON.stringify(notice));
}

/** Tells everyone on every board. */
export function noticeAll(engine: Hocuspocus<CollabContext>, notice: ServerNotice): void {
  for (const [name, document] of engine.documents) {
    if (name.endsWith('/frame')) document.broadcastStateless(JSON.stringify(notice));
  }
}

/** Tells who comes in while the store fails that it does. */
export function storeNotice(journal: Journal): Extension<CollabContext> {
  const failing: ServerNotice = { type: 'storeUnavailable' };
  return {
    extensionName: 'storeNotice',
    connected: async ({ connection, context }) => {
      if (context.link?.ref.kind === 'frame' && journal.state() === 'failing') {
        connection.sendStateless(JSON.stringify(failing));
      }
    },
  };
}
