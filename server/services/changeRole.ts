import type { Role } from '../../shared/access/roles.ts';
import type { Id } from '../../shared/board/ids.ts';
import { revokeTokensOf } from '../db/accessTokens.ts';
import { lockBoard, raiseRightsVersion } from '../db/boards.ts';
import { findMembership, updateMembership } from '../db/memberships.ts';
import { noteWithdrawal } from '../db/withdrawals.ts';
import { addPartyFor } from './addPartyFor.ts';
import { boardFor } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import { isMore } from './joinBoard.ts';
import { keepFacilitator } from './keepFacilitator.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { refuseGuest } from './refuseGuest.ts';
import { rightsChanged } from './rightsChanged.ts';

/**
 * Gives someone on the board another role. Programs of who is no longer facilitator are let go.
 * @throws Problem `notFound`, `notAllowed`, `lastFacilitator`, `tooManyParties`
 */
export async function changeRole(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  userId: Id,
  role: Role,
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    await boardFor(tx, person, boardId, 'changeRoles');
    const membership = await findMembership(tx, boardId, userId);
    if (!membership) throw new Problem('notFound');
    await refuseGuest(tx, userId);
    const now = context.now().toISOString();
    if (role !== 'facilitator') await keepFacilitator(tx, membership);
    if (role !== 'facilitator') await revokeTokensOf(tx, boardId, userId, now);
    await updateMembership(tx, boardId, userId, { role });
    if (isMore(membership.role, role)) await noteWithdrawal(tx, boardId, userId, now);
    await addPartyFor(tx, { ...membership, role });
    await raiseRightsVersion(tx, boardId);
  });
  rightsChanged(context, boardId);
}
