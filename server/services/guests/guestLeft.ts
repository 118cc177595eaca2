import { isPresent } from '../../../shared/access/guestStates.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { lockBoard } from '../../db/boards.ts';
import { findGuest, guestsSince } from '../../db/guests.ts';
import type { ServiceContext } from '../context.ts';
import { rightsChanged } from '../rightsChanged.ts';
import { endGuests } from './endGuests.ts';
import { GUEST_LASTS_MS } from './guestLimits.ts';

/** Takes a guest whose session ended off the board; nothing for who is off it already. */
export async function guestLeft(context: ServiceContext, boardId: Id, userId: Id): Promise<void> {
  const keys = await context.db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    const guest = await findGuest(tx, userId);
    if (!guest || !isPresent(guest.state)) return undefined;
    return endGuests(tx, boardId, [userId], 'left', context.now());
  });
  if (!keys) return;
  for (const key of keys) context.live.sessionEnded(key);
  rightsChanged(context, boardId);
}

/** Takes guests off their boards whose time is over. Their sessions ended by themselves. */
export async function forgetOldGuests(context: ServiceContext): Promise<void> {
  const before = new Date(context.now().getTime() - GUEST_LASTS_MS).toISOString();
  for (const { boardId, userId } of await guestsSince(context.db, before)) await guestLeft(context, boardId, userId);
}
