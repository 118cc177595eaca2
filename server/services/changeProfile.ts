import type { z } from 'zod';
import type { profileChangeSchema } from '../../shared/protocol/api.ts';
import { isDuplicate } from '../db/storeError.ts';
import { findUserByEmail, normaliseEmail, updateUser } from '../db/users.ts';
import type { ServiceContext } from './context.ts';
import { organisationByName } from './organisationByName.ts';
import { hashPassword, isPassword } from './password.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import type { SignInLimits } from './signInLimits.ts';

type ProfileChange = z.infer<typeof profileChangeSchema>;

/** Whoever finds a session left open must not be able to take the account over. */
async function confirmPassword(limits: SignInLimits, person: Person, given: string | undefined): Promise<void> {
  if (person.passwordHash === null) return;
  limits.wrongByAccount.take(person.id);
  if (!(await isPassword(person.passwordHash, given ?? ''))) throw new Problem('passwordWrong');
  limits.wrongByAccount.giveBack(person.id);
}

async function newEmail(context: ServiceContext, person: Person, email: string): Promise<Partial<Person>> {
  const address = normaliseEmail(email);
  if (address === person.email) return {};
  if (await findUserByEmail(context.db, address)) throw new Problem('emailTaken');
  return { email: address, emailConfirmedAt: null };
}

/**
 * Changes one's own name, language, address or password; the last two want the password of who has one. A new password ends all other sessions. An organisation can
 * be named by who has none; what one may do on boards does not depend on it.
 * @throws Problem `passwordWrong`, `emailTaken`, `notAllowed`, `tooManyRequests`
 */
export async function changeProfile(
  context: ServiceContext,
  limits: SignInLimits,
  signedIn: { readonly person: Person; readonly sessionKey: string },
  change: ProfileChange,
): Promise<Person> {
  const { person, sessionKey } = signedIn;
  if (change.organisation !== undefined && person.organisationId !== null) throw new Problem('notAllowed');
  const email = change.email === undefined ? {} : await newEmail(context, person, change.email);
  if (email.email !== undefined) await confirmPassword(limits, person, change.currentPassword);
  if (change.password) await confirmPassword(limits, person, change.password.old);
  const next: Partial<Person> = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.language === undefined ? {} : { language: change.language }),
    ...email,
    ...(change.password ? { passwordHash: await hashPassword(change.password.new) } : {}),
  };
  if (change.organisation !== undefined) {
    const { id } = await organisationByName(context.db, change.organisation, context.now());
    Object.assign(next, { organisationId: id });
  }
  await updateUser(context.db, person.id, next).catch((error: unknown) => {
    throw isDuplicate(error) ? new Problem('emailTaken') : error;
  });
  if (change.password) {
    for (const key of await context.sessions.endOthers(person.id, sessionKey)) context.live.sessionEnded(key);
  }
  return { ...person, ...next };
}
