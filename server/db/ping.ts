import type { Db } from './database.ts';

/** Resolves when the database answers and has the tables. */
export async function ping(db: Db): Promise<void> {
  await db.selectFrom('boards').select('id').limit(1).executeTakeFirst();
}
