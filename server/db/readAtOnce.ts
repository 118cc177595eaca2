import { sql } from 'kysely';
import type { Database, Db } from './database.ts';

/**
 * Lets a number of queries see one moment, without holding up who writes meanwhile. On SQLite it keeps the database's
 * one connection for itself, so it is for programs that run beside the server.
 */
export async function readAtOnce<T>({ db, kind }: Database, read: (db: Db) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    // Not a transaction of Kysely: on SQLite that takes the place of the one writer.
    await sql.raw(kind === 'sqlite' ? 'begin' : 'begin isolation level repeatable read read only').execute(connection);
    try {
      return await read(connection);
    } finally {
      // Nothing was written. A connection that broke meanwhile has said so already.
      await sql`rollback`.execute(connection).catch(() => undefined);
    }
  });
}
