import type { Id } from '../../../shared/board/ids.ts';
import { putGuestCode, setGuestApproval } from '../../db/guestCodes.ts';
import { boardFor } from '../boardAccess.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';
import { GUEST_LASTS_MS } from './guestLimits.ts';
import { newGuestCode } from './newGuestCode.ts';

/**
 * Opens the board to guests with a new code; one that was open works no more. Who is in stays.
 * @param approval whether guests wait at the door
 * @throws Problem `notFound`, `notAllowed`, `boardClosed`
 */
export async function openGuestCode(
  { db, live, now, audit }: ServiceContext,
  person: Person,
  boardId: Id,
  approval: boolean,
): Promise<void> {
  const { board } = await boardFor(db, person, boardId, 'admitGuests');
  if (board.closedAt !== null) throw new Problem('boardClosed');
  const at = now();
  await db.transaction().execute(async (tx) => {
    await putGuestCode(tx, {
      boardId,
      code: newGuestCode(),
      approval: approval ? 1 : 0,
      openedAt: at.toISOString(),
      openedBy: person.id,
      expiresAt: new Date(at.getTime() + GUEST_LASTS_MS).toISOString(),
    });
    await audit.write(tx, { action: 'guest.codeOpened', actor: person, boardId, subjectId: boardId });
  });
  live.boardChanged(boardId);
}

/**
 * Says whether guests who come from now on wait at the door.
 * @throws Problem `notFound` (no code is open too), `notAllowed`
 */
export async function setGuestDoor(
  { db, live }: ServiceContext,
  person: Person,
  boardId: Id,
  approval: boolean,
): Promise<void> {
  await boardFor(db, person, boardId, 'admitGuests');
  if (!(await setGuestApproval(db, boardId, approval ? 1 : 0))) throw new Problem('notFound');
  live.boardChanged(boardId);
}
