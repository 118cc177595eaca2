import { formatDate } from '../../shared/i18n/dates.ts';
import { findBoard } from '../db/boards.ts';
import { type InvitationRow, renewInvitationRow } from '../db/invitations.ts';
import { findOrganisation } from '../db/organisations.ts';
import { findUser, findUserByEmail } from '../db/users.ts';
import type { ServiceContext } from './context.ts';
import { mailOf } from './mail/letter.ts';
import { letterTexts } from './mail/letterTexts.ts';
import type { Mail } from './mail/mail.ts';
import { hashToken, newToken } from './secrets.ts';

export interface Invitation {
  readonly row: InvitationRow;
  /** Absent where it was mailed: it must be known to that address alone, since it shows who owns it. */
  readonly url?: string;
}

/** The letter is in the language of who has an account with the address; who it is, nobody else is told. */
async function letter({ db }: ServiceContext, row: InvitationRow, to: string, url: string): Promise<Mail> {
  const [board, organisation, inviter, receiver] = await Promise.all([
    findBoard(db, row.boardId),
    findOrganisation(db, row.organisationId),
    findUser(db, row.createdBy),
    findUserByEmail(db, to),
  ]);
  const language = receiver?.language ?? 'nl';
  const t = letterTexts(language);
  const names = {
    board: board?.title ?? '',
    organisation: organisation?.name ?? '',
    inviter: inviter?.name ?? '',
    date: formatDate(row.expiresAt, language),
  };
  return mailOf(to, {
    language,
    subject: t('inviteSubject', names),
    paragraphs: [
      t('hello'),
      t('inviteText', names),
      ...(row.asContact === 1 ? [t('inviteContact')] : []),
      t('inviteWhat'),
    ],
    button: { label: t('inviteButton'), url },
    after: [t('inviteOnce', names), t('inviteIgnore', names)],
  });
}

/**
 * Mails an invitation that is for an address. Where that fails nothing is lost: it gets another address, to hand over,
 * and that of the letter lets nobody in. One that is for no address is handed over.
 * @param token that of the row
 */
export async function sendInvitation(context: ServiceContext, row: InvitationRow, token: string): Promise<Invitation> {
  const urlOf = (secret: string): string => `${context.publicUrl()}/uitnodiging/${secret}`;
  if (row.email === null) return { row, url: urlOf(token) };
  try {
    await context.sendMail(await letter(context, row, row.email, urlOf(token)));
  } catch (error) {
    context.logger.warn({ err: error }, 'an invitation was not mailed');
    const other = newToken();
    const change = { tokenHash: hashToken(other), sentAt: null };
    await renewInvitationRow(context.db, row.id, change);
    return { row: { ...row, ...change }, url: urlOf(other) };
  }
  const change = { tokenHash: hashToken(token), sentAt: context.now().toISOString() };
  await renewInvitationRow(context.db, row.id, change);
  return { row: { ...row, ...change } };
}
