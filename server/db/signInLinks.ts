import type { Kysely, Selectable } from 'kysely';
import type { SignInLinkTable, Tables } from './schema.ts';

export type SignInLinkRow = Selectable<SignInLinkTable>;

export async function insertSignInLink(db: Kysely<Tables>, link: SignInLinkRow): Promise<void> {
  await db.insertInto('signInLinks').values(link).execute();
}

export async function findSignInLink(db: Kysely<Tables>, tokenHash: string): Promise<SignInLinkRow | undefined> {
  return db.selectFrom('signInLinks').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst();
}

/** Marks a link as used, once: of two at the same moment one gets true. */
export async function takeSignInLink(db: Kysely<Tables>, tokenHash: string, now: string): Promise<boolean> {
  const result = await db
    .updateTable('signInLinks')
    .set({ usedAt: now })
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Ends the links of a user that nobody used yet. */
export async function endSignInLinks(db: Kysely<Tables>, userId: string, now: string): Promise<void> {
  await db
    .updateTable('signInLinks')
    .set({ expiresAt: now })
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .execute();
}

/** Forgets links that expired before this time. */
export async function deleteSignInLinksBefore(db: Kysely<Tables>, time: string): Promise<void> {
  await db.deleteFrom('signInLinks').where('expiresAt', '<', time).execute();
}

export async function deleteAllSignInLinks(db: Kysely<Tables>): Promise<void> {
  await db.deleteFrom('signInLinks').execute();
}
