import type { Id } from '../../shared/board/ids.ts';
import { LIMITS } from '../../shared/board/limits.ts';
import type { Db } from '../db/database.ts';
import { findOrganisationByName, insertOrganisations } from '../db/organisations.ts';
import { type Actor, SERVER } from './audit/auditEvent.ts';
import { writeAudit } from './audit/writeAudit.ts';
import { Problem } from './problem.ts';
import { newId } from './secrets.ts';

/**
 * Makes an organisation.
 * @param actor absent: a command
 * @throws Problem `invalidInput` for a name that is empty, too long or taken
 */
export async function createOrganisation(db: Db, name: string, now: Date, actor: Actor = SERVER): Promise<Id> {
  const clean = name.trim();
  const isWrong = clean === '' || clean.length > LIMITS.title || (await findOrganisationByName(db, clean));
  if (isWrong) throw new Problem('invalidInput', { fields: ['name'] });
  const id = newId();
  await db.transaction().execute(async (tx) => {
    await insertOrganisations(tx, [{ id, name: clean, createdAt: now.toISOString() }]);
    await writeAudit(tx, now, { action: 'organisation.made', actor, organisationId: id, subjectId: id });
  });
  return id;
}
