import { mayChangeRole } from '../../shared/access/peopleActions.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { Id } from '../../shared/board/ids.ts';
import { revokeTokensOf } from '../db/accessTokens.ts';
import { lockBoard, raiseRightsVersion, settingsOf } from '../db/boards.ts';
import { organisationsWithContact, putHat } from '../db/hats.ts';
import { revokeInvitationsBy } from '../db/invitations.ts';
import { updateMembership } from '../db/memberships.ts';
import { noteWithdrawal } from '../db/withdrawals.ts';
import { addPartyFor } from './addPartyFor.ts';
import { actorOf, boardOf } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import { isMore } from './joinBoard.ts';
import { keepFacilitator } from './keepFacilitator.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { refuseGuest } from './refuseGuest.ts';
import { rightsChanged } from './rightsChanged.ts';
import { standingOf } from './standing.ts';

/**
 * Gives someone on the board another role; a contact gives colleagues theirs (N6). Programs of who is no longer
 * facilitator are let go, and so are the invitations that a facilitator made.
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
    const onBoard = await boardOf(tx, person, boardId);
    const actor = actorOf(onBoard);
    // Permission before existence.
    if (actor.role !== 'facilitator' && !actor.isContact) throw new Problem('notAllowed');
    const { membership, as, isWorn } = await standingOf(tx, boardId, userId, actor);
    await refuseGuest(tx, userId);
    const hasContact = (await organisationsWithContact(tx, boardId)).has(as.organisationId);
    if (!mayChangeRole(actor, as, role, hasContact, settingsOf(onBoard.board))) throw new Problem('notAllowed');
    const now = context.now().toISOString();
    if (isWorn) {
      if (role !== 'facilitator') {
        await keepFacilitator(tx, membership);
        await revokeTokensOf(tx, boardId, userId, now);
        if (membership.role === 'facilitator') await revokeInvitationsBy(tx, boardId, userId, now);
      }
      await updateMembership(tx, boardId, userId, { role });
    } else {
      const { organisationId, isContact } = as;
      const { createdAt } = membership;
      await putHat(tx, { boardId, userId, organisationId, role, isContact: isContact ? 1 : 0, createdAt });
    }
    if (isMore(as.role, role)) await noteWithdrawal(tx, boardId, userId, now);
    await addPartyFor(tx, { boardId, organisationId: as.organisationId, role });
    await raiseRightsVersion(tx, boardId);
    const { organisationId, role: from } = membership;
    const subject = { boardId, organisationId, subjectId: userId };
    if (from !== role) {
      await context.audit.write(tx, {
        action: 'people.roleChanged',
        actor: person,
        ...subject,
        detail: { from, role },
      });
    }
  });
  rightsChanged(context, boardId);
}
