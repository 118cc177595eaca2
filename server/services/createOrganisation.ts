import type { Id } from '../../shared/board/ids.ts';
import { LIMITS } from '../../shared/board/limits.ts';
import type { Db } from '../db/database.ts';
import { findOrganisationByName, insertOrganisations } from '../db/organisations.ts';
import { Problem } from './problem.ts';
import { newId } from './secrets.ts';

/**
 * Makes an organisation.
 * @throws Problem `invalidInput` for a name that is empty, too long or taken
 */
export async function createOrganisation(db: Db, name: string, now: Date): Promise<Id> {
  const clean = name.trim();
  const isWrong = clean === '' || clean.length > LIMITS.title || (await findOrganisationByName(db, clean));
  if (isWrong) throw new Problem('invalidInput', { fields: ['name'] });
  const id = newId();
  await insertOrganisations(db, [{ id, name: clean, createdAt: now.toISOString() }]);
  return id;
}
