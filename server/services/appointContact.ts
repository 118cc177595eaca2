import type { Id } from '../../shared/board/ids.ts';
import { lockBoard, raiseRightsVersion } from '../db/boards.ts';
import { revokeInvitationsBy } from '../db/invitations.ts';
import { findMembership, updateMembership } from '../db/memberships.ts';
import { boardFor } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { rightsChanged } from './rightsChanged.ts';

/**
 * Makes someone contact of the organisation for which they are on the board, or no longer (N5). An organisation may
 * have several. The open invitations of who is no longer contact are withdrawn.
 * @throws Problem `notFound`, `notAllowed`
 */
export async function appointContact(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  userId: Id,
  isContact: boolean,
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    await boardFor(tx, person, boardId, 'appointContact');
    const membership = await findMembership(tx, boardId, userId);
    if (!membership) throw new Problem('notFound');
    await updateMembership(tx, boardId, userId, { isContact: isContact ? 1 : 0 });
    const isOver = !isContact && membership.isContact === 1 && membership.role !== 'facilitator';
    if (isOver) await revokeInvitationsBy(tx, boardId, userId, context.now().toISOString());
    await raiseRightsVersion(tx, boardId);
  });
  rightsChanged(context, boardId);
}
