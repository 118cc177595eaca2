import type { Id } from '../../shared/board/ids.ts';
import type { Db } from '../db/database.ts';
import { deleteHat, hatsOf, putHat } from '../db/hats.ts';
import { type MembershipRow, updateMembership } from '../db/memberships.ts';
import { Problem } from './problem.ts';

/** A hat as it lies ready. A facilitator is one in every hat; put away, theirs is that of a member. */
function putAway({ boardId, userId, organisationId, role, isContact, createdAt }: MembershipRow) {
  return {
    boardId,
    userId,
    organisationId,
    role: role === 'facilitator' ? 'member' : role,
    isContact,
    createdAt,
  } as const;
}

/**
 * Puts on another hat that lies ready, within the caller's transaction; the one that was worn lies ready then.
 * @param keepsOld false where the old one is taken away
 * @throws Problem `notFound` when there is no such hat
 */
export async function wearHat(db: Db, worn: MembershipRow, organisationId: Id, keepsOld = true): Promise<void> {
  const { boardId, userId } = worn;
  const hat = (await hatsOf(db, boardId, userId)).find((known) => known.organisationId === organisationId);
  if (!hat) throw new Problem('notFound');
  await deleteHat(db, boardId, userId, organisationId);
  if (keepsOld) await putHat(db, putAway(worn));
  const role = worn.role === 'facilitator' ? 'facilitator' : hat.role;
  await updateMembership(db, boardId, userId, { organisationId, role, isContact: hat.isContact });
}
