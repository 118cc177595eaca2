import type { Extension, Hocuspocus } from '@hocuspocus/server';
import { FRAME } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { documentName } from '../../shared/doc/names.ts';
import type { ServerNotice } from '../../shared/protocol/live.ts';
import type { Journal } from '../db/journal.ts';
import type { CollabContext } from './documentLink.ts';
import type { LiveDocument, LiveDocuments } from './liveDocuments.ts';

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

export function nearlyFull({ key }: LiveDocument): ServerNotice {
  return { type: 'documentNearlyFull', document: key };
}

/** Tells who comes in what the others were told: that the store fails, and what is nearly full. */
export function firstNotices(journal: Journal, live: LiveDocuments): Extension<CollabContext> {
  const failing: ServerNotice = { type: 'storeUnavailable' };
  return {
    extensionName: 'firstNotices',
    connected: async ({ connection, context }) => {
      const { link } = context;
      if (link?.ref.kind !== 'frame') return;
      const full = [...live.values()].filter(({ boardId, isNearlyFull }) => isNearlyFull && boardId === link.boardId);
      const notices = [...(journal.state() === 'failing' ? [failing] : []), ...full.map(nearlyFull)];
      for (const notice of notices) connection.sendStateless(JSON.stringify(notice));
    },
  };
}
