import type { Db } from '../db/database.ts';
import { findUserByEmail } from '../db/users.ts';
import type { Person } from '../services/person.ts';
import { CliError } from './cliError.ts';
import type { CliInput } from './commandContext.ts';

/** An option that must be there. */
export function required({ options }: CliInput, name: string): string {
  const value = options[name];
  if (typeof value !== 'string' || value.trim() === '') throw new CliError(`De optie --${name} ontbreekt.`);
  return value;
}

/** Whom an e-mail address belongs to. */
export async function personOf(db: Db, email: string): Promise<Person> {
  const person = await findUserByEmail(db, email);
  if (!person) throw new CliError(`Er is geen account met het adres ${email}.`);
  return person;
}
