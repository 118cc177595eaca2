import { findUserByEmail, normaliseEmail } from '../db/users.ts';
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
  limits.wrongByAddress.take(address);
  limits.wrongByAccount.take(account);
  const fits = await isPassword(user?.passwordHash ?? null, credentials.password);
  if (!user || !fits || user.deactivatedAt !== null) throw new Problem('wrongCredentials');
  limits.wrongByAddress.giveBack(address);
  limits.wrongByAccount.giveBack(account);
  return user;
}
