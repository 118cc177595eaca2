import type { Id } from '../../shared/board/ids.ts';
import { rightsVersions } from '../db/boards.ts';
import type { ServiceContext } from './context.ts';
import { nameInPassing } from './nameOrganisations.ts';
import { rightsChanged } from './rightsChanged.ts';

/**
 * Looks whether the rights of boards that are open changed beside this process, by the operator's commands, and
 * passes it on. Changes made here pass by it too; reading rights twice does no harm.
 * @returns one look; call it every second
 */
export function rightsWatch(context: ServiceContext): () => Promise<void> {
  let seen: ReadonlyMap<Id, number> = new Map();
  return async () => {
    const now = await rightsVersions(context.db, context.live.openBoards());
    const before = seen;
    seen = now;
    for (const [boardId, version] of now) {
      // Seen for the first time: the rights may have changed between someone's opening the board and this look.
      if (before.get(boardId) === version) continue;
      rightsChanged(context, boardId);
      await nameInPassing(context, boardId);
    }
  };
}
