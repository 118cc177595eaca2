import { makeSignInLink } from '../../services/makeSignInLink.ts';
import type { CliCommand } from '../commandContext.ts';
import { personOf, required } from '../options.ts';

export const link: CliCommand = {
  options: { email: { type: 'string' } },
  usage: 'link --email ADRES',
  run: async ({ database: { db }, now, publicUrl }, input) => {
    const { id } = await personOf(db, required(input, 'email'));
    return { url: await makeSignInLink({ db, now, publicUrl: () => publicUrl }, id) };
  },
};
