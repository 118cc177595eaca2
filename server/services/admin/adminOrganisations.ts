import type { AdminOrganisation } from '../../../shared/protocol/admin.ts';
import { organisationsWithCounts } from '../../db/adminOrganisations.ts';
import type { ServiceContext } from '../context.ts';

/** Every organisation, by name. */
export async function adminOrganisations({ db }: ServiceContext): Promise<AdminOrganisation[]> {
  return organisationsWithCounts(db);
}
