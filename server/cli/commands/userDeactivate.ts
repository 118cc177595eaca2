import { deactivateUser } from '../../services/accounts/deactivateUser.ts';
import type { CliCommand } from '../commandContext.ts';
import { personOf, required } from '../options.ts';

export const userDeactivate: CliCommand = {
  options: { email: { type: 'string' } },
  usage: 'user deactivate --email ADRES   (het account gaat uit; wat deze persoon schreef, blijft)',
  run: async ({ database: { db }, now }, input) => {
    const { id } = await personOf(db, required(input, 'email'));
    const { boardIds, withoutFacilitator } = await deactivateUser(db, id, now());
    return { id, boards: boardIds, withoutFacilitator };
  },
};
