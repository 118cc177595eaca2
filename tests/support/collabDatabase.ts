import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Database, type DatabaseSettings, openDatabase } from '../../server/db/database.ts';

export const DATABASE_KINDS = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASE_KINDS)[number];

/** Where tests find PostgreSQL; they make a database of their own in it. */
export const TEST_POSTGRES = process.env['TEST_POSTGRES_URL'] ?? 'postgres://postgres@127.0.0.1:5432/test';

/** An empty database of the test's own. */
export interface TestDatabase {
  readonly database: Database;
  /** What another process needs to open the same one. */
  readonly settings: DatabaseSettings;
  /** Closes and removes it. */
  readonly remove: () => Promise<void>;
}

export async function testDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'opbrengstenbord-'));
  const removeFiles = () => rm(dataDir, { recursive: true, force: true });
  if (kind === 'sqlite') {
    const settings = { dataDir };
    const database = await openDatabase(settings);
    const remove = async () => {
      await database.close();
      await removeFiles();
    };
    return { database, settings, remove };
  }
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdministrator(`create database ${name}`);
  const url = new URL(TEST_POSTGRES);
  url.pathname = `/${name}`;
  const settings = { dataDir, databaseUrl: url.href };
  const database = await openDatabase(settings);
  const remove = async () => {
    await database.close();
    await asAdministrator(`drop database ${name} with (force)`);
    await removeFiles();
  };
  return { database, settings, remove };
}

/** Runs a statement outside the test's own database. */
export async function asAdministrator(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: TEST_POSTGRES });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
