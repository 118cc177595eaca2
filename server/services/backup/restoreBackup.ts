import type { Logger } from 'pino';
import type { Id } from '../../../shared/board/ids.ts';
import { revokeAllTokens } from '../../db/accessTokens.ts';
import { dropAuditRows } from '../../db/auditEvents.ts';
import type { Database, Db } from '../../db/database.ts';
import { revokeAllInvitations } from '../../db/invitations.ts';
import { deleteAllSignInLinks } from '../../db/signInLinks.ts';
import {
  type AnyRow,
  insertRows,
  isEmptyStore,
  lockStore,
  migrationNames,
  WHOLE_TABLES,
} from '../../db/wholeTables.ts';
import { SERVER } from '../audit/auditEvent.ts';
import { writeAudit } from '../audit/writeAudit.ts';
import { BackupError } from './backupError.ts';
import type { BackupHeader, StoredTable } from './backupFormat.ts';
import { nextGeneration, raiseGeneration } from './raiseGeneration.ts';
import { type BackupRow, openBackup } from './readBackup.ts';

export interface Restored {
  readonly header: BackupHeader;
  readonly boards: readonly { readonly id: Id; readonly sequence: number; readonly generation: number }[];
  /** Rows of each table. */
  readonly rows: { readonly [table: string]: number };
}

async function verify(file: string, known: readonly string[]): Promise<void> {
  const { rows } = await openBackup(file, known);
  // Reading to the end is the proof.
  for await (const _row of rows);
}

/** Puts the rows in, a page at a time. Gives how many of each table. */
async function insertAll(db: Db, rows: AsyncIterable<BackupRow>): Promise<{ [table: string]: number }> {
  const pages = new Map(WHOLE_TABLES.map(({ name, page }) => [name as StoredTable, page]));
  const counts: { [table: string]: number } = Object.fromEntries(WHOLE_TABLES.map(({ name }) => [name, 0]));
  let table: StoredTable | undefined;
  let page: AnyRow[] = [];
  const flush = async (): Promise<void> => {
    if (table === undefined) return;
    await insertRows(db, table, page);
    counts[table] = (counts[table] ?? 0) + page.length;
    page = [];
  };
  for await (const { table: next, row } of rows) {
    if (next !== table || page.length >= (pages.get(next) ?? 1)) await flush();
    table = next;
    page.push(row);
  }
  await flush();
  return counts;
}

/**
 * Puts a backup into an empty store: everything, or nothing when it cannot. Every board gets a new generation, so that
 * no state from before is merged into it. Sessions and sign-in links are not in a backup, and invitations and access
 * tokens come back withdrawn: what was ended after the backup was made would otherwise open again. The log goes on from
 * the backup's own; what an empty store had in its log is counted in the event that tells of this.
 * @throws BackupError `notEmpty`, `failed`, `notABackup`, `newer`, `damaged`; errors of the database as they are
 */
export async function restoreBackup(database: Database, file: string, now: Date, logger: Logger): Promise<Restored> {
  if (!(await isEmptyStore(database.db))) throw new BackupError('notEmpty');
  const known = await migrationNames(database.db);
  // Read to its end before anything is written, so that a damaged file is told from a database that refuses.
  await verify(file, known);
  return database.db.transaction().execute(async (tx) => {
    await lockStore(tx, database.kind);
    if (!(await isEmptyStore(tx))) throw new BackupError('notEmpty');
    // The link for the first administrator of a store that had nobody.
    await deleteAllSignInLinks(tx);
    const dropped = await dropAuditRows(tx);
    const backup = await openBackup(file, known);
    const rows = await insertAll(tx, backup.rows);
    await revokeAllInvitations(tx, now.toISOString());
    await revokeAllTokens(tx, now.toISOString());
    const boards = [];
    for (const { id, sequence, generation } of backup.header.boards) {
      const next = nextGeneration(generation);
      await raiseGeneration(tx, id, next, now, logger);
      boards.push({ id, sequence, generation: next });
    }
    await writeAudit(tx, now, {
      action: 'data.restored',
      actor: SERVER,
      detail: { backupOf: backup.header.createdAt, dropped },
    });
    return { header: backup.header, boards, rows };
  });
}
