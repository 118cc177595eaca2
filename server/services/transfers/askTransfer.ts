import { randomUUID } from 'node:crypto';
import { awaitedFor } from '../../../shared/access/transferRights.ts';
import type { Id } from '../../../shared/board/ids.ts';
import type { TransferCreate } from '../../../shared/protocol/transfers.ts';
import { insertTransfer, openTransfers, type TransferRow } from '../../db/transfers.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';
import { boardNow } from './boardNow.ts';
import { carryOut } from './carryOut.ts';
import { inTurn } from './inTurn.ts';
import { resolveTransfer } from './resolveTransfer.ts';
import { transferAccessFor } from './transferAccess.ts';
import { transferRefused } from './transferRefused.ts';

/** Requests that may wait on one board at once. */
const MOST_OPEN = 200;

/**
 * Asks to hand over, merge or split activities, or to undo that. Where nobody else has to accept it is done at once: a
 * facilitator asked, or it concerns documents of the asker's organisation alone.
 * @throws Problem `notFound`, `notAllowed`, `boardClosed`, `invalidInput`, `transferRefused`, `storeUnavailable`
 */
export async function askTransfer(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  asked: TransferCreate,
): Promise<TransferRow> {
  const row = await inTurn(boardId, async () => {
    const { participant, mode } = await transferAccessFor(context.db, person, boardId);
    const board = await boardNow(context, boardId);
    const found = await resolveTransfer(context.db, boardId, board, asked);
    const awaits = awaitedFor(participant, mode, found.concerned, found.askers);
    if (!awaits) throw new Problem('notAllowed');
    const open = await openTransfers(context.db, boardId);
    const activities = JSON.stringify(found.activities);
    if (awaits.length > 0) {
      if (open.length >= MOST_OPEN) throw transferRefused('tooManyOpen');
      const isSame = (other: TransferRow): boolean => other.kind === found.kind && other.activities === activities;
      if (open.some(isSame)) throw transferRefused('alreadyAsked');
    }
    const now = context.now().toISOString();
    const isDone = awaits.length === 0;
    const made: TransferRow = {
      id: randomUUID(),
      boardId,
      kind: found.kind,
      activities,
      toOrganisationId: found.to,
      details: JSON.stringify(found.details),
      undoes: found.undoes,
      awaits: JSON.stringify(awaits),
      state: isDone ? 'done' : 'open',
      askedBy: person.id,
      askedFor: participant.organisationId,
      askedAt: now,
      decidedBy: isDone ? person.id : null,
      decidedAt: isDone ? now : null,
      reason: null,
    };
    if (isDone) await carryOut(context, made, person.id);
    await insertTransfer(context.db, made);
    return made;
  });
  context.live.boardChanged(boardId);
  return row;
}
