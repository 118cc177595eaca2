import { mayDecide, mayWithdraw } from '../../../shared/access/transferRights.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { cleanTitle } from '../../../shared/commands/guards.ts';
import { changeOpenTransfer, findTransfer, type TransferRow } from '../../db/transfers.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';
import { carryOut } from './carryOut.ts';
import { inTurn } from './inTurn.ts';
import { type TransferAccess, transferAccessFor } from './transferAccess.ts';
import { awaitsOf } from './transferRecord.ts';
import { transferRefused } from './transferRefused.ts';

type Decide = (
  row: TransferRow,
  access: TransferAccess,
  now: string,
) => Promise<Parameters<typeof changeOpenTransfer>[2]>;

/** Looks the request up in its board's turn and stores what is decided. */
async function decide(context: ServiceContext, person: Person, boardId: Id, id: Id, decision: Decide): Promise<void> {
  await inTurn(boardId, async () => {
    const access = await transferAccessFor(context.db, person, boardId);
    const row = await findTransfer(context.db, boardId, id);
    if (!row) throw new Problem('notFound');
    if (row.state !== 'open') throw transferRefused('alreadyDecided');
    const change = await decision(row, access, context.now().toISOString());
    if (!(await changeOpenTransfer(context.db, id, change))) throw transferRefused('alreadyDecided');
  });
  context.live.boardChanged(boardId);
}

/**
 * Accepts a request for one's own organisation; with the last one that had to accept it is done. A facilitator accepts
 * for all.
 * @throws Problem `notFound`, `notAllowed`, `boardClosed`, `transferRefused`, `storeUnavailable`
 */
export async function acceptTransfer(context: ServiceContext, person: Person, boardId: Id, id: Id): Promise<void> {
  await decide(context, person, boardId, id, async (row, { participant, mode }, now) => {
    const awaits = awaitsOf(row);
    if (!mayDecide(participant, mode, awaits)) throw new Problem('notAllowed');
    const left = awaits.filter((other) => participant.role !== 'facilitator' && other !== participant.organisationId);
    if (left.length > 0) return { awaits: JSON.stringify(left) };
    await carryOut(context, row, person.id);
    return { state: 'done', awaits: '[]', decidedBy: person.id, decidedAt: now };
  });
}

/**
 * Declines a request for one's own organisation, with a reason.
 * @throws Problem `notFound`, `notAllowed`, `boardClosed`, `transferRefused`
 */
export async function declineTransfer(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  id: Id,
  reason: string | undefined,
): Promise<void> {
  await decide(context, person, boardId, id, async (row, { participant, mode }, now) => {
    if (!mayDecide(participant, mode, awaitsOf(row))) throw new Problem('notAllowed');
    const said = cleanTitle(reason ?? '');
    return { state: 'declined', decidedBy: person.id, decidedAt: now, reason: said === '' ? null : said };
  });
}

/**
 * Withdraws a request of one's own organisation.
 * @throws Problem `notFound`, `notAllowed`, `boardClosed`, `transferRefused`
 */
export async function withdrawTransfer(context: ServiceContext, person: Person, boardId: Id, id: Id): Promise<void> {
  await decide(context, person, boardId, id, async (row, { participant, mode }, now) => {
    if (!mayWithdraw(participant, mode, row.askedFor)) throw new Problem('notAllowed');
    return { state: 'withdrawn', decidedBy: person.id, decidedAt: now };
  });
}
