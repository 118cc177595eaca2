import { stat, statfs } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import type { Database } from './database.ts';
import type { Tables } from './schema.ts';

export interface InstallationCounts {
  readonly boards: number;
  readonly closedBoards: number;
  readonly organisations: number;
  readonly people: number;
  readonly administrators: number;
  readonly openInvitations: number;
  readonly journalRows: number;
  readonly auditEvents: number;
}

/** How much there is. The journal is not read for it: a board's number is that of its rows. */
export async function countInstallation(db: Kysely<Tables>, now: string): Promise<InstallationCounts> {
  const boards = await db
    .selectFrom('boards')
    .select(({ fn }) => [fn.countAll().as('boards'), fn.count('closedAt').as('closed'), fn.sum('sequence').as('rows')])
    .executeTakeFirstOrThrow();
  const people = await db
    .selectFrom('users')
    .select(({ fn }) => [fn.countAll().as('people'), fn.sum('administrator').as('administrators')])
    .executeTakeFirstOrThrow();
  const organisations = await db
    .selectFrom('organisations')
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  const invitations = await db
    .selectFrom('invitations')
    .select(({ fn }) => fn.countAll().as('count'))
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirstOrThrow();
  const head = await db.selectFrom('auditHead').select('sequence').executeTakeFirst();
  return {
    boards: Number(boards.boards),
    closedBoards: Number(boards.closed),
    journalRows: Number(boards.rows ?? 0),
    people: Number(people.people),
    administrators: Number(people.administrators ?? 0),
    organisations: Number(organisations.count),
    openInvitations: Number(invitations.count),
    auditEvents: head?.sequence ?? 0,
  };
}

/** Bytes of the store; null where the database does not tell. */
export async function storeBytes({ db, kind, location }: Database): Promise<number | null> {
  try {
    if (kind === 'postgres') {
      const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(db);
      return Number(rows[0]?.bytes ?? 0);
    }
    const files = [location, `${location}-wal`];
    const sizes = files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    );
    return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  } catch {
    return null;
  }
}

/** The disk on which this folder stands; null where the system does not tell. */
export async function diskOf(folder: string): Promise<{ readonly free: number; readonly size: number } | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { free: bavail * bsize, size: blocks * bsize };
  } catch {
    return null;
  }
}
