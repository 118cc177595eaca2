import { findSignInLink, takeSignInLink } from '../db/signInLinks.ts';
import { findUser, hasNoUsers, insertUser } from '../db/users.ts';
import { STRANGER } from './audit/auditEvent.ts';
import { confirmOwner } from './confirmOwner.ts';
import type { ServiceContext } from './context.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { hashToken, newId } from './secrets.ts';

type Link = NonNullable<Awaited<ReturnType<typeof findSignInLink>>>;

async function openLink(context: ServiceContext, token: string): Promise<Link> {
  const link = await findSignInLink(context.db, hashToken(token));
  if (!link) throw new Problem('notFound');
  if (link.usedAt !== null) throw new Problem('linkUsed');
  if (link.expiresAt <= context.now().toISOString()) throw new Problem('linkExpired');
  return link;
}

/** The name of whom a link signs in; nothing is used up. Undefined for the first administrator, who has none yet. */
export async function whoseLink(context: ServiceContext, token: string): Promise<string | undefined> {
  const { userId } = await openLink(context, token);
  return userId === null ? undefined : (await findUser(context.db, userId))?.name;
}

async function makeFirstAdministrator(context: ServiceContext): Promise<Person> {
  const administrator: Person = {
    id: newId(),
    email: null,
    emailConfirmedAt: null,
    name: 'Beheerder',
    organisationId: null,
    administrator: 1,
    passwordHash: null,
    language: 'nl',
    createdAt: context.now().toISOString(),
    deactivatedAt: null,
  };
  await context.db.transaction().execute(async (tx) => {
    if (!(await hasNoUsers(tx))) throw new Problem('linkUsed');
    await insertUser(tx, administrator);
    const subject = { actor: STRANGER, subjectId: administrator.id };
    await context.audit.write(tx, { action: 'account.made', ...subject, detail: { administrator: true } });
  });
  return administrator;
}

/**
 * Uses a link up and gives whom it signs in.
 * @throws Problem `notFound`, `linkUsed`, `linkExpired`, `accountOff`
 */
export async function signInByLink(context: ServiceContext, token: string): Promise<Person> {
  const link = await openLink(context, token).catch((error: unknown) => {
    context.audit.noteOften({ action: 'signIn.link', actor: STRANGER, result: 'failed' });
    throw error;
  });
  const isMine = await takeSignInLink(context.db, link.tokenHash, context.now().toISOString());
  if (!isMine) throw new Problem('linkUsed');
  if (link.userId === null) return makeFirstAdministrator(context);
  const person = await findUser(context.db, link.userId);
  if (!person) throw new Problem('notFound');
  if (person.deactivatedAt !== null) throw new Problem('accountOff');
  if (link.email === null) return person;
  // Sent to an address that the account has no more: it says nothing of who owns the one that it has.
  if (link.email !== person.email) throw new Problem('linkExpired');
  return person.emailConfirmedAt === null ? confirmOwner(context, person) : person;
}
