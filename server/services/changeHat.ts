import type { Id } from '../../shared/board/ids.ts';
import { lockBoard, raiseRightsVersion } from '../db/boards.ts';
import { addPartyFor } from './addPartyFor.ts';
import { boardOf } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import type { Person } from './person.ts';
import { rightsChanged } from './rightsChanged.ts';
import { wearHat } from './wornHat.ts';

/**
 * Someone who works for several organisations goes on for another one of them (N8). What they may do changes in place.
 * @throws Problem `notFound`: not on the board, or not for this organisation
 */
export async function changeHat(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  organisationId: Id,
): Promise<void> {
  const isOther = await context.db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    const { membership } = await boardOf(tx, person, boardId);
    if (membership.organisationId === organisationId) return false;
    await wearHat(tx, membership, organisationId);
    const { membership: now } = await boardOf(tx, person, boardId);
    await addPartyFor(tx, now);
    await raiseRightsVersion(tx, boardId);
    return true;
  });
  if (isOther) rightsChanged(context, boardId);
}
