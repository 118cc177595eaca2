import type { AuditAction, AuditActor, AuditResult } from '../../../shared/access/auditActions.ts';
import type { Id } from '../../../shared/board/ids.ts';
import type { NewAuditRow } from '../../db/auditChain.ts';
import { actingNow } from './actingFor.ts';

/** Who does it: someone with an account, or a kind of actor, with its id where it has one. */
export type Actor = { readonly id: Id } | { readonly kind: AuditActor; readonly id?: Id };

/** The product itself; a command where one is running. */
export const SERVER = { kind: 'server' } as const satisfies Actor;
/** Nobody is signed in. */
export const STRANGER = { kind: 'stranger' } as const satisfies Actor;

/** What happened. Ids, numbers and words of the product only: no names, texts, addresses of mail or secrets. */
export interface AuditEvent {
  readonly action: AuditAction;
  readonly actor: Actor;
  readonly boardId?: Id | undefined;
  /** The organisation that it is about. */
  readonly organisationId?: Id | null | undefined;
  /** What it was done to; of what this is the id, `AUDIT_ACTIONS` says. */
  readonly subjectId?: Id | undefined;
  /** Absent: done. */
  readonly result?: AuditResult;
  readonly detail?: { readonly [name: string]: string | number | boolean };
}

/** So that a text that comes here by mistake does not stay for ever. */
const WORD = /^[\w.:,/{}*-]{0,120}$/;

function detailOf(detail: AuditEvent['detail'] = {}): string {
  const words = Object.entries(detail).map(([name, value]) => [
    name,
    typeof value === 'string' && !WORD.test(value) ? '?' : value,
  ]);
  return JSON.stringify(Object.fromEntries(words));
}

/** The event as its row, with the time, and from where it came. */
export function auditRow(event: AuditEvent, now: Date): NewAuditRow {
  const { action, actor, boardId = null, organisationId = null, subjectId = null, result = 'done' } = event;
  const { address = null, operator } = actingNow();
  const kind = 'kind' in actor ? actor.kind : 'person';
  const id = actor.id ?? null;
  // What the operator does as someone is not that person's act.
  const as = operator && id !== null ? { as: id } : {};
  return {
    at: now.toISOString(),
    action,
    actorKind: operator ? 'operator' : kind,
    actorId: operator ? null : id,
    boardId,
    organisationId,
    subjectId,
    result,
    address,
    detail: detailOf({ ...event.detail, ...as }),
  };
}
