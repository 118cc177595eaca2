import { cleanGuestCode } from '../../../shared/access/guestCode.ts';
import { documentKey, FRAME } from '../../../shared/board/documentRef.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { boardOfStates } from '../../../shared/doc/states.ts';
import type { GuestOffer } from '../../../shared/protocol/guests.ts';
import { type BoardRow, findBoard } from '../../db/boards.ts';
import { findGuestCode, type GuestCodeRow } from '../../db/guestCodes.ts';
import { findGuest } from '../../db/guests.ts';
import { findMembership } from '../../db/memberships.ts';
import type { ServiceContext } from '../context.ts';
import { Problem } from '../problem.ts';
import type { SignedIn } from '../session/sessions.ts';
import { ALL, type GuestLimits } from './guestLimits.ts';

/**
 * The code while it lets people in. The same answer for one that never was, was closed or renewed, or is of a board that
 * is closed.
 * @param address from where it is tried, for the limit on wrong tries
 * @throws Problem `notFound`, `tooManyRequests`
 */
export async function openDoor(
  { db, now }: ServiceContext,
  limits: GuestLimits,
  typed: string,
  address: string,
): Promise<{ readonly door: GuestCodeRow; readonly board: BoardRow }> {
  // Taken before looking, so that nobody tries more at once than they may one after the other.
  limits.wrongByAddress.take(address);
  limits.wrong.take(ALL);
  const door = await findGuestCode(db, cleanGuestCode(typed), now().toISOString());
  const board = door && (await findBoard(db, door.boardId));
  if (!board || board.closedAt !== null) throw new Problem('notFound');
  limits.wrongByAddress.giveBack(address);
  limits.wrong.giveBack(ALL);
  return { door, board };
}

export interface NamedOrganisation {
  readonly id: Id;
  readonly name: string;
}

/** Live organisations that the board names, by name. */
export async function organisationsToChoose({ live }: ServiceContext, boardId: Id): Promise<NamedOrganisation[]> {
  const frame = await live.readDocument(boardId, documentKey(FRAME));
  const { organisations } = boardOfStates([[FRAME, frame]]);
  return [...organisations.values()]
    .filter(({ archivedAt, name }) => archivedAt === undefined && name.trim() !== '')
    .map(({ id, name }) => ({ id, name: name.trim() }))
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
}

/**
 * What someone with a code sees. Changes nothing.
 * @throws Problem `notFound`, `tooManyRequests`
 */
export async function guestOffer(
  context: ServiceContext,
  limits: GuestLimits,
  { code, address }: { readonly code: string; readonly address: string },
  signedIn: SignedIn | undefined,
): Promise<GuestOffer> {
  const { door, board } = await openDoor(context, limits, code, address);
  const isIn =
    signedIn &&
    (signedIn.guestOf === board.id
      ? (await findGuest(context.db, signedIn.person.id))?.state !== 'removed'
      : (await findMembership(context.db, board.id, signedIn.person.id)) !== undefined);
  return {
    boardTitle: board.title,
    organisations: await organisationsToChoose(context, board.id),
    approval: door.approval === 1,
    ...(signedIn && signedIn.guestOf === null && { signedInAs: signedIn.person.name }),
    ...(isIn && { boardId: board.id }),
  };
}
