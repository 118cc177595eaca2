import type { Kysely, Selectable } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { HatTable, Tables } from './schema.ts';

export type HatRow = Selectable<HatTable>;

/** The organisations for which someone may also work on a board; the one they work for now stands in the membership. */
export async function hatsOf(db: Kysely<Tables>, boardId: Id, userId: Id): Promise<HatRow[]> {
  return db
    .selectFrom('hats')
    .selectAll()
    .where('boardId', '=', boardId)
    .where('userId', '=', userId)
    .orderBy('createdAt')
    .orderBy('organisationId')
    .execute();
}

/** The hats of everyone on a board that are not worn now. */
export async function hatsOnBoard(db: Kysely<Tables>, boardId: Id): Promise<HatRow[]> {
  return db.selectFrom('hats').selectAll().where('boardId', '=', boardId).orderBy('organisationId').execute();
}

export async function putHat(db: Kysely<Tables>, hat: HatRow): Promise<void> {
  const { role, isContact } = hat;
  await db
    .insertInto('hats')
    .values(hat)
    .onConflict((conflict) =>
      conflict.columns(['boardId', 'userId', 'organisationId']).doUpdateSet({ role, isContact }),
    )
    .execute();
}

export async function deleteHat(db: Kysely<Tables>, boardId: Id, userId: Id, organisationId: Id): Promise<void> {
  await db
    .deleteFrom('hats')
    .where('boardId', '=', boardId)
    .where('userId', '=', userId)
    .where('organisationId', '=', organisationId)
    .execute();
}

export async function deleteHats(db: Kysely<Tables>, boardId: Id, userId: Id): Promise<void> {
  await db.deleteFrom('hats').where('boardId', '=', boardId).where('userId', '=', userId).execute();
}

/** Organisations that have a contact on the board, whatever hat that one wears now. */
export async function organisationsWithContact(db: Kysely<Tables>, boardId: Id): Promise<ReadonlySet<Id>> {
  const worn = db
    .selectFrom('memberships')
    .select('organisationId')
    .where('boardId', '=', boardId)
    .where('isContact', '=', 1);
  const others = db
    .selectFrom('hats')
    .select('organisationId')
    .where('boardId', '=', boardId)
    .where('isContact', '=', 1);
  const rows = await worn.union(others).execute();
  return new Set(rows.map((row) => row.organisationId));
}
