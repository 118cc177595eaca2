import type { Id } from '../../../shared/board/ids.ts';

/** The last of those who wait for a board. */
const last = new Map<Id, Promise<unknown>>();

/**
 * Does something with a board's activities after all that was begun with it before: two transfers of one activity
 * cannot cross. A board lives in one process; the database's own lock would keep the journal from writing.
 */
export async function inTurn<T>(boardId: Id, task: () => Promise<T>): Promise<T> {
  const mine = (last.get(boardId) ?? Promise.resolve()).then(task, task);
  last.set(boardId, mine);
  try {
    return await mine;
  } finally {
    if (last.get(boardId) === mine) last.delete(boardId);
  }
}
