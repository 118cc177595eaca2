import { sql } from 'kysely';
import type { Database, Db } from './database.ts';

/** Resolves when the database answers and has the tables. */
export async function ping(db: Db): Promise<void> {
  await db.selectFrom('boards').select('id').limit(1).executeTakeFirst();
}

/** Resolves when the database takes a write; what it says stays as it was. */
export async function tryWriting({ db, kind }: Database): Promise<void> {
  if (kind === 'postgres') {
    await sql`select pg_logical_emit_message(true, 'opbrengstenbord', '')`.execute(db);
    return;
  }
  const { rows } = await sql<{ user_version: number }>`pragma user_version`.execute(db);
  await sql`pragma user_version = ${sql.raw(String(rows[0]?.user_version ?? 0))}`.execute(db);
}
