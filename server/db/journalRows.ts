import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** An update of a document with its place in the board's order. */
export interface JournalUpdate {
  readonly sequence: number;
  readonly update: Uint8Array;
}

/** Updates of one document in one generation after a sequence number, in order. */
export async function updatesAfter(
  db: Kysely<Tables>,
  boardId: string,
  document: string,
  generation: number,
  after: number,
  limit?: number,
): Promise<JournalUpdate[]> {
  let query = db
    .selectFrom('journal')
    .select(['sequence', 'update'])
    .where('boardId', '=', boardId)
    .where('document', '=', document)
    .where('generation', '=', generation)
    .where('sequence', '>', after)
    .orderBy('sequence');
  if (limit !== undefined) query = query.limit(limit);
  return query.execute();
}

/** Updates of one document in every generation up to this one, in order. */
export async function updatesUpTo(
  db: Kysely<Tables>,
  boardId: string,
  document: string,
  generation: number,
): Promise<JournalUpdate[]> {
  return db
    .selectFrom('journal')
    .select(['sequence', 'update'])
    .where('boardId', '=', boardId)
    .where('document', '=', document)
    .where('generation', '<=', generation)
    .orderBy('sequence')
    .execute();
}
