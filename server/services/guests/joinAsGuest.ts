import { cleanGuestCode } from '../../../shared/access/guestCode.ts';
import type { Id } from '../../../shared/board/ids.ts';
import type { GuestJoin, GuestJoined } from '../../../shared/protocol/guests.ts';
import { lockBoard } from '../../db/boards.ts';
import { findGuestCode } from '../../db/guestCodes.ts';
import { countWaiting, type GuestRow, insertGuest } from '../../db/guests.ts';
import { insertMembership } from '../../db/memberships.ts';
import { insertUser } from '../../db/users.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';
import { hashToken, newId, newToken } from '../secrets.ts';
import { type GuestLimits, MOST_WAITING } from './guestLimits.ts';
import { readingMembership } from './guestMembership.ts';
import { type NamedOrganisation, openDoor, organisationsToChoose } from './guestOffer.ts';

/** One of the board's, however it is capitalised; else what was typed. Throws `invalidInput` for an unknown id. */
function organisationOf(
  wanted: GuestJoin['organisation'],
  onBoard: readonly NamedOrganisation[],
): { readonly id: Id | null; readonly name: string } {
  if ('id' in wanted) {
    const known = onBoard.find(({ id }) => id === wanted.id);
    if (!known) throw new Problem('invalidInput', { fields: ['organisation.id'] });
    return known;
  }
  const name = wanted.name.toLowerCase();
  return onBoard.find((each) => each.name.toLowerCase() === name) ?? { id: null, name: wanted.name };
}

function personOf(name: string, now: Date): Person {
  const none = { email: null, emailConfirmedAt: null, organisationId: null, passwordHash: null, deactivatedAt: null };
  return { id: newId(), name, administrator: 0, language: 'nl', createdAt: now.toISOString(), ...none };
}

/**
 * Lets someone without an account in by a code: to read along, or to wait at the door. Nothing is put on the board: an
 * organisation that is not there stays a word that they typed until a facilitator admits them.
 * @returns who is to be signed in as a guest
 * @throws Problem `notFound`, `invalidInput`, `tooManyRequests` (too many wait already too)
 */
export async function joinAsGuest(
  context: ServiceContext,
  limits: GuestLimits,
  { code, address, who }: { readonly code: string; readonly address: string; readonly who: GuestJoin },
): Promise<GuestJoined & { readonly person: Person }> {
  const { board } = await openDoor(context, limits, code, address);
  const boardId = board.id;
  limits.joinsByAddress.take(address);
  limits.joinsByBoard.take(boardId);
  const organisation = organisationOf(who.organisation, await organisationsToChoose(context, boardId));
  const now = context.now();
  const at = now.toISOString();
  const person = personOf(who.name, now);
  const claimToken = newToken();
  const state = await context.db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    // As it is now: it may have been closed, renewed or watched since.
    const door = await findGuestCode(tx, cleanGuestCode(code), at);
    if (door?.boardId !== boardId) throw new Problem('notFound');
    if ((await countWaiting(tx, boardId)) >= MOST_WAITING) throw new Problem('tooManyRequests');
    const guest: GuestRow = {
      userId: person.id,
      boardId,
      organisationId: organisation.id,
      organisationName: organisation.name,
      state: door.approval === 1 ? 'atDoor' : 'reading',
      joinedAt: at,
      admittedBy: null,
      endedAt: null,
      claimTokenHash: hashToken(claimToken),
      claimedBy: null,
      claimedAt: null,
    };
    await insertUser(tx, person);
    await insertGuest(tx, guest);
    if (guest.state === 'reading') await insertMembership(tx, readingMembership(guest, at));
    return guest.state;
  });
  context.live.boardChanged(boardId);
  return { boardId, state, claimToken, person };
}
