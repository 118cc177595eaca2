import type { Kysely } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { Tables } from './schema.ts';

/** Notes that rights of someone on a board were taken away now. */
export async function noteWithdrawal(db: Kysely<Tables>, boardId: Id, userId: Id, at: string): Promise<void> {
  await db
    .insertInto('withdrawals')
    .values({ boardId, userId, at })
    .onConflict((conflict) => conflict.columns(['boardId', 'userId']).doUpdateSet({ at }))
    .execute();
}

/** When rights of this person on this board were last taken away; undefined when never. */
export async function withdrawnAt(db: Kysely<Tables>, boardId: Id, userId: Id): Promise<string | undefined> {
  const row = await db
    .selectFrom('withdrawals')
    .select('at')
    .where('boardId', '=', boardId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row?.at;
}
