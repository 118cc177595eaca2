import type { Id } from '../board/ids.ts';
import type { Participant } from './documentAccess.ts';
import type { TokenAccess } from './roles.ts';

/**
 * As whom a program takes part (`docs/board-spec.md`, A7): one that may write writes what a facilitator may write in
 * the board's mode, one that may read reads.
 * @param organisationId that of the facilitator who made the token
 */
export function participantByToken(access: TokenAccess, organisationId: Id): Participant {
  return { role: access === 'write' ? 'facilitator' : 'viewer', organisationId };
}
