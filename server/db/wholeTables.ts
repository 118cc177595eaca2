import { type Kysely, sql } from 'kysely';
import type { Tables } from './schema.ts';

/** A row of any table. */
export interface AnyRow {
  readonly [column: string]: string | number | null | Uint8Array;
}

interface WholeTable {
  readonly name: keyof Tables;
  /** Its primary key, by which it is read in pages. */
  readonly key: readonly string[];
  /** Rows in one page or insert: few where a row can be big. */
  readonly page: number;
}

/** What a backup holds, in an order in which rows can be put back: no row refers to a later table. */
export const WHOLE_TABLES = [
  { name: 'organisations', key: ['id'], page: 500 },
  { name: 'users', key: ['id'], page: 500 },
  { name: 'boards', key: ['id'], page: 500 },
  { name: 'boardParties', key: ['boardId', 'organisationId'], page: 500 },
  { name: 'memberships', key: ['boardId', 'userId'], page: 500 },
  { name: 'hats', key: ['boardId', 'userId', 'organisationId'], page: 500 },
  { name: 'draftReaders', key: ['boardId', 'organisationId', 'userId'], page: 500 },
  { name: 'withdrawals', key: ['boardId', 'userId'], page: 500 },
  { name: 'invitations', key: ['id'], page: 500 },
  { name: 'accessTokens', key: ['id'], page: 500 },
  { name: 'transfers', key: ['id'], page: 500 },
  { name: 'guests', key: ['userId'], page: 500 },
  { name: 'journal', key: ['boardId', 'sequence'], page: 100 },
  { name: 'snapshots', key: ['boardId', 'document', 'sequence'], page: 4 },
  { name: 'auditEvents', key: ['sequence'], page: 500 },
  { name: 'auditHead', key: ['id'], page: 1 },
] as const satisfies readonly WholeTable[];

/** What a backup leaves out on purpose: what signs people in must not come back to life by a restore. */
export const LEFT_OUT = ['sessions', 'signInLinks', 'guestCodes'] as const satisfies readonly (keyof Tables)[];

/** Every row of a table, in the order of its key, a page at a time. */
export async function* rowsOf(db: Kysely<Tables>, { name, key, page }: WholeTable): AsyncGenerator<AnyRow> {
  const columns = sql.join(key.map((column) => sql.id(column)));
  let last: AnyRow | undefined;
  for (;;) {
    const after = last && sql`where (${columns}) > (${sql.join(key.map((column) => last?.[column]))})`;
    const query = sql<AnyRow>`select * from ${sql.table(name)} ${after ?? sql``} order by ${columns} limit ${page}`;
    const { rows } = await query.execute(db);
    yield* rows;
    last = rows.at(-1);
    if (rows.length < page) return;
  }
}

/** Puts rows into a table; all have the columns of the first. */
export async function insertRows(db: Kysely<Tables>, name: keyof Tables, rows: readonly AnyRow[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
  const names = sql.join(columns.map((column) => sql.id(column)));
  await sql`insert into ${sql.table(name)} (${names}) values ${sql.join(values)}`.execute(db);
}

/** A store in which nothing is but a log, of its first start or a try to sign in, is empty all the same. */
const LOG: readonly (keyof Tables)[] = ['auditEvents', 'auditHead'];

/** True when nothing is stored that a backup would hold, but for the log of that store. */
export async function isEmptyStore(db: Kysely<Tables>): Promise<boolean> {
  for (const { name } of WHOLE_TABLES.filter((table) => !LOG.includes(table.name))) {
    const { rows } = await sql`select 1 from ${sql.table(name)} limit 1`.execute(db);
    if (rows.length > 0) return false;
  }
  return true;
}

/** Names of the migrations that the tables went through, in order. */
export async function migrationNames(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/** Lets nobody else write until the transaction ends. SQLite's transactions do so anyway. */
export async function lockStore(db: Kysely<Tables>, kind: 'sqlite' | 'postgres'): Promise<void> {
  if (kind === 'sqlite') return;
  const names = sql.join(WHOLE_TABLES.map(({ name }) => sql.table(name)));
  await sql`lock table ${names} in share row exclusive mode`.execute(db);
}
