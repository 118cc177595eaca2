import type { Id } from '../../../shared/board/ids.ts';
import { raiseRightsVersion } from '../../db/boards.ts';
import type { Db } from '../../db/database.ts';
import { updateGuest } from '../../db/guests.ts';
import { deleteMembership } from '../../db/memberships.ts';
import { deleteSessionsOfUser } from '../../db/sessions.ts';

/**
 * Takes guests off their board and ends their sessions, within the caller's transaction. What they wrote stays.
 * @returns keys of the sessions that ended; their connections are to be closed once this is committed
 */
export async function endGuests(
  tx: Db,
  boardId: Id,
  userIds: readonly Id[],
  state: 'removed' | 'left',
  now: Date,
): Promise<readonly string[]> {
  const keys: string[] = [];
  for (const userId of userIds) {
    await updateGuest(tx, userId, { state, endedAt: now.toISOString() });
    await deleteMembership(tx, boardId, userId);
    keys.push(...(await deleteSessionsOfUser(tx, userId)));
  }
  await raiseRightsVersion(tx, boardId);
  return keys;
}
