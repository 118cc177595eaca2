import type { Logger } from 'pino';
import type { Id } from '../../shared/board/ids.ts';
import { CLOSE } from '../../shared/protocol/live.ts';
import type { Presence } from './presence.ts';
import { accessTo, archivesOn, type RightsEpochs, type RightsSource } from './rights.ts';
import type { SocketRegistry } from './socketRegistry.ts';

/**
 * Reads the rights of everyone who has a board open again, and changes them in place: nobody reconnects. Who may no
 * longer read is closed. When the rows cannot be read everyone is closed: nobody keeps a right that may be gone.
 */
export async function rereadRights(
  boardId: Id,
  deps: {
    readonly registry: SocketRegistry;
    readonly rights: RightsSource;
    readonly epochs: RightsEpochs;
    readonly presence: Presence;
    readonly logger: Logger;
  },
): Promise<void> {
  const { registry, rights, epochs, presence, logger } = deps;
  const epoch = epochs.raise(boardId);
  const userIds = [...new Set(registry.linksOf(boardId).map((link) => link.socket.identity.userId))];
  if (userIds.length === 0) return;
  try {
    const board = await rights.boardState(boardId);
    const entries = await Promise.all(
      userIds.map(async (userId) => [userId, await rights.participantOf(boardId, userId)] as const),
    );
    // A newer change reads everything again.
    if (epochs.of(boardId) !== epoch) return;
    const participants = new Map(entries);
    for (const link of registry.linksOf(boardId)) {
      const { userId } = link.socket.identity;
      // Who came in meanwhile has read the new rows.
      if (link.socket.dead || !participants.has(userId)) continue;
      const participant = participants.get(userId);
      const access = accessTo(board, participant, link.ref);
      if (!board || !participant || access === 'none') {
        // Who is still on the board comes back at once, to what they may read now.
        link.socket.close(participant ? CLOSE.restarting : CLOSE.noAccess);
        continue;
      }
      link.setAccess({ access, mayArchive: archivesOn(board, participant) }, participant);
      presence.identityChanged(link);
    }
  } catch (error) {
    logger.error({ err: error, boardId }, 'live: rights could not be read again');
    for (const link of registry.linksOf(boardId)) link.socket.close(CLOSE.storeUnavailable);
  }
}
