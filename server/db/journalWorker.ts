import type { JournalEntry } from './journal.ts';
import type { BatchOutcome, JournalGroup } from './journalStore.ts';

export interface JournalWorkerData {
  /** The SQLite file. */
  readonly location: string;
  /** A file from which `better-sqlite3` can be found. */
  readonly requireFrom: string;
}

export interface JournalWorkerRequest {
  readonly id: number;
  readonly group: JournalGroup;
}

export type JournalWorkerReply =
  | { readonly id: number; readonly outcomes: BatchOutcome[] }
  | { readonly id: number; readonly failure: { readonly message: string; readonly lasting: boolean } };

/**
 * Writes journal groups to SQLite in a thread of its own, so that waiting for the disk never stops the event loop.
 * The function is sent to the worker as source text (see `journalSqlite.ts`), because a file of its own would have
 * to be found from TypeScript, from the tests and from the bundle alike. It may therefore use nothing from outside.
 */
export function journalWorker(require: NodeJS.Require): void {
  const { parentPort, workerData } = require('node:worker_threads') as typeof import('node:worker_threads');
  const { createRequire } = require('node:module') as typeof import('node:module');
  const settings = workerData as JournalWorkerData;
  const Sqlite = createRequire(settings.requireFrom)('better-sqlite3') as typeof import('better-sqlite3');

  type Connection = ReturnType<typeof open>;
  let connection: Connection | undefined;

  function open() {
    const db = new Sqlite(settings.location, { fileMustExist: true });
    db.pragma('journal_mode = WAL');
    // FULL: the write-ahead log is synced at each commit, before the commit is reported.
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('busy_timeout = 1000');
    const select = {
      board: db.prepare('select sequence, generation from boards where id = ?'),
      same: db.prepare(
        'select sequence from journal where "boardId" = ? and document = ? and at = ? and "update" = ? order by sequence',
      ),
    };
    const insert = db.prepare(
      'insert into journal ("boardId", sequence, document, generation, "update", "authorId", at) values (?, ?, ?, ?, ?, ?, ?)',
    );
    const raise = db.prepare('update boards set sequence = ?, schema = max(schema, ?), "updatedAt" = ? where id = ?');
    return { db, select, insert, raise };
  }

  /** Sequence numbers of a group of which an earlier try was stored after all; undefined when none was. */
  function storedBefore({ select }: Connection, group: JournalGroup): BatchOutcome[] | undefined {
    const found = new Map<string, { sequence: number }[]>();
    let any = false;
    const outcomes = group.batches.map((batch): BatchOutcome => {
      const sequences: number[] = [];
      for (const { boardId, document, update } of batch) {
        const bytes = Buffer.from(update);
        const key = `${boardId}/${document}/${bytes.toString('base64')}`;
        const rows = found.get(key) ?? (select.same.all(boardId, document, group.at, bytes) as { sequence: number }[]);
        found.set(key, rows);
        // Each row found answers for one entry: two people may have sent the same deletion in one group.
        const row = rows.shift();
        if (row) sequences.push(row.sequence);
      }
      any ||= sequences.length > 0;
      return sequences.length === batch.length ? { sequences } : { refused: 'otherGeneration' };
    });
    return any ? outcomes : undefined;
  }

  /** Writes what stands there already. An empty transaction would succeed on a full or read-only disk. */
  function touch({ db }: Connection): void {
    db.pragma(`user_version = ${db.pragma('user_version', { simple: true })}`);
  }

  function write(open: Connection, group: JournalGroup): BatchOutcome[] {
    const boards = new Map<
      string,
      { sequence: number; generation: number; schema: number; grew: boolean } | undefined
    >();
    const boardOf = (id: string) => {
      if (!boards.has(id)) {
        const row = open.select.board.get(id) as { sequence: number; generation: number } | undefined;
        boards.set(id, row && { sequence: row.sequence, generation: row.generation, schema: 0, grew: false });
      }
      return boards.get(id);
    };
    const add = (entry: JournalEntry) => {
      const board = boardOf(entry.boardId);
      if (!board) throw new Error('unreachable: the batch was checked');
      board.sequence += 1;
      board.grew = true;
      board.schema = Math.max(board.schema, entry.schema ?? 0);
      const { boardId, document, generation, authorId } = entry;
      open.insert.run(boardId, board.sequence, document, generation, Buffer.from(entry.update), authorId, group.at);
      return board.sequence;
    };
    const outcomes = group.batches.map((batch): BatchOutcome => {
      if (batch.some((entry) => !boardOf(entry.boardId))) return { refused: 'unknownBoard' };
      if (batch.some((entry) => boardOf(entry.boardId)?.generation !== entry.generation)) {
        return { refused: 'otherGeneration' };
      }
      return { sequences: batch.map(add) };
    });
    for (const [id, board] of boards) if (board?.grew) open.raise.run(board.sequence, board.schema, group.at, id);
    if (boards.size === 0) touch(open);
    return outcomes;
  }

  function commit(group: JournalGroup): BatchOutcome[] {
    connection ??= open();
    const current = connection;
    const transaction = current.db.transaction(
      () => (group.retry ? storedBefore(current, group) : undefined) ?? write(current, group),
    );
    return transaction.immediate();
  }

  function close(): void {
    const closing = connection;
    connection = undefined;
    closing?.db.close();
  }

  parentPort?.on('message', (request: JournalWorkerRequest | 'close') => {
    if (request === 'close') {
      close();
      parentPort?.close();
      return;
    }
    try {
      parentPort?.postMessage({ id: request.id, outcomes: commit(request.group) });
    } catch (error) {
      const { message, code = '' } = error as { message: string; code?: string };
      const lasting = /^SQLITE_(CONSTRAINT|MISMATCH|TOOBIG)/.test(code);
      // After an error of the disk the connection cannot be trusted; a fresh one reads the log again.
      if (!lasting && code !== 'SQLITE_BUSY') {
        try {
          close();
        } catch {
          connection = undefined;
        }
      }
      parentPort?.postMessage({ id: request.id, failure: { message: `${code} ${message}`.trim(), lasting } });
    }
  });
}
