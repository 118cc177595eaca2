import type { Session } from '../../shared/protocol/api.ts';
import { findOrganisation } from '../db/organisations.ts';
import type { ServiceContext } from './context.ts';
import type { Person } from './person.ts';

/** Who is signed in, as the browser is told. */
export async function sessionFor(context: ServiceContext, person: Person, isGuest = false): Promise<Session> {
  const organisation =
    person.organisationId === null ? undefined : await findOrganisation(context.db, person.organisationId);
  return {
    user: {
      id: person.id,
      name: person.name,
      email: person.email ?? '',
      administrator: person.administrator === 1,
      organisation: organisation ? { id: organisation.id, name: organisation.name } : null,
      language: person.language,
      ...(isGuest && { guest: true as const }),
    },
    hasPassword: person.passwordHash !== null,
  };
}
