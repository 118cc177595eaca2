import { createHash } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { AuditEventTable } from './schema.ts';

export type AuditRow = Selectable<AuditEventTable>;
/** An event before it has its place in the chain. */
export type NewAuditRow = Omit<AuditRow, 'sequence' | 'hash'>;

/** The newest event, or where the chain begins. */
export interface AuditHead {
  readonly sequence: number;
  readonly hash: string;
}
export const AUDIT_START: AuditHead = { sequence: 0, hash: '' };

/** What the row's hash must be after this hash: over every column, in an order that stays. */
export function auditHash(before: string, row: Omit<AuditRow, 'hash'>): string {
  const { sequence, at, action, actorKind, actorId, boardId, organisationId, subjectId, result, address, detail } = row;
  const content = [before, sequence, at, action, actorKind, actorId, boardId, organisationId, subjectId, result];
  return createHash('sha256')
    .update(JSON.stringify([...content, address, detail]))
    .digest('hex');
}

/** The events with their places after this head. */
export function chained(head: AuditHead, events: readonly NewAuditRow[]): AuditRow[] {
  let last: AuditHead = head;
  return events.map((event) => {
    const row = { ...event, sequence: last.sequence + 1 };
    const placed = { ...row, hash: auditHash(last.hash, row) };
    last = placed;
    return placed;
  });
}
