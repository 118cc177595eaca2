import { actingFor } from '../services/audit/actingFor.ts';
import type { Audit } from '../services/audit/audit.ts';
import type { RefusedEdit } from './extensions/journalFirst.ts';

/** Tells the log of an edit that was refused; many of them are one row and a sum. */
export function noteRefusedEdit(audit: Audit, { identity, boardId, document, reason }: RefusedEdit): void {
  const { userId: id, program, address } = identity;
  const actor = program ? ({ kind: 'program', id } as const) : { id };
  const event = { action: 'refused.edit', actor, boardId, result: 'refused', detail: { document, reason } } as const;
  actingFor({ address }, () => audit.noteOften(event));
}
