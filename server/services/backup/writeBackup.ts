import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { SCHEMA } from '../../../shared/board/board.ts';
import type { Database, Db } from '../../db/database.ts';
import { readAtOnce } from '../../db/readAtOnce.ts';
import { allBoards } from '../../db/storeContents.ts';
import { isStoreError } from '../../db/storeError.ts';
import { migrationNames, rowsOf, WHOLE_TABLES } from '../../db/wholeTables.ts';
import { productVersion } from '../../productRoot.ts';
import { BackupError } from './backupError.ts';
import { type BackupHeader, FORMAT, FORMAT_VERSION, rowLine } from './backupFormat.ts';

export interface BackupMade {
  readonly header: BackupHeader;
  /** Rows of each table. */
  readonly rows: { readonly [table: string]: number };
}

async function headerOf(db: Db, now: Date): Promise<BackupHeader> {
  const boards = await allBoards(db);
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    product: productVersion(),
    schema: Math.max(SCHEMA, ...boards.map(({ schema }) => schema)),
    createdAt: now.toISOString(),
    migrations: await migrationNames(db),
    boards: boards.map(({ id, sequence, generation }) => ({ id, sequence, generation })),
  };
}

/** The file's lines, one at a time; `rows` counts along. */
async function* linesOf(db: Db, header: BackupHeader, rows: { [table: string]: number }): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const hashed = (line: string): string => {
    hash.update(`${line}\n`);
    return `${line}\n`;
  };
  yield hashed(JSON.stringify(header));
  for (const table of WHOLE_TABLES) {
    rows[table.name] = 0;
    for await (const row of rowsOf(db, table)) {
      yield hashed(rowLine(table.name, row));
      rows[table.name] = (rows[table.name] ?? 0) + 1;
    }
  }
  yield `${JSON.stringify({ end: { rows, sha256: hash.digest('hex') } })}\n`;
}

/**
 * Writes everything of one moment that the store holds into one file, while others write. The file gets its name when
 * it is whole and on the disk; what had that name before is there until then.
 * @throws BackupError `failed` when the file cannot be written; errors of the database as they are
 */
export async function writeBackup(database: Database, file: string, now: Date): Promise<BackupMade> {
  const part = `${file}.${process.pid}.part`;
  try {
    const made = await readAtOnce(database, async (db) => {
      const header = await headerOf(db, now);
      const rows: { [table: string]: number } = {};
      const lines = Readable.from(linesOf(db, header, rows));
      // Readable by its owner alone: it holds names, addresses and password hashes.
      await pipeline(lines, createGzip(), createWriteStream(part, { mode: 0o600, flush: true }));
      return { header, rows };
    });
    await rename(part, file);
    return made;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    const isOfFile = error instanceof Error && 'syscall' in error && 'path' in error;
    throw isOfFile && !isStoreError(error) ? new BackupError('failed', error) : error;
  }
}
