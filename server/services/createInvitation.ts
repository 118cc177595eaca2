import { mayInvite } from '../../shared/access/peopleActions.ts';
import type { Role } from '../../shared/access/roles.ts';
import { documentKey, FRAME } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { LIMITS } from '../../shared/board/limits.ts';
import { boardOfStates } from '../../shared/doc/states.ts';
import { partiesOf } from '../db/boardParties.ts';
import { lockBoard, raiseRightsVersion, settingsOf } from '../db/boards.ts';
import type { Db } from '../db/database.ts';
import { type InvitationRow, insertInvitation } from '../db/invitations.ts';
import { findOrganisation, insertOrganisations } from '../db/organisations.ts';
import { normaliseEmail } from '../db/users.ts';
import { addPartyFor } from './addPartyFor.ts';
import { actorOf, boardFor } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import { nameInPassing } from './nameOrganisations.ts';
import { organisationByName } from './organisationByName.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { rightsChanged } from './rightsChanged.ts';
import { hashToken, newId, newToken } from './secrets.ts';
import { type Invitation, sendInvitation } from './sendInvitation.ts';

export interface NewInvitation {
  readonly organisation: { readonly id: Id } | { readonly name: string };
  readonly role: Role;
  /** Who comes in by it is the organisation's contact. */
  readonly asContact?: boolean | undefined;
  /** Where it is mailed; it is then for one person. */
  readonly email?: string | undefined;
  readonly once?: boolean | undefined;
  readonly validDays?: number | undefined;
}

/** What is handed over lies in mailboxes and on paper; a letter is read or forgotten within a week. */
const DAYS = { handedOver: 30, mailed: 7 } as const;
const DAY = 24 * 60 * 60 * 1000;

export interface Named {
  readonly id: Id;
  readonly name: string;
}

/** Organisations that the frame names; live ones only. */
export async function namedOnBoard(context: ServiceContext, boardId: Id): Promise<Named[]> {
  const frame = await context.live.readDocument(boardId, documentKey(FRAME));
  const board = boardOfStates([[FRAME, frame]]);
  return [...board.organisations.values()].filter(({ archivedAt }) => archivedAt === undefined);
}

/** An organisation that someone added on the board itself has no row yet. */
async function withRow(db: Db, organisation: Named, now: Date): Promise<Named> {
  const row = await findOrganisation(db, organisation.id);
  if (row) return row;
  const named = { ...organisation, name: organisation.name.trim().slice(0, LIMITS.title) };
  await insertOrganisations(db, [{ ...named, createdAt: now.toISOString() }]);
  return named;
}

/**
 * The organisation that is meant, with a row: one of the board's by id or name, else one of that name, made when there
 * is none. Throws `invalidInput` for an id that is not on the board.
 */
export async function organisationFor(
  db: Db,
  boardId: Id,
  wanted: NewInvitation['organisation'],
  onBoard: readonly Named[],
  now: Date,
): Promise<Named> {
  if ('name' in wanted) {
    const name = wanted.name.trim().toLowerCase();
    const same = onBoard.find((organisation) => organisation.name.trim().toLowerCase() === name);
    return same ? withRow(db, { id: same.id, name: same.name }, now) : organisationByName(db, wanted.name, now);
  }
  const known = onBoard.find(({ id }) => id === wanted.id);
  if (known) return withRow(db, { id: known.id, name: known.name }, now);
  const isParty = (await partiesOf(db, boardId)).includes(wanted.id);
  const party = isParty ? await findOrganisation(db, wanted.id) : undefined;
  if (!party) throw new Problem('invalidInput', { fields: ['organisation.id'] });
  return party;
}

/**
 * Makes an invitation for this organisation and role: it puts whoever accepts it on the board. An organisation that is
 * not on the board yet is put there. It is mailed, or its address is handed over: shown once, only its hash is stored.
 * A letter that could not be sent gives an address to hand over too.
 * @throws Problem `notFound`, `notAllowed`, `boardClosed`, `invalidInput`, `tooManyParties`
 */
export async function createInvitation(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  { organisation: wanted, role, asContact = false, email, once = false, validDays }: NewInvitation,
): Promise<Invitation> {
  const onBoard = await boardFor(context.db, person, boardId, 'inviteOwn');
  const { board } = onBoard;
  if (board.closedAt !== null) throw new Problem('boardClosed');
  const named = await namedOnBoard(context, boardId);
  const token = newToken();
  const now = context.now();
  const days = validDays ?? (email === undefined ? DAYS.handedOver : DAYS.mailed);
  const row = await context.db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    const organisation = await organisationFor(tx, boardId, wanted, named, now);
    const invited = { organisationId: organisation.id, role, isContact: asContact };
    if (!mayInvite(actorOf(onBoard), invited, settingsOf(board))) throw new Problem('notAllowed');
    const made: InvitationRow = {
      id: newId(),
      tokenHash: hashToken(token),
      boardId,
      organisationId: organisation.id,
      role,
      asContact: asContact ? 1 : 0,
      mostUses: once || email !== undefined ? 1 : null,
      email: email === undefined ? null : normaliseEmail(email),
      sentAt: null,
      createdBy: person.id,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + days * DAY).toISOString(),
      revokedAt: null,
      used: 0,
    };
    await insertInvitation(tx, made);
    await addPartyFor(tx, made);
    await raiseRightsVersion(tx, boardId);
    await context.audit.write(tx, {
      action: 'people.invited',
      actor: person,
      boardId,
      organisationId: made.organisationId,
      subjectId: made.id,
      detail: { role },
    });
    return made;
  });
  rightsChanged(context, boardId);
  await nameInPassing(context, boardId);
  return sendInvitation(context, row, token);
}
