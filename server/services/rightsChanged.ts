import type { Id } from '../../shared/board/ids.ts';
import type { ServiceContext } from './context.ts';

/** Tells the live documents that rights changed, after the change was committed. */
export function rightsChanged({ live }: ServiceContext, boardId: Id): void {
  live.accessChanged(boardId);
  live.boardChanged(boardId);
}
