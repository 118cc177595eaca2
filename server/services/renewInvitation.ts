import { mayInvite } from '../../shared/access/peopleActions.ts';
import type { Id } from '../../shared/board/ids.ts';
import { settingsOf } from '../db/boards.ts';
import { findInvitationOf, renewInvitationRow } from '../db/invitations.ts';
import { actorOf, boardFor } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import { invitedBy } from './invitationState.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { hashToken, newToken } from './secrets.ts';
import { type Invitation, sendInvitation } from './sendInvitation.ts';

/**
 * Sends an invitation again, or gives another address to hand over; the earlier one lets nobody in any more. It works as
 * long again as it did at first.
 * @throws Problem `notFound`, `notAllowed`, `boardClosed`, `invitationUsed`
 */
export async function renewInvitation(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  invitationId: Id,
): Promise<Invitation> {
  const onBoard = await boardFor(context.db, person, boardId, 'inviteOwn');
  if (onBoard.board.closedAt !== null) throw new Problem('boardClosed');
  const row = await findInvitationOf(context.db, boardId, invitationId);
  if (!row) throw new Problem('notFound');
  if (!mayInvite(actorOf(onBoard), invitedBy(row), settingsOf(onBoard.board))) throw new Problem('notFound');
  if (row.mostUses !== null && row.used >= row.mostUses) throw new Problem('invitationUsed');
  const token = newToken();
  const now = context.now();
  const lasts = Date.parse(row.expiresAt) - Date.parse(row.createdAt);
  const change = {
    tokenHash: hashToken(token),
    sentAt: null,
    createdBy: person.id,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + lasts).toISOString(),
  };
  await renewInvitationRow(context.db, row.id, change);
  const made = await sendInvitation(context, { ...row, ...change }, token);
  context.live.boardChanged(boardId);
  return made;
}
