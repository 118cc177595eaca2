import { type Activity, type Board, isLive } from '../../../shared/board/board.ts';
import type { Id } from '../../../shared/board/ids.ts';
import type { TransferCreate } from '../../../shared/protocol/transfers.ts';
import { partiesOf } from '../../db/boardParties.ts';
import type { Db } from '../../db/database.ts';
import { findTransfer, isBeingUndone, type TransferRow } from '../../db/transfers.ts';
import { Problem } from '../problem.ts';
import { activitiesOf, type Concerned } from './transferRecord.ts';
import { transferRefused } from './transferRefused.ts';

/** What a request is about, looked up on the board as it is now. */
export interface Resolved {
  readonly kind: TransferRow['kind'];
  readonly activities: readonly Concerned[];
  readonly to: Id | null;
  readonly details: object;
  readonly undoes: Id | null;
  /** Organisations whose document it touches. */
  readonly concerned: readonly Id[];
  /** Those of them that may ask. */
  readonly askers: readonly Id[];
}

function cardOf(board: Board, id: Id): Activity {
  const activity = board.activities.get(id);
  if (!activity) throw new Problem('notFound');
  if (!isLive(activity)) throw transferRefused('inTrash');
  return activity;
}

async function receiver(db: Db, boardId: Id, board: Board, to: Id): Promise<Id> {
  const organisation = board.organisations.get(to);
  const has = (await partiesOf(db, boardId)).includes(to);
  if (!has || !organisation || !isLive(organisation)) throw transferRefused('notOnBoard');
  return to;
}

async function resolveUndo(db: Db, boardId: Id, board: Board, transferId: Id): Promise<Resolved> {
  const row = await findTransfer(db, boardId, transferId);
  if (row?.state !== 'done') throw new Problem('notFound');
  if (row.kind !== 'handOver' && row.kind !== 'merge') throw transferRefused('cannotUndo');
  if (await isBeingUndone(db, boardId, transferId)) throw transferRefused('alreadyAsked');
  const was = activitiesOf(row);
  const [first] = was;
  const card = first && board.activities.get(first.id);
  if (!card) throw transferRefused('movedMeanwhile');
  if (!isLive(card)) throw transferRefused('inTrash');
  const isHandOver = row.kind === 'handOver';
  if (isHandOver && card.owner !== row.toOrganisationId) throw transferRefused('movedMeanwhile');
  const concerned = isHandOver ? [card.owner, first.owner] : [card.owner, ...was.slice(1).map(({ owner }) => owner)];
  return {
    kind: 'undo',
    activities: [{ id: card.id, owner: card.owner }, ...was.slice(1)],
    to: isHandOver ? await receiver(db, boardId, board, first.owner) : null,
    details: {},
    undoes: row.id,
    concerned,
    askers: concerned,
  };
}

/**
 * Looks up what a request is about.
 * @throws Problem `notFound`, `transferRefused` with the reason
 */
export async function resolveTransfer(db: Db, boardId: Id, board: Board, asked: TransferCreate): Promise<Resolved> {
  if (asked.kind === 'undo') return resolveUndo(db, boardId, board, asked.transferId);
  const { id, owner } = cardOf(board, asked.activityId);
  const common = { kind: asked.kind, activities: [{ id, owner }], to: null, details: {}, undoes: null };
  if (asked.kind === 'handOver') {
    if (asked.to === owner) throw transferRefused('sameOrganisation');
    const to = await receiver(db, boardId, board, asked.to);
    return { ...common, to, concerned: [owner, to], askers: [owner] };
  }
  if (asked.kind === 'merge') {
    const others = [...new Set(asked.others)].filter((other) => other !== id).map((other) => cardOf(board, other));
    if (others.length === 0) throw new Problem('invalidInput', { fields: ['others'] });
    const activities = [{ id, owner }, ...others.map((other) => ({ id: other.id, owner: other.owner }))];
    const concerned = activities.map((activity) => activity.owner);
    return { ...common, activities, concerned, askers: concerned };
  }
  const to = asked.to === undefined || asked.to === owner ? owner : await receiver(db, boardId, board, asked.to);
  const details = { title: asked.title, texts: [...new Set(asked.texts)] };
  return { ...common, to, details, concerned: [owner, to], askers: [owner] };
}
