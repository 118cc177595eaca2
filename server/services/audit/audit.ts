import type { Logger } from 'pino';
import type { NewAuditRow } from '../../db/auditChain.ts';
import { appendAuditRows } from '../../db/auditEvents.ts';
import type { Db } from '../../db/database.ts';
import { type AuditEvent, auditRow, SERVER } from './auditEvent.ts';
import { summed } from './summed.ts';
import { writeAudit } from './writeAudit.ts';

/** The log of who did what (`docs/board-spec.md`, L1 to L5). */
export interface Audit {
  /** In the transaction that does it, as the last thing there. */
  readonly write: (tx: Db, ...events: readonly AuditEvent[]) => Promise<void>;
  /** By itself, for what changes no rights: resolves when it is on disk. Not in a transaction. */
  readonly note: (event: AuditEvent) => Promise<void>;
  /**
   * For what anyone can cause as often as they like: like events become one row and a sum. Returns at once.
   * @param key what makes events alike; absent: the same act of the same person from the same network
   */
  readonly noteOften: (event: AuditEvent, key?: string) => void;
  /** Writes the sums whose time is over; `all`: every one. */
  readonly writeSums: (all?: boolean) => Promise<void>;
}

interface Waiting {
  readonly row: NewAuditRow;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** Rows of one transaction of notes. */
const MOST = 200;

/**
 * @param later does something after the answer; its error is logged
 */
export function createAudit(
  db: Db,
  now: () => Date,
  later: (task: () => Promise<void>) => void,
  logger: Logger,
): Audit {
  let waiting: Waiting[] = [];
  let isWriting = false;
  const sums = summed<NewAuditRow>();

  /** Notes that came while others were written go together: a hall that signs in does not queue for the head. */
  async function writeWaiting(): Promise<void> {
    if (isWriting) return;
    isWriting = true;
    while (waiting.length > 0) {
      const group = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      const rows = group.map(({ row }) => row);
      try {
        await db.transaction().execute((tx) => appendAuditRows(tx, rows));
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    isWriting = false;
  }

  function put(row: NewAuditRow): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.push({ row, resolve, reject });
      void writeWaiting();
    });
  }

  return {
    write: (tx, ...events) => writeAudit(tx, now(), ...events),
    note: (event) => put(auditRow(event, now())),
    noteOften: (event, key) => {
      const row = auditRow(event, now());
      const { action, actorId, boardId, address, result, detail } = row;
      const alike = key ?? [action, actorId, boardId, result, detail].join(' ');
      if (sums.take(`${address} ${alike}`, row)) later(() => put(row));
    },
    writeSums: async (all) => {
      const { sums: over, rest } = sums.due(all);
      const at = now().toISOString();
      const rows = over.map(({ what, count }) => {
        const detail = { ...(JSON.parse(what.detail) as object), times: count };
        return { ...what, at, detail: JSON.stringify(detail) };
      });
      if (rest > 0) {
        rows.push(
          auditRow({ action: 'refused.more', actor: SERVER, result: 'refused', detail: { times: rest } }, now()),
        );
        logger.warn({ count: rest }, 'audit: more was refused than is written down one by one');
      }
      if (rows.length > 0) await db.transaction().execute((tx) => appendAuditRows(tx, rows));
    },
  };
}
