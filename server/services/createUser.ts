import type { Id } from '../../shared/board/ids.ts';
import { signInLinkRequestSchema } from '../../shared/protocol/api.ts';
import type { Db } from '../db/database.ts';
import { findOrganisation } from '../db/organisations.ts';
import { isDuplicate } from '../db/storeError.ts';
import { insertUser, normaliseEmail } from '../db/users.ts';
import { SERVER } from './audit/auditEvent.ts';
import { writeAudit } from './audit/writeAudit.ts';
import { hashPassword } from './password.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { newId } from './secrets.ts';

export interface NewUser {
  readonly email: string;
  readonly name: string;
  readonly organisationId: Id;
  /** Runs the installation; sees no board without being on it. */
  readonly administrator: boolean;
  /** Absent: signs in by links. */
  readonly password: string | undefined;
}

/** Shortest password that anyone may have. */
const PASSWORD_MIN = 10;

/**
 * Makes an account for someone whose address the operator vouches for.
 * @throws Problem `emailTaken`, or `invalidInput` naming `email`, `name`, `organisation` or `password`
 */
export async function createUser(db: Db, wanted: NewUser, now: Date): Promise<Person> {
  const name = wanted.name.trim();
  if (name === '') throw new Problem('invalidInput', { fields: ['name'] });
  if (!signInLinkRequestSchema.safeParse(wanted).success) throw new Problem('invalidInput', { fields: ['email'] });
  if (!(await findOrganisation(db, wanted.organisationId))) {
    throw new Problem('invalidInput', { fields: ['organisation'] });
  }
  const { password } = wanted;
  if (password !== undefined && password.length < PASSWORD_MIN) {
    throw new Problem('invalidInput', { fields: ['password'] });
  }
  const at = now.toISOString();
  const person: Person = {
    id: newId(),
    email: normaliseEmail(wanted.email),
    emailConfirmedAt: at,
    name,
    organisationId: wanted.organisationId,
    administrator: wanted.administrator ? 1 : 0,
    passwordHash: password === undefined ? null : await hashPassword(password),
    language: 'nl',
    createdAt: at,
    deactivatedAt: null,
  };
  const { id, organisationId, administrator } = person;
  const event = { action: 'account.made', actor: SERVER, organisationId, subjectId: id } as const;
  try {
    await db.transaction().execute(async (tx) => {
      await insertUser(tx, person);
      await writeAudit(tx, now, { ...event, detail: { administrator: administrator === 1 } });
    });
  } catch (error) {
    throw isDuplicate(error) ? new Problem('emailTaken') : error;
  }
  return person;
}
