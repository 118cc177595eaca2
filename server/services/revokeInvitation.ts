import { mayInvite } from '../../shared/access/peopleActions.ts';
import type { Id } from '../../shared/board/ids.ts';
import { settingsOf } from '../db/boards.ts';
import { findInvitationOf, revokeInvitationRow } from '../db/invitations.ts';
import { actorOf, boardFor } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import { invitedBy } from './invitationState.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';

/**
 * Makes an invitation let nobody in any more; who came in by it stays. Who may make one may withdraw it.
 * @throws Problem `notFound`, `notAllowed`
 */
export async function revokeInvitation(
  { db, live, now, audit }: ServiceContext,
  person: Person,
  boardId: Id,
  invitationId: Id,
): Promise<void> {
  const onBoard = await boardFor(db, person, boardId, 'manageOwn');
  const row = await findInvitationOf(db, boardId, invitationId);
  // Withdrawing is never a matter of the board's rules: a contact who may no longer invite can end what is open.
  const settings = { ...settingsOf(onBoard.board), invite: 'contacts' } as const;
  if (!row || !mayInvite(actorOf(onBoard), invitedBy(row), settings)) throw new Problem('notFound');
  await db.transaction().execute(async (tx) => {
    const organisationId = await revokeInvitationRow(tx, boardId, invitationId, now().toISOString());
    if (organisationId === undefined) throw new Problem('notFound');
    const subject = { boardId, organisationId, subjectId: invitationId };
    await audit.write(tx, { action: 'people.invitationWithdrawn', actor: person, ...subject });
  });
  live.boardChanged(boardId);
}
