import { appendAuditRows } from '../../db/auditEvents.ts';
import type { Db } from '../../db/database.ts';
import { type AuditEvent, auditRow } from './auditEvent.ts';

/**
 * Appends events to the log, in the transaction that does what they tell of. Call it there as the last thing: from here
 * to the end of the transaction everyone else who appends waits.
 */
export async function writeAudit(tx: Db, now: Date, ...events: readonly AuditEvent[]): Promise<void> {
  await appendAuditRows(
    tx,
    events.map((event) => auditRow(event, now)),
  );
}
