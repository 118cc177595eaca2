import { findBoard } from '../../db/boards.ts';
import { findGuestByClaim, takeGuest } from '../../db/guests.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';
import { hashToken } from '../secrets.ts';
import type { GuestLimits } from './guestLimits.ts';

export interface Claimed {
  readonly boardTitle: string;
  readonly name: string;
  readonly organisation: string;
}

/**
 * Gives an account what guests wrote whose tokens it holds. Once: what another account has stays there. It gives no
 * right on any board.
 * @returns what is this account's now, of these
 * @throws Problem `notFound` when none of the tokens gives anything, `tooManyRequests`
 */
export async function claimGuests(
  { db, live, now, audit }: ServiceContext,
  limits: GuestLimits,
  person: Person,
  tokens: readonly string[],
): Promise<readonly Claimed[]> {
  limits.claimsByPerson.take(person.id);
  const claimed: Claimed[] = [];
  for (const token of new Set(tokens)) {
    const guest = await findGuestByClaim(db, hashToken(token));
    if (!guest) continue;
    const isMine = guest.claimedBy === person.id || (await takeGuest(db, guest.userId, person.id, now().toISOString()));
    if (!isMine) continue;
    if (guest.claimedBy === null)
      await audit.note({ action: 'guest.claimed', actor: person, boardId: guest.boardId, subjectId: guest.userId });
    live.boardChanged(guest.boardId);
    const board = await findBoard(db, guest.boardId);
    claimed.push({ boardTitle: board?.title ?? '', name: guest.name, organisation: guest.organisationName });
  }
  if (claimed.length === 0) throw new Problem('notFound');
  return claimed;
}
