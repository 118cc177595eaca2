import type * as Y from 'yjs';
import { type Activity, type Board, EMPTY_BOARD } from '../board/board.ts';
import { type DocumentRef, documentKey, type OwnedDocument } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import { compareText } from '../board/order.ts';
import { type Dirty, dirtyOf } from './dirty.ts';
import { readFrame } from './frameReader.ts';
import { FRAME_COLLECTIONS, PARTY_COLLECTIONS } from './layout.ts';
import { type PartyReader, partyReader } from './partyReader.ts';

export type BoardListener = (board: Board) => void;

/** Turns a board's documents into one board value, and keeps it current record by record. */
export interface BoardReader {
  readonly board: () => Board;
  /** Reads a document from now on, in place of an earlier one of the same name; gives the way to stop. */
  readonly attach: (ref: DocumentRef, doc: Y.Doc) => () => void;
  readonly subscribe: (listener: BoardListener) => () => void;
}

const COLLECTIONS: readonly string[] = [...FRAME_COLLECTIONS, ...PARTY_COLLECTIONS];

/** The order of D6: what is shared before drafts, then by owner. */
function isReadBefore(one: Activity, other: Activity): boolean {
  if (one.draft !== other.draft) return other.draft === true;
  return compareText(one.owner, other.owner) < 0;
}

/** @param options `hasTexts` false: without the texts of cards, which are most of the work */
export function boardReader({ hasTexts = true }: { readonly hasTexts?: boolean } = {}): BoardReader {
  let board: Board = EMPTY_BOARD;
  const listeners = new Set<BoardListener>();
  /** By document key. */
  const parties = new Map<string, PartyReader>();
  const attached = new Map<string, Y.Doc>();

  function publish(next: Board): void {
    if (next === board) return;
    board = next;
    for (const listener of listeners) listener(board);
  }

  /**
   * Where two documents hold one id, what is shared counts before a draft, and else the smallest owner id: the same on
   * every replica.
   */
  function activityOf(id: Id): Activity | undefined {
    let found: Activity | undefined;
    for (const reader of parties.values()) {
      const candidate = reader.activities.get(id);
      if (candidate && (!found || isReadBefore(candidate, found))) found = candidate;
    }
    return found;
  }

  function publishActivities(ids: ReadonlySet<Id>): void {
    const activities = new Map(board.activities);
    let changed = false;
    for (const id of ids) {
      const now = activityOf(id);
      if (now === board.activities.get(id)) continue;
      changed = true;
      if (now) activities.set(id, now);
      else activities.delete(id);
    }
    if (changed) publish({ ...board, activities });
  }

  function publishFrame(doc: Y.Doc, dirty?: Dirty): void {
    const before = board;
    const frame = readFrame(doc, board, dirty);
    const keys = ['plan', 'outcomes', 'organisations', 'indicators', 'lists'] as const;
    if (keys.some((key) => frame[key] !== before[key])) publish({ ...frame, activities: board.activities });
  }

  function attachParty(ref: OwnedDocument, doc: Y.Doc): (dirty: Dirty) => void {
    const key = documentKey(ref);
    const before = parties.get(key)?.activities ?? new Map<Id, Activity>();
    const reader = partyReader(doc, ref, before, hasTexts);
    parties.set(key, reader);
    publishActivities(new Set([...before.keys(), ...reader.activities.keys()]));
    return (dirty) => publishActivities(reader.update(dirty));
  }

  function attach(ref: DocumentRef, doc: Y.Doc): () => void {
    const key = documentKey(ref);
    attached.set(key, doc);
    let onDirty = (dirty: Dirty): void => publishFrame(doc, dirty);
    if (ref.kind !== 'frame') onDirty = attachParty(ref, doc);
    else publishFrame(doc);
    const listen = (transaction: Y.Transaction): void => {
      if (attached.get(key) !== doc) return;
      const dirty = dirtyOf(transaction, (name) => COLLECTIONS.includes(name));
      if (dirty.records.size > 0 || dirty.fragments.size > 0) onDirty(dirty);
    };
    doc.on('afterTransaction', listen);
    return () => doc.off('afterTransaction', listen);
  }

  return {
    board: () => board,
    attach,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reads a board once from its documents. */
export function readBoard(documents: Iterable<readonly [DocumentRef, Y.Doc]>): Board {
  const reader = boardReader();
  for (const [ref, doc] of documents) reader.attach(ref, doc)();
  return reader.board();
}
