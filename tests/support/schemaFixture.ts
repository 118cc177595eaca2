import { readdirSync, readFileSync } from 'node:fs';
import * as Y from 'yjs';
import type { DocumentRef } from '../../shared/board/documentRef.ts';
import { FRAME, party } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';

/** A board as a version of the product stored it: the rows of its journal, and the board that it read in them. */
export interface SchemaFixture {
  readonly schema: number;
  readonly parties: readonly Id[];
  /** Updates (Yjs V1) in base64, in the journal's order. */
  readonly rows: readonly { readonly document: string; readonly update: string }[];
  readonly board: unknown;
}

const FOLDER = new URL('../fixtures/', import.meta.url);
const NAME = /^board-schema-(\d+)\.json$/;

/** The schemas of which a stored board is kept, in order. */
export function fixtureSchemas(): number[] {
  const found = readdirSync(FOLDER).flatMap((name) => NAME.exec(name)?.[1] ?? []);
  return found.map(Number).sort((a, b) => a - b);
}

export function fixtureFile(schema: number): URL {
  return new URL(`board-schema-${schema}.json`, FOLDER);
}

export function schemaFixture(schema: number): SchemaFixture {
  return JSON.parse(readFileSync(fixtureFile(schema), 'utf8')) as SchemaFixture;
}

/** The rows as they were journalled. */
export function rowsOf({ rows }: SchemaFixture): { readonly document: string; readonly update: Uint8Array }[] {
  return rows.map(({ document, update }) => ({ document, update: new Uint8Array(Buffer.from(update, 'base64')) }));
}

/** The state of each document, as one update. */
export function statesOf(fixture: SchemaFixture): (readonly [DocumentRef, Uint8Array])[] {
  return [FRAME, ...fixture.parties.map(party)].map((ref) => {
    const key = ref.kind === 'frame' ? 'frame' : `party/${ref.organisationId}`;
    const updates = rowsOf(fixture).flatMap(({ document, update }) => (document === key ? [update] : []));
    const doc = new Y.Doc();
    for (const update of updates) Y.applyUpdate(doc, update);
    return [ref, Y.encodeStateAsUpdate(doc)] as const;
  });
}
