import type { Kysely } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { Tables } from './schema.ts';

/** Organisations that have a document on the board, in the order of their ids. */
export async function partiesOf(db: Kysely<Tables>, boardId: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom('boardParties')
    .select('organisationId')
    .where('boardId', '=', boardId)
    .orderBy('organisationId')
    .execute();
  return rows.map((row) => row.organisationId);
}

/** Gives organisations a document on the board; those that have one keep it. */
export async function insertParties(db: Kysely<Tables>, boardId: Id, organisationIds: readonly Id[]): Promise<void> {
  if (organisationIds.length === 0) return;
  await db
    .insertInto('boardParties')
    .values(organisationIds.map((organisationId) => ({ boardId, organisationId })))
    .onConflict((conflict) => conflict.columns(['boardId', 'organisationId']).doNothing())
    .execute();
}
