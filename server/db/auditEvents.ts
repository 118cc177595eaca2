import { type Kysely, sql } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import { AUDIT_START, type AuditHead, type AuditRow, chained, type NewAuditRow } from './auditChain.ts';
import type { Tables } from './schema.ts';

const HEAD = 1;

/** Holds the head until the transaction ends, so that nobody else appends meanwhile. */
async function lockHead(db: Kysely<Tables>): Promise<AuditHead> {
  const lock = () =>
    db
      .updateTable('auditHead')
      .set({ id: HEAD })
      .where('id', '=', HEAD)
      .returning(['sequence', 'hash'])
      .executeTakeFirst();
  const head = await lock();
  if (head) return head;
  // The first event of a store, or the first after a backup of a version that kept no log.
  await db
    .insertInto('auditHead')
    .values({ id: HEAD, ...AUDIT_START })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const made = await lock();
  if (!made) throw new Error('the audit log has no head');
  return made;
}

/**
 * Appends events to the log. Call it in a transaction, as the last thing there: from here to its end every other
 * transaction that appends waits.
 */
export async function appendAuditRows(db: Kysely<Tables>, events: readonly NewAuditRow[]): Promise<void> {
  if (events.length === 0) return;
  const rows = chained(await lockHead(db), events);
  await db.insertInto('auditEvents').values(rows).execute();
  const last = rows.at(-1);
  if (last) await db.updateTable('auditHead').set({ sequence: last.sequence, hash: last.hash }).execute();
}

/** The newest event as the head tells it. */
export async function auditHead(db: Kysely<Tables>): Promise<AuditHead> {
  return (await db.selectFrom('auditHead').select(['sequence', 'hash']).executeTakeFirst()) ?? AUDIT_START;
}

/** Every event in the order of its number, a page at a time. */
export async function* allAuditRows(db: Kysely<Tables>, page = 1000): AsyncGenerator<AuditRow> {
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows = await db
      .selectFrom('auditEvents')
      .selectAll()
      .where('sequence', '>', last)
      .orderBy('sequence')
      .limit(page)
      .execute();
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < page) return;
    last = end.sequence;
  }
}

export interface AuditQuery {
  /** Events of this board; null: those of no board. */
  readonly boardId: Id | null;
  /** Beginning of the action, with its point; absent: every action. */
  readonly group?: string | undefined;
  /** Only events with a lower number. */
  readonly before?: number | undefined;
  readonly limit: number;
}

/** Events, the newest first. */
export async function auditRows(
  db: Kysely<Tables>,
  { boardId, group, before, limit }: AuditQuery,
): Promise<AuditRow[]> {
  let query = db
    .selectFrom('auditEvents')
    .selectAll()
    .where('boardId', boardId === null ? 'is' : '=', boardId);
  if (group !== undefined) query = query.where('action', 'like', `${group}.%`);
  if (before !== undefined) query = query.where('sequence', '<', before);
  return query.orderBy('sequence', 'desc').limit(limit).execute();
}

/** When each of these people last did one of these, of those who did. */
export async function lastTimes(
  db: Kysely<Tables>,
  userIds: readonly Id[],
  actions: readonly string[],
): Promise<ReadonlyMap<Id, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('auditEvents')
    .select(['actorId', ({ fn }) => fn.max<string>('at').as('at')])
    .where('actorId', 'in', userIds)
    .where('action', 'in', actions)
    .where('result', '=', 'done')
    .groupBy('actorId')
    .execute();
  return new Map(rows.flatMap(({ actorId, at }) => (actorId === null ? [] : [[actorId, at] as const])));
}

/** Forgets the log of a store in which nothing else is: a backup brings its own. Gives how many events it had. */
export async function dropAuditRows(db: Kysely<Tables>): Promise<number> {
  const { sequence } = await auditHead(db);
  await sql`delete from "auditEvents"`.execute(db);
  await sql`delete from "auditHead"`.execute(db);
  return sequence;
}
