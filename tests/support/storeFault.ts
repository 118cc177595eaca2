import SqliteConnection from 'better-sqlite3';
import { type Database, openDatabase } from '../../server/db/database.ts';
import type { TestDatabase } from './collabDatabase.ts';
import { type TcpProxy, tcpProxy } from './tcpProxy.ts';

/** A store that a test can take away for a while. */
export interface FaultyStore {
  /** The database as the server under test opens it. */
  readonly database: Database;
  readonly fail: () => void;
  readonly recover: () => void;
  readonly close: () => Promise<void>;
  /** The wire, on PostgreSQL. */
  readonly proxy: TcpProxy | undefined;
}

/**
 * On PostgreSQL the connection is cut and refused; on SQLite another program holds the lock for writing, which is as
 * close to a disk that takes nothing as a test can come without a disk of its own.
 */
export async function faultyStore(store: TestDatabase): Promise<FaultyStore> {
  if (store.database.kind === 'sqlite') {
    const other = new SqliteConnection(store.database.location);
    return {
      database: store.database,
      fail: () => other.exec('begin immediate'),
      recover: () => other.exec('rollback'),
      close: async () => {
        other.close();
      },
      proxy: undefined,
    };
  }
  const url = new URL(store.database.location);
  const proxy = await tcpProxy(url.hostname, Number(url.port || 5432));
  url.hostname = '127.0.0.1';
  url.port = String(proxy.port);
  const database = await openDatabase({ ...store.settings, databaseUrl: url.href });
  return {
    database,
    fail: proxy.cut,
    recover: proxy.mend,
    close: async () => {
      proxy.mend();
      await database.close();
      await proxy.close();
    },
    proxy,
  };
}
