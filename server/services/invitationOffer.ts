import type { InvitationOffer } from '../../shared/protocol/api.ts';
import { type BoardRow, findBoard } from '../db/boards.ts';
import { findInvitation, type InvitationRow } from '../db/invitations.ts';
import { findOrganisation } from '../db/organisations.ts';
import { findUser } from '../db/users.ts';
import type { ServiceContext } from './context.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { hashToken } from './secrets.ts';

/** The invitation with this token while it lets people in. Throws `notFound`, `invitationExpired`, `boardClosed`. */
export async function openInvitation(
  { db, now }: ServiceContext,
  token: string,
): Promise<{ readonly invitation: InvitationRow; readonly board: BoardRow }> {
  const invitation = await findInvitation(db, hashToken(token));
  const board = invitation && (await findBoard(db, invitation.boardId));
  if (!board) throw new Problem('notFound');
  const isOver = invitation.revokedAt !== null || invitation.expiresAt <= now().toISOString();
  if (isOver) throw new Problem('invitationExpired');
  if (board.closedAt !== null) throw new Problem('boardClosed');
  return { invitation, board };
}

/**
 * What who opens an invitation sees. Changes nothing, whoever opens it.
 * @throws Problem `notFound`, `invitationExpired`, `boardClosed`
 */
export async function invitationOffer(
  context: ServiceContext,
  person: Person | undefined,
  token: string,
): Promise<InvitationOffer> {
  const { invitation, board } = await openInvitation(context, token);
  const organisation = await findOrganisation(context.db, invitation.organisationId);
  const inviter = await findUser(context.db, invitation.createdBy);
  return {
    boardTitle: board.title,
    organisation: organisation?.name ?? '',
    role: invitation.role,
    invitedBy: inviter?.name ?? '',
    ...(person ? { signedInAs: person.name } : {}),
  };
}
