import { reactivateUser } from '../../services/accounts/deactivateUser.ts';
import type { CliCommand } from '../commandContext.ts';
import { personOf, required } from '../options.ts';

export const userReactivate: CliCommand = {
  options: { email: { type: 'string' } },
  usage: 'user reactivate --email ADRES',
  run: async ({ database: { db } }, input) => {
    const { id } = await personOf(db, required(input, 'email'));
    await reactivateUser(db, id);
    return { id };
  },
};
