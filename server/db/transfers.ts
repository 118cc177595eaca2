import type { Kysely, Selectable, Updateable } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { Tables, TransferTable } from './schema.ts';

export type TransferRow = Selectable<TransferTable>;

export async function insertTransfer(db: Kysely<Tables>, transfer: TransferRow): Promise<void> {
  await db.insertInto('transfers').values(transfer).execute();
}

export async function findTransfer(db: Kysely<Tables>, boardId: Id, id: Id): Promise<TransferRow | undefined> {
  return db.selectFrom('transfers').selectAll().where('boardId', '=', boardId).where('id', '=', id).executeTakeFirst();
}

/** Changes a request that is open; false when it is so no longer. */
export async function changeOpenTransfer(
  db: Kysely<Tables>,
  id: Id,
  change: Pick<Updateable<TransferTable>, 'state' | 'awaits' | 'decidedBy' | 'decidedAt' | 'reason'>,
): Promise<boolean> {
  const result = await db
    .updateTable('transfers')
    .set(change)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Requests of a board that wait for an answer, oldest first. */
export async function openTransfers(db: Kysely<Tables>, boardId: Id): Promise<TransferRow[]> {
  return db
    .selectFrom('transfers')
    .selectAll()
    .where('boardId', '=', boardId)
    .where('state', '=', 'open')
    .orderBy('askedAt')
    .orderBy('id')
    .execute();
}

/** Requests that were answered, newest first. */
export async function closedTransfers(db: Kysely<Tables>, boardId: Id, most: number): Promise<TransferRow[]> {
  return db
    .selectFrom('transfers')
    .selectAll()
    .where('boardId', '=', boardId)
    .where('state', '!=', 'open')
    .orderBy('askedAt', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
}

/** True when this transfer was undone, or that is asked. */
export async function isBeingUndone(db: Kysely<Tables>, boardId: Id, id: Id): Promise<boolean> {
  const row = await db
    .selectFrom('transfers')
    .select('id')
    .where('boardId', '=', boardId)
    .where('undoes', '=', id)
    .where('state', 'in', ['open', 'done'])
    .executeTakeFirst();
  return row !== undefined;
}
