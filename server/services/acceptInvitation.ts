import type { Id } from '../../shared/board/ids.ts';
import type { Db } from '../db/database.ts';
import { countInvitationUse, type InvitationRow } from '../db/invitations.ts';
import { isDuplicate } from '../db/storeError.ts';
import { findUserByEmail, insertUser, normaliseEmail, updateUser } from '../db/users.ts';
import { STRANGER } from './audit/auditEvent.ts';
import { confirmOwner } from './confirmOwner.ts';
import type { ServiceContext } from './context.ts';
import { letInToDrafts } from './drafts/letInToDrafts.ts';
import { openInvitation, provenAddress } from './invitationOffer.ts';
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

/**
 * @param proven the address that is known to be theirs; what they type themselves is not known to be
 */
async function makePerson(
  db: Db,
  { name, email }: Newcomer,
  { organisationId }: InvitationRow,
  proven: string | undefined,
  now: Date,
): Promise<Person> {
  if (name === undefined) throw new Problem('invalidInput', { fields: ['name'] });
  const address = proven ?? (email === undefined ? null : normaliseEmail(email));
  if (address !== null && (await findUserByEmail(db, address))) throw new Problem('emailTaken');
  const person: Person = {
    id: newId(),
    email: address,
    emailConfirmedAt: proven === undefined ? null : now.toISOString(),
    name,
    organisationId,
    administrator: 0,
    passwordHash: null,
    language: 'nl',
    createdAt: now.toISOString(),
    deactivatedAt: null,
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
  const proven = provenAddress(invitation);
  return context.db.transaction().execute(async (tx) => {
    const owner = actor || proven === undefined ? undefined : await findUserByEmail(tx, proven);
    if (owner && owner.deactivatedAt !== null) throw new Problem('accountOff');
    const person = actor ?? owner ?? (await makePerson(tx, newcomer, invitation, proven, now));
    const { boardId, organisationId, role, createdAt: invitedAt } = invitation;
    if (person.organisationId === null) await updateUser(tx, person.id, { organisationId });
    const joining = { boardId, userId: person.id, organisationId, role, isContact: invitation.asContact === 1 };
    const changed = await joinBoard(tx, { ...joining, invitedAt }, now);
    // What signs someone in is used, whether or not they were on the board.
    if (!changed && actor) return { person, changed };
    if (changed)
      await letInToDrafts(tx, { boardId, organisationId, userId: person.id, invitedBy: invitation.createdBy }, now);
    const isOpen = await countInvitationUse(tx, invitation.id, now.toISOString());
    if (!isOpen) throw new Problem(invitation.mostUses === null ? 'invitationExpired' : 'invitationUsed');
    const subject = { boardId, organisationId, subjectId: person.id };
    await context.audit.write(
      tx,
      ...(actor || owner ? [] : [{ action: 'account.made', actor: STRANGER, ...subject } as const]),
      { action: 'people.joined', actor: person, ...subject, detail: { role, invitation: invitation.id } },
    );
    return { person, changed };
  });
}

/**
 * Puts who accepts on the board; who is not signed in gets an account first, or, where the invitation was mailed to the
 * address of one, is signed in to it. Opening does nothing of this: accepting does.
 * @param actor who is signed in, if anyone
 * @param address from where the request came, for the limit on new accounts
 * @returns the board, and who is to be signed in
 * @throws Problem `notFound`, `invitationExpired`, `invitationUsed`, `boardClosed`, `invalidInput`, `emailTaken`,
 *   `accountOff`, `tooManyParties`, `tooManyRequests`
 */
export async function acceptInvitation(
  context: ServiceContext,
  limits: SignInLimits,
  { token, newcomer, address }: { readonly token: string; readonly newcomer: Newcomer; readonly address: string },
  actor: Person | undefined,
): Promise<{ readonly boardId: Id; readonly made: Person | undefined }> {
  const { invitation } = await openInvitation(context, token);
  if (!actor) limits.joinsByAddress.take(address);
  const { person, changed } = await enter(context, invitation, actor, newcomer).catch((error: unknown) => {
    // Who tries addresses by an invitation is stopped as who tries passwords is.
    if (error instanceof Problem && error.code === 'emailTaken') limits.wrongByAddress.take(address);
    throw error;
  });
  if (changed) {
    rightsChanged(context, invitation.boardId);
    await nameInPassing(context, invitation.boardId);
  }
  if (actor) return { boardId: invitation.boardId, made: undefined };
  const isOwned = provenAddress(invitation) !== undefined && person.emailConfirmedAt === null;
  return { boardId: invitation.boardId, made: isOwned ? await confirmOwner(context, person) : person };
}
