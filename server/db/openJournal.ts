import type { Logger } from 'pino';
import type { Database } from './database.ts';
import type { Journal } from './journal.ts';
import { GroupCommit } from './journalGroups.ts';
import { openPostgresJournal } from './journalPostgres.ts';
import { openSqliteJournal } from './journalSqlite.ts';

/** Opens the journal of a database that is open and up to date. */
export function openJournal(database: Database, logger: Logger): Journal {
  const store =
    database.kind === 'sqlite' ? openSqliteJournal(database.location) : openPostgresJournal(database.location);
  return new GroupCommit(store, logger);
}
