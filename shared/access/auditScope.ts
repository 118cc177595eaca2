import type { Participant } from './documentAccess.ts';

/**
 * Which part of a board's log someone sees (`docs/board-spec.md`, L4): the whole of it, or nothing. What belongs to one
 * organisation carries its id, so that its contact can be given that part here.
 */
export function auditScope({ role }: Participant): 'board' | undefined {
  return role === 'facilitator' ? 'board' : undefined;
}
