import type { InvitationOffer } from '../../shared/protocol/invitations.ts';
import { type BoardRow, findBoard } from '../db/boards.ts';
import { findInvitation, type InvitationRow } from '../db/invitations.ts';
import { findOrganisation } from '../db/organisations.ts';
import { findUser, findUserByEmail } from '../db/users.ts';
import type { ServiceContext } from './context.ts';
import { invitationState } from './invitationState.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { hashToken } from './secrets.ts';

/** The invitation with this token while it lets people in. Throws `notFound`, `invitationExpired`, `invitationUsed`, `boardClosed`. */
export async function openInvitation(
  { db, now }: ServiceContext,
  token: string,
): Promise<{ readonly invitation: InvitationRow; readonly board: BoardRow }> {
  const invitation = await findInvitation(db, hashToken(token));
  const board = invitation && (await findBoard(db, invitation.boardId));
  if (!board) throw new Problem('notFound');
  const state = invitationState(invitation, now());
  if (invitation.revokedAt !== null || state === 'expired') throw new Problem('invitationExpired');
  if (state === 'used') throw new Problem('invitationUsed');
  if (board.closedAt !== null) throw new Problem('boardClosed');
  return { invitation, board };
}

/**
 * The address that a letter went to. Its token was mailed to that address alone, so who holds it owns the address;
 * one that was handed over tells nothing of whom it is for.
 */
export function provenAddress({ email, sentAt }: InvitationRow): string | undefined {
  return email !== null && sentAt !== null ? email : undefined;
}

async function receiverOf(
  { db }: ServiceContext,
  invitation: InvitationRow,
): Promise<Pick<InvitationOffer, 'email' | 'accountName'>> {
  const email = provenAddress(invitation);
  if (email === undefined) return {};
  const account = await findUserByEmail(db, email);
  return account ? { email, accountName: account.name } : { email };
}

/**
 * What who opens an invitation sees. Changes nothing, whoever opens it.
 * @throws Problem `notFound`, `invitationExpired`, `invitationUsed`, `boardClosed`
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
    asContact: invitation.asContact === 1,
    invitedBy: inviter?.name ?? '',
    ...(person ? { signedInAs: person.name } : await receiverOf(context, invitation)),
  };
}
