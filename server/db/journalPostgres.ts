import pg from 'pg';
import type { JournalEntry } from './journal.ts';
import { type BatchOutcome, type JournalGroup, type JournalStore, JournalStoreError } from './journalStore.ts';

/** A connection that answers nothing for this long is given up; what it was doing is looked up at the next try. */
const QUERY_TIMEOUT_MS = 5_000;
const CONNECT_TIMEOUT_MS = 3_000;

interface BoardHead {
  sequence: number;
  readonly generation: number;
  /** The schema to which rows of this group raise it; 0 where they do not. */
  schema: number;
  grew: boolean;
}

/**
 * The journal in PostgreSQL: one connection of its own, so that no other query holds up an acknowledgement.
 * The lock on the board's row puts all writers of a board, in other processes too, in one order.
 */
export function openPostgresJournal(url: string): JournalStore {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'opbrengstenbord journal',
  });
  // Without a listener an idle connection that the server drops would end the process; the next commit reports it.
  pool.on('error', () => undefined);
  // The same for one that is dropped between two statements; the next statement reports it.
  pool.on('connect', (client) => client.on('error', () => undefined));

  const commit = async (group: JournalGroup): Promise<BatchOutcome[]> => {
    let client: pg.PoolClient | undefined;
    try {
      client = await pool.connect();
      const outcomes = await inTransaction(client, group);
      client.release();
      return outcomes;
    } catch (error) {
      // The connection is thrown away: after a timeout its answers would belong to other questions.
      client?.release(error instanceof Error ? error : true);
      const { message, code = '' } = error as { message?: string; code?: string };
      // Classes 22, 23 and 42: the data, a constraint, the statement.
      throw new JournalStoreError(message ?? String(error), /^(22|23|42)\w{3}$/.test(code), error);
    }
  };

  return { commit, close: () => pool.end() };
}

async function inTransaction(client: pg.PoolClient, group: JournalGroup): Promise<BatchOutcome[]> {
  await client.query('begin; set local synchronous_commit = on');
  const boards = await lockBoards(client, group);
  // Looked up under the lock: an earlier try that still runs in the database ends before we get it.
  const outcomes =
    (group.retry ? await storedBefore(client, group) : undefined) ?? (await write(client, group, boards));
  await client.query('commit');
  return outcomes;
}

async function lockBoards(client: pg.PoolClient, group: JournalGroup): Promise<Map<string, BoardHead>> {
  const ids = [...new Set(group.batches.flat().map((entry) => entry.boardId))];
  // In order of id, so that two processes never wait for each other.
  const { rows } = await client.query<{ id: string; sequence: number; generation: number }>(
    'select id, sequence, generation from boards where id = any($1::text[]) order by id for update',
    [ids],
  );
  return new Map(
    rows.map((row) => [row.id, { sequence: row.sequence, generation: row.generation, schema: 0, grew: false }]),
  );
}

async function write(
  client: pg.PoolClient,
  group: JournalGroup,
  boards: Map<string, BoardHead>,
): Promise<BatchOutcome[]> {
  const accepted: { readonly entry: JournalEntry; readonly sequence: number }[] = [];
  const outcomes = group.batches.map((batch): BatchOutcome => {
    const heads = batch.map((entry) => boards.get(entry.boardId));
    if (heads.some((head) => !head)) return { refused: 'unknownBoard' };
    if (heads.some((head, index) => head?.generation !== batch[index]?.generation)) {
      return { refused: 'otherGeneration' };
    }
    const sequences = batch.map((entry, index) => {
      const head = heads[index] as BoardHead;
      head.sequence += 1;
      head.grew = true;
      head.schema = Math.max(head.schema, entry.schema ?? 0);
      accepted.push({ entry, sequence: head.sequence });
      return head.sequence;
    });
    return { sequences };
  });
  // A transaction that writes nothing would succeed on a full disk.
  if (group.batches.every((batch) => batch.length === 0)) {
    await client.query(`select pg_logical_emit_message(true, 'opbrengstenbord', '')`);
  }
  if (accepted.length === 0) return outcomes;
  await client.query(
    `insert into journal ("boardId", sequence, document, generation, "update", "authorId", at)
     select *, $7 from unnest($1::text[], $2::bigint[], $3::text[], $4::integer[], $5::bytea[], $6::text[])`,
    [
      accepted.map(({ entry }) => entry.boardId),
      accepted.map(({ sequence }) => sequence),
      accepted.map(({ entry }) => entry.document),
      accepted.map(({ entry }) => entry.generation),
      accepted.map(({ entry }) => Buffer.from(entry.update)),
      accepted.map(({ entry }) => entry.authorId),
      group.at,
    ],
  );
  const grown = [...boards].filter(([, head]) => head.grew);
  await client.query(
    `update boards set sequence = head.sequence, schema = greatest(boards.schema, head.schema), "updatedAt" = $4
     from unnest($1::text[], $2::bigint[], $3::integer[]) as head(id, sequence, schema) where boards.id = head.id`,
    [grown.map(([id]) => id), grown.map(([, head]) => head.sequence), grown.map(([, head]) => head.schema), group.at],
  );
  return outcomes;
}

/** Sequence numbers of a group of which an earlier try was stored after all; undefined when none was. */
async function storedBefore(client: pg.PoolClient, group: JournalGroup): Promise<BatchOutcome[] | undefined> {
  const found = new Map<string, number[]>();
  let any = false;
  const outcomes: BatchOutcome[] = [];
  for (const batch of group.batches) {
    const sequences: number[] = [];
    for (const entry of batch) {
      const key = `${entry.boardId}/${entry.document}/${Buffer.from(entry.update).toString('base64')}`;
      let rows = found.get(key);
      if (!rows) {
        const same = await client.query<{ sequence: number }>(
          `select sequence from journal
           where "boardId" = $1 and document = $2 and at = $3 and "update" = $4 order by sequence`,
          [entry.boardId, entry.document, group.at, Buffer.from(entry.update)],
        );
        rows = same.rows.map((row) => row.sequence);
        found.set(key, rows);
      }
      // Each row found answers for one entry: two people may have sent the same deletion in one group.
      const sequence = rows.shift();
      if (sequence !== undefined) sequences.push(sequence);
    }
    any ||= sequences.length > 0;
    outcomes.push(sequences.length === batch.length ? { sequences } : { refused: 'otherGeneration' });
  }
  return any ? outcomes : undefined;
}
