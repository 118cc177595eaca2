import type { Id } from '../../shared/board/ids.ts';
import type { Db } from '../db/database.ts';
import { countInvitationUse, type InvitationRow } from '../db/invitations.ts';
import { isDuplicate } from '../db/storeError.ts';
import { findUserByEmail, insertUser, normaliseEmail, updateUser } from '../db/users.ts';
import type { ServiceContext } from './context.ts';
import { letInToDrafts } from './drafts/letInToDrafts.ts';
import { openInvitation } from './invitationOffer.ts';
import { joinBoard } from './joinBoard.ts';
import { nameInPassing } from './nameOrganisations.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { rightsChanged } from './rightsChanged.ts';
import { newId } from './secrets.ts';
import type { SignInLimits } from './signInLimits.ts';

/** Who someone without an account says they are. */
export interface Newcomer {
  readonly name?: string | undefined;
  readonly email?: string | undefined;
}

async function makePerson(
  db: Db,
  { name, email }: Newcomer,
  { organisationId }: InvitationRow,
  now: Date,
): Promise<Person> {
  if (name === undefined) throw new Problem('invalidInput', { fields: ['name'] });
  if (email !== undefined && (await findUserByEmail(db, email))) throw new Problem('emailTaken');
  const person: Person = {
    id: newId(),
    email: email === undefined ? null : normaliseEmail(email),
    emailConfirmedAt: null,
    name,
    organisationId,
    administrator: 0,
    passwordHash: null,
    language: 'nl',
    createdAt: now.toISOString(),
  };
  await insertUser(db, person).catch((error: unknown) => {
    throw isDuplicate(error) ? new Problem('emailTaken') : error;
  });
  return person;
}

async function enter(
  context: ServiceContext,
  invitation: InvitationRow,
  actor: Person | undefined,
  newcomer: Newcomer,
): Promise<{ readonly person: Person; readonly changed: boolean }> {
  const now = context.now();
  return context.db.transaction().execute(async (tx) => {
    const person = actor ?? (await makePerson(tx, newcomer, invitation, now));
    const { boardId, organisationId, role, createdAt: invitedAt } = invitation;
    if (person.organisationId === null) await updateUser(tx, person.id, { organisationId });
    const changed = await joinBoard(tx, { boardId, userId: person.id, organisationId, role, invitedAt }, now);
    if (!changed) return { person, changed };
    await letInToDrafts(tx, { boardId, organisationId, userId: person.id, invitedBy: invitation.createdBy }, now);
    const isOpen = await countInvitationUse(tx, invitation.id, now.toISOString());
    if (!isOpen) throw new Problem('invitationExpired');
    return { person, changed };
  });
}

/**
 * Puts who accepts on the board; who is not signed in gets an account first. Several people may use one invitation.
 * @param actor who is signed in, if anyone
 * @param address from where the request came, for the limit on new accounts
 * @returns the board, and who is to be signed in when an account was made
 * @throws Problem `notFound`, `invitationExpired`, `boardClosed`, `invalidInput`, `emailTaken`, `tooManyParties`, `tooManyRequests`
 */
export async function acceptInvitation(
  context: ServiceContext,
  limits: SignInLimits,
  { token, newcomer, address }: { readonly token: string; readonly newcomer: Newcomer; readonly address: string },
  actor: Person | undefined,
): Promise<{ readonly boardId: Id; readonly made: Person | undefined }> {
  const { invitation } = await openInvitation(context, token);
  if (!actor) limits.joinsByAddress.take(address);
  const { person, changed } = await enter(context, invitation, actor, newcomer);
  if (changed) {
    rightsChanged(context, invitation.boardId);
    await nameInPassing(context, invitation.boardId);
  }
  return { boardId: invitation.boardId, made: actor ? undefined : person };
}
