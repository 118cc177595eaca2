import type { Role } from '../../shared/access/roles.ts';
import { documentKey, FRAME } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { LIMITS } from '../../shared/board/limits.ts';
import { boardOfStates } from '../../shared/doc/states.ts';
import { partiesOf } from '../db/boardParties.ts';
import { lockBoard, raiseRightsVersion } from '../db/boards.ts';
import type { Db } from '../db/database.ts';
import { type InvitationRow, insertInvitation } from '../db/invitations.ts';
import { findOrganisation, insertOrganisations } from '../db/organisations.ts';
import { addPartyFor } from './addPartyFor.ts';
import { boardFor } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import { nameInPassing } from './nameOrganisations.ts';
import { organisationByName } from './organisationByName.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { rightsChanged } from './rightsChanged.ts';
import { hashToken, newId, newToken } from './secrets.ts';

export interface NewInvitation {
  readonly organisation: { readonly id: Id } | { readonly name: string };
  readonly role: Role;
}

export interface Invitation {
  readonly row: InvitationRow;
  readonly organisation: { readonly id: Id; readonly name: string };
  readonly url: string;
}

/** An invitation lies in mailboxes and on paper: it works for a month. */
const LASTS_MS = 30 * 24 * 60 * 60 * 1000;

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
 * Makes a link that puts whoever opens it on the board, with this organisation and role. An organisation that is not
 * on the board yet is put there. The address is shown once: only its hash is stored.
 * @throws Problem `notFound`, `notAllowed`, `boardClosed`, `invalidInput`, `tooManyParties`
 */
export async function createInvitation(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  { organisation: wanted, role }: NewInvitation,
): Promise<Invitation> {
  const { board } = await boardFor(context.db, person, boardId, 'invite');
  if (board.closedAt !== null) throw new Problem('boardClosed');
  const onBoard = await namedOnBoard(context, boardId);
  const token = newToken();
  const now = context.now();
  const made = await context.db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    const organisation = await organisationFor(tx, boardId, wanted, onBoard, now);
    const row: InvitationRow = {
      id: newId(),
      tokenHash: hashToken(token),
      boardId,
      organisationId: organisation.id,
      role,
      createdBy: person.id,
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + LASTS_MS).toISOString(),
      revokedAt: null,
      used: 0,
    };
    await insertInvitation(tx, row);
    await addPartyFor(tx, row);
    await raiseRightsVersion(tx, boardId);
    return { row, organisation: { id: organisation.id, name: organisation.name } };
  });
  rightsChanged(context, boardId);
  await nameInPassing(context, boardId);
  return { ...made, url: `${context.publicUrl()}/uitnodiging/${token}` };
}
