import type { Id } from '../../../shared/board/ids.ts';
import { renameOrganisationRow } from '../../db/adminOrganisations.ts';
import { findOrganisation, findOrganisationByName } from '../../db/organisations.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';

/**
 * Gives an organisation another name. On boards it is called as their facilitators call it there.
 * @throws Problem `notFound`, `invalidInput` (`name`) for a name that another one has
 */
export async function renameOrganisation(
  { db, audit }: ServiceContext,
  administrator: Person,
  id: Id,
  name: string,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const organisation = await findOrganisation(tx, id);
    if (!organisation) throw new Problem('notFound');
    if (organisation.name === name) return;
    const same = await findOrganisationByName(tx, name);
    if (same && same.id !== id) throw new Problem('invalidInput', { fields: ['name'] });
    await renameOrganisationRow(tx, id, name);
    await audit.write(tx, { action: 'organisation.renamed', actor: administrator, organisationId: id, subjectId: id });
  });
}
