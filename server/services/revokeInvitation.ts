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
  { db, live, now }: ServiceContext,
  person: Person,
  boardId: Id,
  invitationId: Id,
): Promise<void> {
  await boardFor(db, person, boardId, 'invite');
  const found = await revokeInvitationRow(db, boardId, invitationId, now().toISOString());
  if (!found) throw new Problem('notFound');
  live.boardChanged(boardId);
}
