import { mayDecide, mayTransfer, mayWithdraw } from '../../../shared/access/transferRights.ts';
import type { Id } from '../../../shared/board/ids.ts';
import type { Transfer } from '../../../shared/protocol/transfers.ts';
import { closedTransfers, openTransfers, type TransferRow } from '../../db/transfers.ts';
import { findUser } from '../../db/users.ts';
import type { ServiceContext } from '../context.ts';
import type { Person } from '../person.ts';
import { type TransferAccess, transferAccess } from './transferAccess.ts';
import { activitiesOf, awaitsOf } from './transferRecord.ts';

/** Answered requests that are shown: the newest. */
const SHOWN = 100;

function mayUndo(row: TransferRow, rows: readonly TransferRow[], { participant, mode }: TransferAccess): boolean {
  const { role, organisationId } = participant;
  if (row.state !== 'done' || (row.kind !== 'handOver' && row.kind !== 'merge')) return false;
  if (!mayTransfer(participant, mode)) return false;
  if (rows.some(({ undoes, state }) => undoes === row.id && (state === 'open' || state === 'done'))) return false;
  const concerned = [row.toOrganisationId, ...activitiesOf(row).map(({ owner }) => owner)];
  return role === 'facilitator' || concerned.includes(organisationId);
}

async function namesOf(context: ServiceContext, rows: readonly TransferRow[]): Promise<ReadonlyMap<Id, string>> {
  const ids = new Set(
    rows.flatMap(({ askedBy, decidedBy }) => (decidedBy === null ? [askedBy] : [askedBy, decidedBy])),
  );
  const names = new Map<Id, string>();
  for (const id of ids) names.set(id, (await findUser(context.db, id))?.name ?? '');
  return names;
}

/**
 * The requests of a board: all that are open, and those that were answered last. Everyone on the board may see them.
 * @throws Problem `notFound` for who is not on it
 */
export async function listTransfers(context: ServiceContext, person: Person, boardId: Id): Promise<Transfer[]> {
  const access = await transferAccess(context.db, person, boardId);
  const { participant, mode } = access;
  const rows = [...(await openTransfers(context.db, boardId)), ...(await closedTransfers(context.db, boardId, SHOWN))];
  const names = await namesOf(context, rows);
  return rows.map((row) => {
    const isOpen = row.state === 'open';
    const awaits = awaitsOf(row);
    return {
      id: row.id,
      kind: row.kind,
      activities: activitiesOf(row).map(({ id, owner }) => ({ id, owner })),
      to: row.toOrganisationId,
      undoes: row.undoes,
      awaits: [...awaits],
      state: row.state,
      askedBy: names.get(row.askedBy) ?? '',
      askedFor: row.askedFor,
      askedAt: row.askedAt,
      decidedBy: row.decidedBy === null ? null : (names.get(row.decidedBy) ?? ''),
      decidedAt: row.decidedAt,
      reason: row.reason,
      mayDecide: isOpen && mayDecide(participant, mode, awaits),
      mayWithdraw: isOpen && mayWithdraw(participant, mode, row.askedFor),
      mayUndo: mayUndo(row, rows, access),
    };
  });
}
