import { mayRemove } from '../../shared/access/peopleActions.ts';
import type { Id } from '../../shared/board/ids.ts';
import { revokeTokensOf } from '../db/accessTokens.ts';
import { lockBoard, raiseRightsVersion, settingsOf } from '../db/boards.ts';
import type { Db } from '../db/database.ts';
import { endDraftReading } from '../db/draftReaders.ts';
import { deleteHat, deleteHats, hatsOf } from '../db/hats.ts';
import { revokeInvitationsBy } from '../db/invitations.ts';
import { deleteMembership, findMembership, type MembershipRow } from '../db/memberships.ts';
import { noteWithdrawal } from '../db/withdrawals.ts';
import { actorOf, boardOf } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import { keepFacilitator } from './keepFacilitator.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { refuseGuest } from './refuseGuest.ts';
import { rightsChanged } from './rightsChanged.ts';
import { standingOf } from './standing.ts';
import { wearHat } from './wornHat.ts';

/** Takes someone off the board altogether. */
async function takeOff(tx: Db, membership: MembershipRow, now: string): Promise<void> {
  const { boardId, userId } = membership;
  await keepFacilitator(tx, membership);
  await deleteMembership(tx, boardId, userId);
  await deleteHats(tx, boardId, userId);
  await endDraftReading(tx, boardId, userId, now);
  await revokeTokensOf(tx, boardId, userId, now);
}

/**
 * A contact takes a colleague off; one who also works for another organisation stays for that one.
 * @throws Problem `notFound`, `notAllowed`
 */
async function takeOffBy(context: ServiceContext, tx: Db, person: Person, boardId: Id, userId: Id): Promise<void> {
  const onBoard = await boardOf(tx, person, boardId);
  const actor = actorOf(onBoard);
  // Permission before existence.
  if (actor.role !== 'facilitator' && !actor.isContact) throw new Problem('notAllowed');
  const { membership, as, isWorn } = await standingOf(tx, boardId, userId, actor);
  if (!mayRemove(actor, as, settingsOf(onBoard.board))) throw new Problem('notAllowed');
  const now = context.now().toISOString();
  const other = actor.role === 'facilitator' ? undefined : (await hatsOf(tx, boardId, userId))[0];
  if (!isWorn || other) await endDraftReading(tx, boardId, userId, now, as.organisationId);
  if (!isWorn) await deleteHat(tx, boardId, userId, as.organisationId);
  else if (other) await wearHat(tx, membership, other.organisationId, false);
  else await takeOff(tx, membership, now);
  await revokeInvitationsBy(tx, boardId, userId, now, isWorn && !other ? undefined : as.organisationId);
  await noteWithdrawal(tx, boardId, userId, now);
}

/**
 * Takes someone off the board; everyone may take themselves off. Their cards stay, their programs go, and so do the
 * open invitations of who was taken off by another.
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
    const membership = await findMembership(tx, boardId, userId);
    if (membership) await refuseGuest(tx, userId);
    if (userId === person.id) {
      if (!membership) throw new Problem('notFound');
      await takeOff(tx, membership, context.now().toISOString());
    } else await takeOffBy(context, tx, person, boardId, userId);
    await raiseRightsVersion(tx, boardId);
    const action = userId === person.id ? 'people.left' : 'people.removed';
    const { organisationId, role } = membership ?? {};
    await context.audit.write(tx, {
      action,
      actor: person,
      boardId,
      organisationId,
      subjectId: userId,
      ...(role === undefined ? {} : { detail: { role } }),
    });
  });
  rightsChanged(context, boardId);
}
