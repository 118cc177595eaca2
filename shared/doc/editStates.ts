import * as Y from 'yjs';
import type { Id } from '../board/ids.ts';
import type { Held } from './copyActivity.ts';

/** A document's state (one update of Yjs V1) with whose it is. */
export interface HeldState {
  readonly key: string;
  readonly owner: Id;
  readonly state: Uint8Array;
}

/**
 * What an edit across documents adds to each: one update (Yjs V1) by document key, for those to which it adds.
 * @param edit gets the documents by key, each with its state, and changes them
 */
export function editStates(
  states: readonly HeldState[],
  edit: (documents: ReadonlyMap<string, Held>) => void,
): Map<string, Uint8Array> {
  const documents = new Map<string, Held>();
  const updates = new Map<string, Uint8Array[]>();
  for (const { key, owner, state } of states) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    documents.set(key, { key, owner, doc });
    doc.on('update', (update: Uint8Array) => updates.set(key, [...(updates.get(key) ?? []), update]));
  }
  edit(documents);
  return new Map([...updates].map(([key, made]) => [key, Y.mergeUpdates(made)]));
}
