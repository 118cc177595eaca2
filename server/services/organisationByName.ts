import type { Db } from '../db/database.ts';
import { findOrganisationByName, insertOrganisations, type OrganisationRow } from '../db/organisations.ts';
import { newId } from './secrets.ts';

/** The organisation of this name, upper and lower case alike; made when there is none. */
export async function organisationByName(db: Db, name: string, now: Date): Promise<OrganisationRow> {
  const known = await findOrganisationByName(db, name);
  if (known) return known;
  const organisation = { id: newId(), name: name.trim(), createdAt: now.toISOString() };
  await insertOrganisations(db, [organisation]);
  return organisation;
}
