import { ROLES, type Role } from '../../shared/access/roles.ts';
import type { Id } from '../../shared/board/ids.ts';
import { lockBoard, raiseRightsVersion } from '../db/boards.ts';
import type { Db } from '../db/database.ts';
import { findMembership, insertMembership, updateMembership } from '../db/memberships.ts';
import { withdrawnAt } from '../db/withdrawals.ts';
import { addPartyFor } from './addPartyFor.ts';
import { Problem } from './problem.ts';

export interface Joining {
  readonly boardId: Id;
  readonly userId: Id;
  readonly organisationId: Id;
  readonly role: Role;
  /** When the invitation was made; absent where no invitation is used. */
  readonly invitedAt?: string;
}

/** True when the first role allows more: `ROLES` goes from most to least. */
export function isMore(role: Role, than: Role): boolean {
  return ROLES.indexOf(role) < ROLES.indexOf(than);
}

/**
 * Puts someone on the board, within the caller's transaction. Who is on it already keeps the role that allows more:
 * a facilitator who tries an invitation does not lose the board by it. Whose rights were taken away gets nothing back
 * by an invitation from before.
 * @returns false when nothing changed
 * @throws Problem `tooManyParties`, `invitationExpired`
 */
export async function joinBoard(db: Db, joining: Joining, now: Date): Promise<boolean> {
  const { invitedAt, ...membership } = joining;
  const { boardId, userId, organisationId, role } = membership;
  await lockBoard(db, boardId);
  const present = await findMembership(db, boardId, userId);
  if (present && !isMore(role, present.role)) return false;
  if (invitedAt !== undefined && invitedAt <= ((await withdrawnAt(db, boardId, userId)) ?? '')) {
    if (present) return false;
    throw new Problem('invitationExpired');
  }
  if (present) await updateMembership(db, boardId, userId, { role, organisationId });
  else await insertMembership(db, { ...membership, createdAt: now.toISOString() });
  await addPartyFor(db, joining);
  await raiseRightsVersion(db, boardId);
  return true;
}
