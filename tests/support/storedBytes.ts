import * as Y from 'yjs';
import { replay } from '../../server/collab/replay.ts';
import { readStoredDocument } from '../../server/db/storedDocument.ts';
import type { TestDatabase } from './collabDatabase.ts';
import { QUIET } from './collabServer.ts';

/** A document as the store holds it. */
export async function storedDocument({ database }: TestDatabase, boardId: string, key: string): Promise<Y.Doc> {
  const doc = new Y.Doc();
  replay(doc, await readStoredDocument(database.db, boardId, key, 1, QUIET), QUIET);
  return doc;
}

/** Whether an update is in a document altogether. */
export function holds(doc: Y.Doc, update: Uint8Array): boolean {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  let isNews = false;
  copy.on('update', () => {
    isNews = true;
  });
  try {
    Y.applyUpdate(copy, update);
  } catch {
    return false;
  }
  return !isNews && copy.store.pendingStructs === null && copy.store.pendingDs === null;
}

/** Whether two documents are the same, byte for byte: state vector and state. */
export function areSame(one: Y.Doc, two: Y.Doc): boolean {
  const isSame = (of: (doc: Y.Doc) => Uint8Array): boolean => Buffer.compare(of(one), of(two)) === 0;
  return isSame(Y.encodeStateVector) && isSame(Y.encodeStateAsUpdate);
}
