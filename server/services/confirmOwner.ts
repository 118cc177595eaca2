import { updateUser } from '../db/users.ts';
import type { ServiceContext } from './context.ts';
import type { Person } from './person.ts';

/**
 * Who owns the account's address is seen for the first time. Someone who typed another's address into an invitation must
 * not keep a way into the account that its owner now takes: the first letter ends what was there before.
 */
export async function confirmOwner(context: ServiceContext, person: Person): Promise<Person> {
  const change = { emailConfirmedAt: context.now().toISOString(), passwordHash: null };
  await context.db.transaction().execute(async (tx) => {
    await updateUser(tx, person.id, change);
    await context.audit.write(tx, { action: 'account.emailConfirmed', actor: person, subjectId: person.id });
  });
  for (const key of await context.sessions.endOthers(person.id)) context.live.sessionEnded(key);
  return { ...person, ...change };
}
