import * as Y from 'yjs';
import type { Board } from '../board/board.ts';
import type { DocumentRef } from '../board/documentRef.ts';
import type { Patch } from '../commands/command.ts';
import { applyPatches, COMMAND } from './applyPatches.ts';
import { readBoard } from './boardReader.ts';

function docOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc;
}

/** Reads a board from the states of its documents (updates of Yjs V1). */
export function boardOfStates(states: Iterable<readonly [DocumentRef, Uint8Array]>): Board {
  return readBoard([...states].map(([ref, state]) => [ref, docOf(state)]));
}

/** What a command's patches add to a document in this state, as one update (Yjs V1). */
export function patchState(state: Uint8Array, patches: readonly Patch[]): Uint8Array {
  const doc = docOf(state);
  const before = Y.encodeStateVector(doc);
  applyPatches(doc, patches, COMMAND);
  return Y.encodeStateAsUpdate(doc, before);
}
