import { ROLES, type Role } from '../../shared/access/roles.ts';
import type { Id } from '../../shared/board/ids.ts';
import { lockBoard, raiseRightsVersion } from '../db/boards.ts';
import type { Db } from '../db/database.ts';
import { hatsOf, putHat } from '../db/hats.ts';
import { findMembership, insertMembership, type MembershipRow, updateMembership } from '../db/memberships.ts';
import { withdrawnAt } from '../db/withdrawals.ts';
import { addPartyFor } from './addPartyFor.ts';
import { Problem } from './problem.ts';
import { wearHat } from './wornHat.ts';

export interface Joining {
  readonly boardId: Id;
  readonly userId: Id;
  readonly organisationId: Id;
  readonly role: Role;
  readonly isContact?: boolean;
  /** When the invitation was made; absent where no invitation is used. */
  readonly invitedAt?: string;
}

/** True when the first role allows more: `ROLES` goes from most to least. */
export function isMore(role: Role, than: Role): boolean {
  return ROLES.indexOf(role) < ROLES.indexOf(than);
}

interface Hat {
  readonly role: Role;
  readonly isContact: number;
}

/** What one is for an organisation after an invitation: never less than before. Undefined when nothing changes. */
function raised(have: Hat, role: Role, isContact: number): Hat | undefined {
  const next = { role: isMore(role, have.role) ? role : have.role, isContact: Math.max(have.isContact, isContact) };
  return next.role === have.role && next.isContact === have.isContact ? undefined : next;
}

/** Gives who is on the board this role for this organisation. False when nothing changed. */
async function joinAgain(db: Db, worn: MembershipRow, joining: Joining, now: Date): Promise<boolean> {
  const { boardId, userId, organisationId, role } = joining;
  const isContact = joining.isContact ? 1 : 0;
  if (worn.organisationId === organisationId) {
    const next = raised(worn, role, isContact);
    if (next) await updateMembership(db, boardId, userId, next);
    return next !== undefined;
  }
  const known = (await hatsOf(db, boardId, userId)).find((hat) => hat.organisationId === organisationId);
  const next = known ? raised(known, role, isContact) : { role, isContact };
  if (!next) return false;
  await putHat(db, { boardId, userId, organisationId, ...next, createdAt: now.toISOString() });
  // What allows more is put on at once; another hat lies ready.
  if (isMore(role, worn.role)) await wearHat(db, worn, organisationId);
  return true;
}

/**
 * Puts someone on the board, within the caller's transaction. Who is on it already keeps the role that allows more:
 * a facilitator who tries an invitation does not lose the board by it. For another organisation they get another hat
 * (N8). Whose rights were taken away gets nothing back by an invitation from before.
 * @returns false when nothing changed
 * @throws Problem `tooManyParties`, `invitationExpired`
 */
export async function joinBoard(db: Db, joining: Joining, now: Date): Promise<boolean> {
  const { invitedAt, isContact, ...membership } = joining;
  const { boardId, userId } = membership;
  await lockBoard(db, boardId);
  const present = await findMembership(db, boardId, userId);
  const isOver = invitedAt !== undefined && invitedAt <= ((await withdrawnAt(db, boardId, userId)) ?? '');
  if (isOver) {
    if (present) return false;
    throw new Problem('invitationExpired');
  }
  if (present) {
    if (!(await joinAgain(db, present, joining, now))) return false;
  } else await insertMembership(db, { ...membership, isContact: isContact ? 1 : 0, createdAt: now.toISOString() });
  await addPartyFor(db, joining);
  await raiseRightsVersion(db, boardId);
  return true;
}
