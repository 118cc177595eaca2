import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import type { DatabaseSettings } from './database.ts';
import { lockPostgres } from './storeLockPostgres.ts';

/** Another server serves from this store. */
class StoreInUse extends Error {
  override readonly name = 'StoreInUse';
}

/**
 * Keeps a second server away from a store: each has its documents in memory, and two would not see each other's edits.
 * The operator's commands do not ask for it. The lock goes with the process, however that ends.
 * @param onLost called when the lock went with a lost connection and another server took it before it could be had again
 * @returns how to give it up
 * @throws StoreInUse
 */
export async function lockStore(settings: DatabaseSettings, onLost: () => void): Promise<() => Promise<void>> {
  if (!settings.databaseUrl) return lockFile(settings.dataDir);
  const free = await lockPostgres(settings.databaseUrl, onLost);
  if (!free) throw new StoreInUse();
  return free;
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
