import type { Id } from '../../../shared/board/ids.ts';
import type { Guest, GuestList } from '../../../shared/protocol/guests.ts';
import { guestCodeOf } from '../../db/guestCodes.ts';
import { formerGuests, type NamedGuest, presentGuests } from '../../db/guests.ts';
import { boardFor } from '../boardAccess.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';

/** Of who left before, the newest so many are shown. */
const FORMER = 100;

function shown({ userId, name, organisationId, organisationName, state, joinedAt, claimer }: NamedGuest): Guest {
  return {
    id: userId,
    name,
    organisation: { ...(organisationId !== null && { id: organisationId }), name: organisationName },
    state,
    joinedAt,
    ...(claimer !== null && { claimedBy: claimer }),
  };
}

/**
 * The code that is open, the guests who are there in the order in which they came, and then who was there before.
 * @throws Problem `notFound`, `notAllowed`
 */
export async function listGuests(
  { db, now, publicUrl }: ServiceContext,
  person: Person,
  boardId: Id,
): Promise<GuestList> {
  const { board } = await boardFor(db, person, boardId, 'admitGuests');
  const row = board.closedAt === null ? await guestCodeOf(db, boardId, now().toISOString()) : undefined;
  const guests = [...(await presentGuests(db, boardId)), ...(await formerGuests(db, boardId, FORMER))];
  return {
    code: row
      ? {
          code: row.code,
          url: `${publicUrl()}/meedoen/${row.code}`,
          approval: row.approval === 1,
          openedAt: row.openedAt,
          expiresAt: row.expiresAt,
        }
      : null,
    guests: guests.map(shown),
  };
}
