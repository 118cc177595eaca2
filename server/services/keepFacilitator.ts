import { lockBoard } from '../db/boards.ts';
import type { Db } from '../db/database.ts';
import { facilitatorsOf, type MembershipRow } from '../db/memberships.ts';
import { Problem } from './problem.ts';

/**
 * A board without facilitator could not be opened up again by anyone on it. Call it in the transaction that takes
 * the role away: it locks the board's row, so that of two who leave at once one stays.
 * @throws Problem `lastFacilitator`
 */
export async function keepFacilitator(db: Db, { boardId, userId, role }: MembershipRow): Promise<void> {
  if (role !== 'facilitator') return;
  await lockBoard(db, boardId);
  const others = (await facilitatorsOf(db, boardId)).filter((id) => id !== userId);
  if (others.length === 0) throw new Problem('lastFacilitator');
}
