import * as Y from 'yjs';

/** A document as its stored updates make it, and which of them could not be applied. */
export interface Replayed {
  readonly doc: Y.Doc;
  /** Places in `updates` of those that do not decode. */
  readonly broken: readonly number[];
}

/** Applies stored updates (Yjs V1) one after the other. */
export function replayUpdates(updates: readonly Uint8Array[]): Replayed {
  const doc = new Y.Doc();
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
  return { doc, broken };
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
