import type { z } from 'zod';
import type { profileChangeSchema } from '../../shared/protocol/api.ts';
import { endSignInLinks } from '../db/signInLinks.ts';
import { isDuplicate } from '../db/storeError.ts';
import { findUserByEmail, normaliseEmail, updateUser } from '../db/users.ts';
import type { AuditEvent } from './audit/auditEvent.ts';
import type { ServiceContext } from './context.ts';
import { organisationByName } from './organisationByName.ts';
import { hashPassword, isPassword } from './password.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import type { SignInLimits } from './signInLimits.ts';

type ProfileChange = z.infer<typeof profileChangeSchema>;

interface Asking {
  readonly person: Person;
  readonly sessionKey: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** How long after signing in by a link one may change how one signs in. */
const FRESH_MS = 15 * 60_000;

/**
 * Whoever finds a session left open must not be able to take the account over: asks the password, and of who has none
 * to have signed in a moment ago. Who has neither a password nor an address that is known to be theirs could not sign
 * in again; there is nothing but the session.
 */
async function confirmOwner(
  limits: SignInLimits,
  { person, startedAt }: Asking,
  given: string | undefined,
  now: Date,
): Promise<void> {
  if (person.passwordHash === null) {
    if (person.emailConfirmedAt !== null && now.getTime() - startedAt > FRESH_MS) throw new Problem('signInAgain');
    return;
  }
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

/** What the log is told: which fields, not what is in them. */
function eventsOf(person: Person, next: Partial<Person>): AuditEvent[] {
  const subject = { actor: person, subjectId: person.id };
  const fields = Object.keys(next).filter((field) => ['name', 'email', 'organisationId'].includes(field));
  return [
    ...(fields.length === 0
      ? []
      : [{ action: 'account.changed', ...subject, detail: { fields: fields.join(',') } } as const]),
    ...(next.passwordHash === undefined ? [] : [{ action: 'account.passwordChanged', ...subject } as const]),
  ];
}

/**
 * Changes one's own name, language, address or password; the last two want the password, or a sign-in of a moment
 * ago. They end the sign-in links that lie unused, and a new password ends all other sessions. An organisation can be
 * named by who has none; what one may do on boards does not depend on it.
 * @throws Problem `passwordWrong`, `signInAgain`, `emailTaken`, `notAllowed`, `tooManyRequests`
 */
export async function changeProfile(
  context: ServiceContext,
  limits: SignInLimits,
  signedIn: Asking,
  change: ProfileChange,
): Promise<Person> {
  const { person, sessionKey } = signedIn;
  const now = context.now();
  if (change.organisation !== undefined && person.organisationId !== null) throw new Problem('notAllowed');
  const email = change.email === undefined ? {} : await newEmail(context, person, change.email);
  if (email.email !== undefined) await confirmOwner(limits, signedIn, change.currentPassword, now);
  if (change.password) await confirmOwner(limits, signedIn, change.password.old, now);
  const next: Partial<Person> = {
    ...(change.name === undefined ? {} : { name: change.name }),
    ...(change.language === undefined ? {} : { language: change.language }),
    ...email,
    ...(change.password ? { passwordHash: await hashPassword(change.password.new) } : {}),
  };
  if (change.organisation !== undefined) {
    const { id } = await organisationByName(context.db, change.organisation, now);
    Object.assign(next, { organisationId: id });
  }
  try {
    await context.db.transaction().execute(async (tx) => {
      await updateUser(tx, person.id, next);
      if (email.email !== undefined || change.password) await endSignInLinks(tx, person.id, now.toISOString());
      await context.audit.write(tx, ...eventsOf(person, next));
    });
  } catch (error) {
    throw isDuplicate(error) ? new Problem('emailTaken') : error;
  }
  if (change.password) {
    for (const key of await context.sessions.endOthers(person.id, sessionKey)) context.live.sessionEnded(key);
  }
  return { ...person, ...next };
}
