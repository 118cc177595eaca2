import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { SCHEMA } from '../../../shared/board/board.ts';
import type { AnyRow } from '../../db/wholeTables.ts';
import { BackupError } from './backupError.ts';
import {
  type BackupHeader,
  FORMAT_VERSION,
  formatSchema,
  headerSchema,
  rowOfLine,
  rowSchema,
  type StoredTable,
  trailerSchema,
} from './backupFormat.ts';

/** No row comes near it; a file that wants more memory than this is not one of ours. */
const LONGEST_LINE = 128 * 1024 * 1024;
const NEWLINE = 0x0a;

export interface BackupRow {
  readonly table: StoredTable;
  readonly row: AnyRow;
}

/** Lines with their newline. What comes after the last newline is a line too. */
async function* linesIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let begun: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      yield Buffer.concat([...begun, chunk.subarray(from, at + 1)]);
      begun = [];
      length = 0;
      from = at + 1;
    }
    begun.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LONGEST_LINE) throw new BackupError('damaged');
  }
  if (length > 0) yield Buffer.concat(begun);
}

/** Errors of gzip as damage; those of the file as `failed`. */
async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const gunzip = createGunzip();
  source.on('error', (error) => gunzip.destroy(error));
  try {
    yield* source.pipe(gunzip);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new BackupError(code.startsWith('Z_') ? 'damaged' : 'failed', error);
  } finally {
    source.destroy();
  }
}

function json(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}

function headerIn(line: Buffer | undefined, knownMigrations: readonly string[]): BackupHeader {
  const value = line && json(line);
  const format = formatSchema.safeParse(value);
  if (!format.success) throw new BackupError('notABackup');
  if (format.data.version > FORMAT_VERSION) throw new BackupError('newer');
  const header = headerSchema.safeParse(value);
  if (!header.success) throw new BackupError('damaged', header.error);
  const { schema, migrations } = header.data;
  const isKnown = schema <= SCHEMA && migrations.every((name) => knownMigrations.includes(name));
  if (!isKnown) throw new BackupError('newer');
  return header.data;
}

/** A backup file that is being read: first its header, then its rows. */
export interface OpenBackup {
  readonly header: BackupHeader;
  /** Ends after the last row when the file proved to be whole; throws BackupError `damaged` when it did not. */
  readonly rows: AsyncGenerator<BackupRow>;
}

/**
 * Opens a backup file. It is read a line at a time.
 * @param knownMigrations those of the store that it would go into
 * @throws BackupError `failed`, `notABackup`, `newer`, `damaged`
 */
export async function openBackup(file: string, knownMigrations: readonly string[]): Promise<OpenBackup> {
  const lines = linesIn(unpacked(file));
  const hash = createHash('sha256');
  try {
    const first = await lines.next();
    const header = headerIn(first.value ?? undefined, knownMigrations);
    hash.update(first.value ?? '');
    return { header, rows: rowsIn(lines, hash) };
  } catch (error) {
    await lines.return(undefined);
    throw error;
  }
}

async function* rowsIn(lines: AsyncGenerator<Buffer>, hash: ReturnType<typeof createHash>): AsyncGenerator<BackupRow> {
  const counts = new Map<string, number>();
  for await (const line of lines) {
    const value = json(line);
    const parsed = rowSchema.safeParse(value);
    if (!parsed.success) {
      const trailer = trailerSchema.safeParse(value);
      const isWhole =
        trailer.success &&
        trailer.data.end.sha256 === hash.digest('hex') &&
        Object.entries(trailer.data.end.rows).every(([table, count]) => (counts.get(table) ?? 0) === count);
      if (!isWhole || !(await lines.next()).done) throw new BackupError('damaged');
      return;
    }
    hash.update(line);
    const { table } = parsed.data;
    counts.set(table, (counts.get(table) ?? 0) + 1);
    yield { table, row: rowOfLine(parsed.data) };
  }
  throw new BackupError('damaged');
}
