import { endSignInLinks } from '../../db/signInLinks.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';

/** Signs someone out everywhere, here too; what is open is closed, and sign-in links that lie unused end. */
export async function endAllDevices(
  { db, live, now, sessions }: ServiceContext,
  person: Pick<Person, 'id'>,
): Promise<void> {
  await endSignInLinks(db, person.id, now().toISOString());
  for (const key of await sessions.endOthers(person.id)) live.sessionEnded(key);
}
