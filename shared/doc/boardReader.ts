import type * as Y from 'yjs';
import { type Activity, type Board, EMPTY_BOARD } from '../board/board.ts';
import { countedOf } from '../board/counted.ts';
import { type DocumentRef, documentKey, type OwnedDocument } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
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

/** @param options `hasTexts` false: without the texts of cards, which are most of the work */
export function boardReader({ hasTexts = true }: { readonly hasTexts?: boolean } = {}): BoardReader {
  let board: Board = EMPTY_BOARD;
  const listeners = new Set<BoardListener>();
  /** By document key. */
  const parties = new Map<string, PartyReader>();
  const merged = new Set<Id>();
  const attached = new Map<string, Y.Doc>();

  function publish(next: Board): void {
    if (next === board) return;
    board = next;
    for (const listener of listeners) listener(board);
  }

  const recordsOf = (id: Id): Activity[] => [...parties.values()].flatMap((reader) => reader.activities.get(id) ?? []);

  /** True when a merged activity is to be seen in another one: what it leads to is there, and not by way of itself. */
  function isInAnother(id: Id): boolean {
    const seen = new Set<Id>();
    let next: Id | undefined = id;
    while (next !== undefined && !seen.has(next)) {
      seen.add(next);
      const found = countedOf(recordsOf(next));
      if (!found) return false;
      if (!found.mergedInto) return next !== id;
      next = found.mergedInto.activityId;
    }
    return false;
  }

  function publishActivities(ids: ReadonlySet<Id>): void {
    const activities = new Map(board.activities);
    const departed = new Map(board.departed);
    let changed = false;
    const put = <K>(map: Map<K, Activity>, key: K, now: Activity | undefined): void => {
      if (now === map.get(key)) return;
      changed = true;
      if (now) map.set(key, now);
      else map.delete(key);
    };
    // Whether what was merged shows depends on what it was merged into.
    for (const id of new Set([...ids, ...merged])) {
      const records = recordsOf(id);
      const counted = countedOf(records);
      if (counted?.mergedInto) merged.add(id);
      const shown = counted?.mergedInto && isInAnother(id) ? undefined : counted;
      put(activities, id, shown);
      for (const [key, reader] of parties) {
        const record = reader.activities.get(id);
        put(departed, `${key}/${id}`, record !== shown && (record?.movedTo ?? record?.mergedInto) ? record : undefined);
      }
    }
    if (changed) publish({ ...board, activities, departed });
  }

  function publishFrame(doc: Y.Doc, dirty?: Dirty): void {
    const before = board;
    const frame = readFrame(doc, board, dirty);
    const keys = ['plan', 'outcomes', 'organisations', 'indicators', 'lists'] as const;
    if (keys.some((key) => frame[key] !== before[key])) publish({ ...board, ...frame });
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
