import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { SessionTable, Tables } from './schema.ts';
import type { UserRow } from './users.ts';

export type SessionRow = Selectable<SessionTable>;

export async function insertSession(db: Kysely<Tables>, session: Insertable<SessionTable>): Promise<void> {
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
    .select(['sessions.device', 'sessions.lastUsedAt', 'guests.boardId as guestOf'])
    .where('sessions.idHash', '=', idHash)
    .executeTakeFirst();
  if (!row) return undefined;
  const { idHash: hash, userId, expiresAt, startedAt, device, lastUsedAt, guestOf, ...user } = row;
  return { session: { idHash: hash, userId, expiresAt, startedAt, device, lastUsedAt }, user, guestOf };
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

/** Ends a session of this user; false when they have no such one. */
export async function deleteSessionOf(db: Kysely<Tables>, userId: Id, idHash: string): Promise<boolean> {
  const result = await db
    .deleteFrom('sessions')
    .where('idHash', '=', idHash)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** Notes when a session was last used, in seconds since 1970. */
export async function noteSessionUse(db: Kysely<Tables>, idHash: string, now: number): Promise<void> {
  await db.updateTable('sessions').set({ lastUsedAt: now }).where('idHash', '=', idHash).execute();
}

/** Notes in which browser a session was begun. */
export async function noteSessionDevice(db: Kysely<Tables>, idHash: string, device: string | null): Promise<void> {
  await db.updateTable('sessions').set({ device }).where('idHash', '=', idHash).execute();
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
