import { ROLES } from '../../../shared/access/roles.ts';
import { addMember } from '../../services/addMember.ts';
import { CliError } from '../cliError.ts';
import type { CliCommand } from '../commandContext.ts';
import { personOf, required } from '../options.ts';

export const memberAdd: CliCommand = {
  options: { board: { type: 'string' }, email: { type: 'string' }, role: { type: 'string' } },
  usage: `member add --board ID --email ADRES --role ${ROLES.join('|')}`,
  run: async ({ database, now }, input) => {
    const wanted = required(input, 'role');
    const role = ROLES.find((known) => known === wanted);
    if (!role) throw new CliError(`De optie --role klopt niet: kies ${ROLES.join(', ')}.`);
    const person = await personOf(database.db, required(input, 'email'));
    await addMember(database.db, person, required(input, 'board'), role, now());
    return {};
  },
};
