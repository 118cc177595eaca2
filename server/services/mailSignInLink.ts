import { setTimeout as wait } from 'node:timers/promises';
import { findUserByEmail, normaliseEmail } from '../db/users.ts';
import { STRANGER } from './audit/auditEvent.ts';
import type { ServiceContext } from './context.ts';
import { mailOf } from './mail/letter.ts';
import { letterTexts } from './mail/letterTexts.ts';
import { makeSignInLink } from './makeSignInLink.ts';
import type { SignInLimits } from './signInLimits.ts';

/**
 * A store that writes to its disk holds up the process: begun at once, making the link would show in how long the answer
 * takes.
 */
const AFTER_ANSWER_MS = 150;

async function send(context: ServiceContext, email: string): Promise<void> {
  const user = await findUserByEmail(context.db, email);
  if (!user || user.deactivatedAt !== null) return;
  const url = await makeSignInLink(context, user.id, email, STRANGER);
  const t = letterTexts(user.language);
  const letter = {
    language: user.language,
    subject: t('signInSubject'),
    paragraphs: [t('dear', { name: user.name }), t('signInText')],
    button: { label: t('signInButton'), url },
    after: [t('signInOnce'), t('signInIgnore')],
  };
  await context.sendMail(mailOf(email, letter));
}

/**
 * Mails a sign-in link to who has an account. Looks and lasts the same for an unknown address: the letter is made
 * after the answer.
 * @throws Problem `tooManyRequests`
 */
export function mailSignInLink(context: ServiceContext, limits: SignInLimits, email: string, address: string): void {
  const account = normaliseEmail(email);
  limits.mailsByAddress.take(address);
  limits.mailsByAccount.take(account);
  context.later(async () => {
    await wait(AFTER_ANSWER_MS);
    await send(context, account);
  });
}
