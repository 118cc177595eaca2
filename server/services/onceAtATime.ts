import type { Id } from '../../shared/board/ids.ts';
import type { ServiceContext } from './context.ts';

type BoardTask = (context: ServiceContext, boardId: Id) => Promise<void>;

/** The task, never twice at once for one board: who asks while it runs waits for what runs. */
export function onceAtATime(task: BoardTask): BoardTask {
  const running = new Map<Id, Promise<void>>();
  return (context, boardId) => {
    const known = running.get(boardId);
    if (known) return known;
    const mine = task(context, boardId).finally(() => running.delete(boardId));
    running.set(boardId, mine);
    return mine;
  };
}
