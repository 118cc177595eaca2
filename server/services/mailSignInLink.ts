import { mail as english } from '../../shared/i18n/en/mail.ts';
import { mail as dutch } from '../../shared/i18n/nl/mail.ts';
import { findUserByEmail, normaliseEmail } from '../db/users.ts';
import { STRANGER } from './audit/auditEvent.ts';
import type { ServiceContext } from './context.ts';
import { makeSignInLink } from './makeSignInLink.ts';
import type { SignInLimits } from './signInLimits.ts';

async function send(context: ServiceContext, email: string): Promise<void> {
  const user = await findUserByEmail(context.db, email);
  if (!user) return;
  const url = await makeSignInLink(context, user.id, email, STRANGER);
  const texts = user.language === 'en' ? english : dutch;
  const text = texts.signInText.replace('{{name}}', () => user.name).replace('{{url}}', () => url);
  await context.sendMail({ to: email, subject: texts.signInSubject, text });
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
  context.later(() => send(context, account));
}
