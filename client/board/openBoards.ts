import type { Id } from '../../shared/board/ids.ts';
import type { LiveBoard } from './liveBoard.ts';

interface Entry {
  readonly live: LiveBoard;
  readonly userId: Id;
  users: number;
  stop?: () => void;
}

/** Boards that are open in this page, also those whose screen was left while something was not saved. */
const entries = new Map<Id, Entry>();

function isDone({ live, users }: Entry): boolean {
  return users === 0 && live.saved.get().waiting === 0;
}

function closeWhenSaved(boardId: Id, entry: Entry): void {
  if (!isDone(entry) || entries.get(boardId) !== entry) return;
  entries.delete(boardId);
  entry.stop?.();
  entry.live.close();
}

/**
 * Opens a board, or takes up the one that is still open. Whoever leaves the screen with changes that wait for the
 * network leaves the board open behind it until they are saved.
 * @param open makes it when there is none, or only that of someone else who used this page before
 */
export function holdBoard(boardId: Id, userId: Id, open: () => LiveBoard): LiveBoard {
  const known = entries.get(boardId);
  if (known && known.userId === userId) {
    known.users += 1;
    return known.live;
  }
  known?.live.close();
  const entry: Entry = { live: open(), userId, users: 1 };
  entries.set(boardId, entry);
  entry.stop = entry.live.saved.subscribe(() => closeWhenSaved(boardId, entry));
  return entry.live;
}

/** Gives a board up; it closes when nothing waits any more. */
export function releaseBoard(boardId: Id): void {
  const entry = entries.get(boardId);
  if (!entry) return;
  entry.users -= 1;
  closeWhenSaved(boardId, entry);
}
