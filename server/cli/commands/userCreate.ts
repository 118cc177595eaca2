import { createUser } from '../../services/createUser.ts';
import { makeSignInLink } from '../../services/makeSignInLink.ts';
import type { CliCommand } from '../commandContext.ts';
import { required } from '../options.ts';

export const userCreate: CliCommand = {
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    organisation: { type: 'string' },
    administrator: { type: 'boolean' },
  },
  usage: 'user create --email ADRES --name NAAM --organisation ID [--administrator]   (wachtwoord op stdin, of geen)',
  run: async ({ database, now, publicUrl, readPassword }, input) => {
    const wanted = {
      email: required(input, 'email'),
      name: required(input, 'name'),
      organisationId: required(input, 'organisation'),
      administrator: input.options['administrator'] === true,
      password: await readPassword(),
    };
    const { db } = database;
    const { id, passwordHash } = await createUser(db, wanted, now());
    if (passwordHash !== null) return { id };
    return { id, link: await makeSignInLink({ db, now, publicUrl: () => publicUrl }, id) };
  },
};
