import { createOrganisation } from '../../services/createOrganisation.ts';
import type { CliCommand } from '../commandContext.ts';
import { required } from '../options.ts';

export const organisationCreate: CliCommand = {
  options: { name: { type: 'string' } },
  usage: 'organisation create --name NAAM',
  run: async ({ database, now }, input) => ({
    id: await createOrganisation(database.db, required(input, 'name'), now()),
  }),
};
