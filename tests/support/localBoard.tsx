import type { ReactNode } from 'react';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { type BoardSession, boardSession } from '../../client/board/boardSession.ts';
import type { DocumentSet, DocumentSetHandlers } from '../../client/board/documentSet.ts';
import type { DocumentSlot } from '../../client/board/documentSlot.ts';
import { LiveBoardContext } from '../../client/board/liveBoardContext.ts';
import { NOTHING_WAITING } from '../../client/board/waiting.ts';
import { DEFAULT_SETTINGS } from '../../shared/access/boardSettings.ts';
import type { Mode, Role } from '../../shared/access/roles.ts';
import type { Board } from '../../shared/board/board.ts';
import { type DocumentRef, documentKey, FRAME, party } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { encodeBoard } from '../../shared/doc/encodeBoard.ts';
import { documentName } from '../../shared/doc/names.ts';
import type { BoardDetail } from '../../shared/protocol/api.ts';
import type { ServerNotice } from '../../shared/protocol/live.ts';

export interface LocalBoardOptions {
  readonly board: Board;
  readonly role?: Role;
  readonly mode?: Mode;
  /** The organisation of the person at the screen; absent: the first. */
  readonly organisationId?: Id;
}

export interface LocalBoard {
  readonly live: BoardSession;
  readonly Provider: (props: { readonly children: ReactNode }) => ReactNode;
  /** Changes a document as if someone else had done it: nothing of it counts as this person's. */
  readonly fromElsewhere: (ref: DocumentRef, change: (doc: Y.Doc) => void) => void;
  readonly awareness: Awareness;
  /** The server says something. */
  readonly notice: (notice: ServerNotice) => void;
}

function detailOf({ board, role = 'facilitator', mode = 'open', organisationId }: LocalBoardOptions): BoardDetail {
  const id = organisationId ?? [...board.organisations.keys()][0] ?? 'none';
  return {
    id: 'local',
    title: 'Voorbeeld',
    mode,
    role,
    organisation: { id, name: board.organisations.get(id)?.name ?? id },
    closedAt: null,
    updatedAt: '2026-11-22T10:00:00.000Z',
    participants: 1,
    generation: 1,
    isContact: false,
    hats: [],
    settings: DEFAULT_SETTINGS,
    schema: 1,
    documents: [],
  };
}

/** A board in this page on documents of its own: everything that a component sees, without a server. */
export function localBoard(options: LocalBoardOptions): LocalBoard {
  const docs = new Map<string, Y.Doc>();
  const slots: DocumentSlot[] = [];
  const updates = encodeBoard(options.board);
  const refs = [FRAME, ...[...options.board.organisations.keys()].map(party)];
  const frame = new Y.Doc();
  const awareness = new Awareness(frame);

  let tell: DocumentSetHandlers['onNotice'] = () => undefined;

  function open(handlers: DocumentSetHandlers): DocumentSet {
    tell = handlers.onNotice;
    for (const ref of refs) {
      const key = documentKey(ref);
      const doc = ref.kind === 'frame' ? frame : new Y.Doc();
      const update = updates.get(key);
      if (update) Y.applyUpdate(doc, update);
      docs.set(key, doc);
      handlers.reader.attach(ref, doc);
      slots.push({
        ref,
        name: documentName('local', ref),
        state: () => 'open',
        doc: () => doc,
        version: () => 1,
        awareness: () => (ref.kind === 'frame' ? awareness : undefined),
        isWritable: () => true,
        waiting: () => NOTHING_WAITING,
        ask: () => undefined,
        restart: () => undefined,
        adopt: () => undefined,
        handedOver: () => undefined,
        setAsideId: () => undefined,
        close: () => undefined,
      });
    }
    return {
      follow: () => handlers.onChange(),
      slot: (ref) => slots.find((slot) => documentKey(slot.ref) === documentKey(ref)),
      all: () => slots,
      close: () => undefined,
    };
  }

  const live = boardSession({
    detail: detailOf(options),
    userId: 'me',
    openDocuments: open,
    onStale: () => undefined,
    onEnd: () => undefined,
    onRevive: () => undefined,
  });
  live.setConnection('online');

  return {
    live,
    awareness,
    notice: (notice) => tell(JSON.stringify(notice)),
    Provider: ({ children }) => <LiveBoardContext value={live}>{children}</LiveBoardContext>,
    fromElsewhere: (ref, change) => {
      const doc = docs.get(documentKey(ref));
      if (!doc) throw new Error(`no document ${documentKey(ref)}`);
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
      const before = Y.encodeStateVector(copy);
      change(copy);
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy, before), 'elsewhere');
    },
  };
}
