import type { Id } from '../../shared/board/ids.ts';
import { revokeTokensOf } from '../db/accessTokens.ts';
import { lockBoard, raiseRightsVersion } from '../db/boards.ts';
import { deleteMembership, findMembership } from '../db/memberships.ts';
import { noteWithdrawal } from '../db/withdrawals.ts';
import { boardFor, boardOf } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import { keepFacilitator } from './keepFacilitator.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { refuseGuest } from './refuseGuest.ts';
import { rightsChanged } from './rightsChanged.ts';

/**
 * Takes someone off the board; everyone may take themselves off. Their cards stay, their programs go.
 * @throws Problem `notFound`, `notAllowed`, `lastFacilitator`
 */
export async function removeParticipant(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  userId: Id,
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    if (userId === person.id) await boardOf(tx, person, boardId);
    else await boardFor(tx, person, boardId, 'changeRoles');
    const membership = await findMembership(tx, boardId, userId);
    if (!membership) throw new Problem('notFound');
    await refuseGuest(tx, userId);
    await keepFacilitator(tx, membership);
    const now = context.now().toISOString();
    await deleteMembership(tx, boardId, userId);
    await revokeTokensOf(tx, boardId, userId, now);
    if (userId !== person.id) await noteWithdrawal(tx, boardId, userId, now);
    await raiseRightsVersion(tx, boardId);
  });
  rightsChanged(context, boardId);
}
