import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import pg from 'pg';
import type { DatabaseSettings } from './database.ts';

/** Another server serves from this store. */
export class StoreInUse extends Error {
  override readonly name = 'StoreInUse';
}

/** Any number that nobody else uses: advisory locks of a database are told apart by it. */
const ADVISORY_LOCK = 7_318_204;
const RETRY_MS = 1_000;

/**
 * Keeps a second server away from a store: each has its documents in memory, and two would not see each other's edits.
 * The operator's commands do not ask for it. The lock goes with the process, however that ends.
 * @returns how to give it up
 * @throws StoreInUse
 */
export async function lockStore(settings: DatabaseSettings): Promise<() => Promise<void>> {
  return settings.databaseUrl ? lockPostgres(settings.databaseUrl) : lockFile(settings.dataDir);
}

async function lockFile(dataDir: string): Promise<() => Promise<void>> {
  mkdirSync(dataDir, { recursive: true });
  const lock = new SqliteConnection(join(dataDir, 'server.lock'));
  try {
    lock.pragma('busy_timeout = 0');
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') throw new StoreInUse();
    throw error;
  }
  return async () => {
    lock.close();
  };
}

async function lockPostgres(url: string): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function take(): Promise<boolean> {
    const next = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, keepAlive: true });
    next.on('error', () => undefined);
    next.on('end', takeAgainLater);
    await next.connect();
    client = next;
    const { rows } = await next.query('select pg_try_advisory_lock($1) as taken', [ADVISORY_LOCK]);
    return rows[0]?.taken === true;
  }

  /** The database went away, and the lock with it. */
  function takeAgainLater(): void {
    if (isOver) return;
    clearTimeout(timer);
    timer = setTimeout(() => void take().catch(takeAgainLater), RETRY_MS).unref();
  }

  const free = async (): Promise<void> => {
    isOver = true;
    clearTimeout(timer);
    await client?.end();
  };
  if (!(await take())) {
    await free();
    throw new StoreInUse();
  }
  return free;
}
