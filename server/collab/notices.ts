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

function nearlyFull({ key }: LiveDocument): ServerNotice {
  return { type: 'documentNearlyFull', document: key };
}

function isDraft({ key }: LiveDocument): boolean {
  return key.startsWith('draft/');
}

/** Tells that a document is nearly full: everyone on the board, and of a draft who has that open. */
export function noticeFull(engine: Hocuspocus<CollabContext>, full: LiveDocument): void {
  const notice = nearlyFull(full);
  if (isDraft(full))
    engine.documents.get(`board/${full.boardId}/${full.key}`)?.broadcastStateless(JSON.stringify(notice));
  else noticeBoard(engine, full.boardId, notice);
}

/** Tells who comes in what the others were told: that the store fails, and what is nearly full. */
export function firstNotices(journal: Journal, live: LiveDocuments): Extension<CollabContext> {
  const failing: ServerNotice = { type: 'storeUnavailable' };
  return {
    extensionName: 'firstNotices',
    connected: async ({ connection, context }) => {
      const { link } = context;
      if (link?.ref.kind !== 'frame' && link?.ref.kind !== 'draft') return;
      const ofBoard = [...live].filter(([, { boardId, isNearlyFull }]) => isNearlyFull && boardId === link.boardId);
      const isOnFrame = link.ref.kind === 'frame';
      const full = ofBoard.filter(([name, each]) => (isOnFrame ? !isDraft(each) : name === link.documentName));
      const isFailing = isOnFrame && journal.state() === 'failing';
      const notices = [...(isFailing ? [failing] : []), ...full.map(([, each]) => nearlyFull(each))];
      for (const notice of notices) connection.sendStateless(JSON.stringify(notice));
    },
  };
}
