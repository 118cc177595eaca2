import type { Kysely, Selectable } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { GuestCodeTable, Tables } from './schema.ts';

export type GuestCodeRow = Selectable<GuestCodeTable>;

/** Opens a code in place of the one that there was. */
export async function putGuestCode(db: Kysely<Tables>, row: GuestCodeRow): Promise<void> {
  await db
    .insertInto('guestCodes')
    .values(row)
    .onConflict((conflict) => conflict.column('boardId').doUpdateSet(row))
    .execute();
}

/** The code of a board that lets people in now. */
export async function guestCodeOf(db: Kysely<Tables>, boardId: Id, now: string): Promise<GuestCodeRow | undefined> {
  return db
    .selectFrom('guestCodes')
    .selectAll()
    .where('boardId', '=', boardId)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

export async function findGuestCode(db: Kysely<Tables>, code: string, now: string): Promise<GuestCodeRow | undefined> {
  return db
    .selectFrom('guestCodes')
    .selectAll()
    .where('code', '=', code)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
}

/** False when no code is open. */
export async function setGuestApproval(db: Kysely<Tables>, boardId: Id, approval: 0 | 1): Promise<boolean> {
  const result = await db.updateTable('guestCodes').set({ approval }).where('boardId', '=', boardId).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function deleteGuestCode(db: Kysely<Tables>, boardId: Id): Promise<void> {
  await db.deleteFrom('guestCodes').where('boardId', '=', boardId).execute();
}
