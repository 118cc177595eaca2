import type { Id } from '../../shared/board/ids.ts';
import { revokeInvitationRow } from '../db/invitations.ts';
import { boardFor } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';

/**
 * Makes an invitation let nobody in any more; who came in by it stays.
 * @throws Problem `notFound`, `notAllowed`
 */
export async function revokeInvitation(
  { db, live, now, audit }: ServiceContext,
  person: Person,
  boardId: Id,
  invitationId: Id,
): Promise<void> {
  await boardFor(db, person, boardId, 'invite');
  await db.transaction().execute(async (tx) => {
    const organisationId = await revokeInvitationRow(tx, boardId, invitationId, now().toISOString());
    if (organisationId === undefined) throw new Problem('notFound');
    const subject = { boardId, organisationId, subjectId: invitationId };
    await audit.write(tx, { action: 'people.invitationWithdrawn', actor: person, ...subject });
  });
  live.boardChanged(boardId);
}
