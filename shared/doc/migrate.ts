import * as Y from 'yjs';
import { type Board, SCHEMA } from '../board/board.ts';
import { type DocumentRef, documentKey } from '../board/documentRef.ts';
import type { Json } from '../board/json.ts';
import type { Collection } from '../commands/command.ts';
import { readBoard } from './boardReader.ts';

/** Fields for a record; one that is not there is made. */
export interface Addition {
  readonly document: DocumentRef;
  readonly collection: Collection;
  readonly id: string;
  readonly fields: { readonly [field: string]: Json };
}

/**
 * The way from the schema before to this one. A step is a function of the board alone, without clock or chance, so
 * that wherever it is run on a board it adds the same. Texts are not among what it can add: written twice they would
 * stand there twice.
 */
export interface SchemaStep {
  /** The schema that it reaches. */
  readonly to: number;
  readonly add: (board: Board) => readonly Addition[];
}

/** The shape of documents that a program writes, and the steps to it from the first. */
export interface DocumentShape {
  readonly schema: number;
  readonly steps: readonly SchemaStep[];
}

/** The shape of this version. There was no other before it, so there are no steps. */
export const SHAPE: DocumentShape = { schema: SCHEMA, steps: [] };

/** What stands there stays, whatever it is: a step fills in what is absent. Gives whether anything was. */
function addMissing(doc: Y.Doc, { collection, id, fields }: Addition): boolean {
  const records = doc.getMap(collection);
  const record = records.get(id);
  if (record === undefined) {
    records.set(id, new Y.Map(Object.entries(fields)));
    return true;
  }
  if (!(record instanceof Y.Map)) return false;
  const missing = Object.entries(fields).filter(([field]) => !record.has(field));
  for (const [field, value] of missing) record.set(field, value);
  return missing.length > 0;
}

/**
 * What brings a board from an earlier schema to that of the shape: one update (Yjs V1) by document key, only for
 * documents to which something is added.
 * @param states every document of the board, as updates (Yjs V1)
 */
export function migrate(
  states: Iterable<readonly [DocumentRef, Uint8Array]>,
  from: number,
  { steps }: DocumentShape = SHAPE,
): Map<string, Uint8Array> {
  const documents = [...states].map(([ref, state]) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    return { ref, key: documentKey(ref), doc, before: Y.encodeStateVector(doc) };
  });
  const changed = new Set<string>();
  for (const step of steps) {
    if (step.to <= from) continue;
    for (const addition of step.add(readBoard(documents.map(({ ref, doc }) => [ref, doc] as const)))) {
      const key = documentKey(addition.document);
      const document = documents.find((candidate) => candidate.key === key);
      if (!document) throw new Error(`the step to schema ${step.to} adds to ${key}, which the board does not have`);
      if (document.doc.transact(() => addMissing(document.doc, addition))) changed.add(key);
    }
  }
  return new Map(
    documents
      .filter(({ key }) => changed.has(key))
      .map(({ key, doc, before }) => [key, Y.encodeStateAsUpdate(doc, before)]),
  );
}
