import type { Id } from '../../../shared/board/ids.ts';
import { lockBoard } from '../../db/boards.ts';
import { deleteGuestCode, setGuestApproval } from '../../db/guestCodes.ts';
import { presentGuests } from '../../db/guests.ts';
import { boardFor } from '../boardAccess.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';
import { rightsChanged } from '../rightsChanged.ts';
import { endGuests } from './endGuests.ts';

/** Closes what came in with these sessions, and tells the others. */
function afterwards(context: ServiceContext, boardId: Id, keys: readonly string[]): void {
  for (const key of keys) context.live.sessionEnded(key);
  rightsChanged(context, boardId);
}

/**
 * Removes guests: their sessions end and their connections close at once. Since anyone may come in again by the code
 * under another name, who comes from now on waits at the door.
 * @throws Problem `notFound` (when none of them is there too), `notAllowed`
 */
export async function removeGuests(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  guestIds: readonly Id[],
): Promise<void> {
  const keys = await context.db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    await boardFor(tx, person, boardId, 'admitGuests');
    const present = new Set((await presentGuests(tx, boardId)).map(({ userId }) => userId));
    const leaving = guestIds.filter((id) => present.has(id));
    // One of many may have left meanwhile.
    if (leaving.length === 0) throw new Problem('notFound');
    await setGuestApproval(tx, boardId, 1);
    return endGuests(tx, boardId, leaving, 'removed', context.now());
  });
  afterwards(context, boardId, keys);
}

/**
 * Closes the code. The guests who are there stay until their sessions end, or go with it.
 * @throws Problem `notFound`, `notAllowed`
 */
export async function closeGuestCode(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  guests: 'stay' | 'go',
): Promise<void> {
  const keys = await context.db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    await boardFor(tx, person, boardId, 'admitGuests');
    await deleteGuestCode(tx, boardId);
    if (guests === 'stay') return [];
    const present = await presentGuests(tx, boardId);
    return endGuests(
      tx,
      boardId,
      present.map(({ userId }) => userId),
      'left',
      context.now(),
    );
  });
  afterwards(context, boardId, keys);
}
