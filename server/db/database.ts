import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { Kysely, Migrator, PostgresDialect } from 'kysely';
import pg from 'pg';
import { first } from './migrations/001-first.ts';
import { accessTokens } from './migrations/002-access-tokens.ts';
import { people } from './migrations/003-people.ts';
import { audit } from './migrations/004-audit.ts';
import { guests } from './migrations/005-guests.ts';
import { draftReaders } from './migrations/006-draft-readers.ts';
import { transfers } from './migrations/007-transfers.ts';
import { PatientSqliteDialect } from './patientSqliteDialect.ts';
import type { Tables } from './schema.ts';

export type Db = Kysely<Tables>;

/** A database that is open and up to date. `kind` is told only to what cannot be the same on both. */
export interface Database {
  readonly db: Db;
  readonly kind: 'sqlite' | 'postgres';
  /** The SQLite file, or the PostgreSQL address. */
  readonly location: string;
  readonly close: () => Promise<void>;
}

export interface DatabaseSettings {
  /** Directory of the SQLite file; made when it is absent. */
  readonly dataDir: string;
  /** `postgres://…`; absent means SQLite. */
  readonly databaseUrl?: string | undefined;
}

/** Opens the database that the settings name and brings its tables up to date. Throws when it cannot be reached. */
export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const database = settings.databaseUrl ? openPostgres(settings.databaseUrl) : openSqlite(settings.dataDir);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

function openSqlite(dataDir: string): Database {
  mkdirSync(dataDir, { recursive: true });
  const location = join(dataDir, 'opbrengstenbord.sqlite');
  const connection = new SqliteConnection(location);
  connection.pragma('journal_mode = WAL');
  // FULL: a commit is on the disk before it is reported, also after a power cut.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // The dialect waits, without stopping the process.
  connection.pragma('busy_timeout = 20');
  const db: Db = new Kysely({ dialect: new PatientSqliteDialect({ database: connection }) });
  return { db, kind: 'sqlite', location, close: () => db.destroy() };
}

function openPostgres(url: string): Database {
  // Sequence numbers and times in seconds stay far below 2^53, so bigint may be a number.
  pg.types.setTypeParser(pg.types.builtins.INT8, Number);
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 5_000, query_timeout: 15_000 });
  // Without a listener an idle connection that the server drops would end the process.
  pool.on('error', () => undefined);
  // The same for one that is dropped between two statements; the next statement reports it.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db: Db = new Kysely({ dialect: new PostgresDialect({ pool }) });
  return { db, kind: 'postgres', location: url, close: () => db.destroy() };
}

/** Migrations are code, in order; each runs in a transaction where the database can. */
async function migrate(database: Database): Promise<void> {
  const blob = database.kind === 'sqlite' ? 'blob' : 'bytea';
  const migrator = new Migrator({
    db: database.db,
    provider: {
      getMigrations: async () => ({
        '001-first': { up: (db) => first(db.schema, blob) },
        '002-access-tokens': { up: (db) => accessTokens(db.schema) },
        '003-people': { up: (db) => people(db.schema) },
        '004-audit': { up: (db) => audit(db.schema) },
        '005-guests': { up: (db) => guests(db.schema) },
        '006-draft-readers': { up: (db) => draftReaders(db) },
        '007-transfers': { up: (db) => transfers(db.schema) },
      }),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}
