import * as Y from 'yjs';

/** A document as its stored updates make it, and which of them could not be applied. */
export interface Replayed {
  readonly doc: Y.Doc;
  /** Places in `updates` of those that do not decode. */
  readonly broken: readonly number[];
  /** False when an update builds on one that is not there. */
  readonly complete: boolean;
}

/**
 * Applies stored updates (Yjs V1) one after the other.
 * @param base a full state in Yjs V2 to start from
 */
export function replayUpdates(updates: readonly Uint8Array[], base?: Uint8Array): Replayed {
  const doc = new Y.Doc();
  if (base) Y.applyUpdateV2(doc, base);
  const broken: number[] = [];
  doc.transact(() => {
    updates.forEach((update, index) => {
      try {
        Y.decodeUpdate(update);
        Y.applyUpdate(doc, update);
      } catch {
        broken.push(index);
      }
    });
  });
  const complete = doc.store.pendingStructs === null && doc.store.pendingDs === null;
  return { doc, broken, complete };
}

/** The state (Yjs V2) that stored updates make, from a base as in `replayUpdates`. One that does not decode is left out. */
export function foldUpdates(updates: readonly Uint8Array[], base?: Uint8Array): Uint8Array {
  const { doc } = replayUpdates(updates, base);
  try {
    return Y.encodeStateAsUpdateV2(doc);
  } finally {
    doc.destroy();
  }
}

/** A document from a full state in Yjs V2; undefined when it does not decode. */
export function docOfV2(state: Uint8Array): Y.Doc | undefined {
  const doc = new Y.Doc();
  try {
    Y.applyUpdateV2(doc, state);
    return doc;
  } catch {
    return undefined;
  }
}

/** True when both hold the same insertions and the same deletions. */
export function holdTheSame(one: Y.Doc, other: Y.Doc): boolean {
  return Y.equalSnapshots(Y.snapshot(one), Y.snapshot(other));
}
