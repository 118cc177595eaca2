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
      // Who opened the board since the last look has read the newest rights.
      if ((before.get(boardId) ?? version) === version) continue;
      rightsChanged(context, boardId);
      await nameInPassing(context, boardId);
    }
  };
}
