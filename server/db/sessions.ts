import type { Kysely, Selectable } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { SessionTable, Tables } from './schema.ts';
import type { UserRow } from './users.ts';

export type SessionRow = Selectable<SessionTable>;

export async function insertSession(db: Kysely<Tables>, session: SessionRow): Promise<void> {
  await db.insertInto('sessions').values(session).execute();
}

export interface FoundSession {
  readonly session: SessionRow;
  readonly user: UserRow;
  /** The board of a guest, who is signed in for that alone; null for who has an account. */
  readonly guestOf: Id | null;
}

/** A session with its user, whether or not it expired. */
export async function findSession(db: Kysely<Tables>, idHash: string): Promise<FoundSession | undefined> {
  const row = await db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.userId')
    .leftJoin('guests', 'guests.userId', 'sessions.userId')
    .selectAll('users')
    .select(['sessions.idHash', 'sessions.userId', 'sessions.expiresAt', 'sessions.startedAt'])
    .select('guests.boardId as guestOf')
    .where('sessions.idHash', '=', idHash)
    .executeTakeFirst();
  if (!row) return undefined;
  const { idHash: hash, userId, expiresAt, startedAt, guestOf, ...user } = row;
  return { session: { idHash: hash, userId, expiresAt, startedAt }, user, guestOf };
}

export async function sessionsOfUser(db: Kysely<Tables>, userId: Id): Promise<SessionRow[]> {
  return db.selectFrom('sessions').selectAll().where('userId', '=', userId).execute();
}

export async function updateSessionExpiry(db: Kysely<Tables>, idHash: string, expiresAt: number): Promise<void> {
  await db.updateTable('sessions').set({ expiresAt }).where('idHash', '=', idHash).execute();
}

export async function deleteSession(db: Kysely<Tables>, idHash: string): Promise<void> {
  await db.deleteFrom('sessions').where('idHash', '=', idHash).execute();
}

/** Ends every session of a user but the one that may stay. Gives the hashes of those that ended. */
export async function deleteSessionsOfUser(db: Kysely<Tables>, userId: Id, exceptHash?: string): Promise<string[]> {
  let query = db.deleteFrom('sessions').where('userId', '=', userId);
  if (exceptHash !== undefined) query = query.where('idHash', '!=', exceptHash);
  const rows = await query.returning('idHash').execute();
  return rows.map((row) => row.idHash);
}

/** @param now seconds since 1970 */
export async function deleteSessionsBefore(db: Kysely<Tables>, now: number): Promise<void> {
  await db.deleteFrom('sessions').where('expiresAt', '<=', now).execute();
}
