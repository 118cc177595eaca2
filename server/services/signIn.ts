import { findUserByEmail, normaliseEmail } from '../db/users.ts';
import { STRANGER } from './audit/auditEvent.ts';
import type { ServiceContext } from './context.ts';
import { isPassword } from './password.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import type { SignInLimits } from './signInLimits.ts';

/**
 * Finds who has this e-mail address and password.
 * @param address from where the request came, for the limit on wrong tries
 * @throws Problem `wrongCredentials`, the same and after the same time for an unknown address; `tooManyRequests`
 */
export async function signIn(
  context: ServiceContext,
  limits: SignInLimits,
  credentials: { readonly email: string; readonly password: string },
  address: string,
): Promise<Person> {
  const account = normaliseEmail(credentials.email);
  const user = await findUserByEmail(context.db, account);
  // Counted by what was typed, so that what is written and when does not tell whether it is an account.
  const failed = (detail: { readonly why: string }): void =>
    context.audit.noteOften(
      { action: 'signIn.password', actor: STRANGER, subjectId: user?.id, result: 'failed', detail },
      `signIn ${detail.why} ${account}`,
    );
  try {
    limits.wrongByAddress.take(address);
    limits.wrongByAccount.take(account);
  } catch (error) {
    failed({ why: 'tooManyRequests' });
    throw error;
  }
  const fits = await isPassword(user?.passwordHash ?? null, credentials.password);
  if (!user || !fits || user.deactivatedAt !== null) {
    failed({ why: 'wrongCredentials' });
    throw new Problem('wrongCredentials');
  }
  limits.wrongByAddress.giveBack(address);
  limits.wrongByAccount.giveBack(account);
  return user;
}
