import type { Extension } from '@hocuspocus/server';
import type { Id } from '../../../shared/board/ids.ts';
import { parseDocumentName } from '../../../shared/doc/names.ts';
import { CLOSE, DENIED, type DeniedReason } from '../../../shared/protocol/live.ts';
import { Lineage, UNNAMED } from '../bridge/lineage.ts';
import { type CollabContext, DocumentLink } from '../documentLink.ts';
import { handshakeRefusal, readHandshake } from '../handshake.ts';
import type { CollabMetrics } from '../metrics.ts';
import { Stopped } from '../refusal.ts';
import { accessTo, archivesOn, type RightsEpochs, type RightsSource } from '../rights.ts';

/** Decides for each document and socket what its user may do, from the database's rows. */
export function authentication(deps: {
  readonly rights: RightsSource;
  readonly epochs: RightsEpochs;
  readonly metrics: CollabMetrics;
  /** The schema of this server's boards, and what brings a board to it. */
  readonly schema: number;
  readonly migrate: (boardId: Id) => Promise<void>;
}): Extension<CollabContext> {
  const deny = (reason: DeniedReason): never => {
    deps.metrics.denied[reason] = (deps.metrics.denied[reason] ?? 0) + 1;
    throw new Stopped({ code: CLOSE.noAccess.code, reason });
  };

  return {
    extensionName: 'authentication',
    onAuthenticate: async ({ context, documentName, token, connectionConfig }) => {
      const { socket } = context;
      if (socket.dead) throw new Stopped();
      const name = parseDocumentName(documentName);
      if (!name) return deny(DENIED.noAccess);
      const { boardId, ref } = name;
      const { userId } = socket.identity;
      let isMigrated = false;
      for (;;) {
        const epoch = deps.epochs.of(boardId);
        const [board, participant] = await Promise.all([
          deps.rights.boardState(boardId),
          deps.rights.participantOf(boardId, userId),
        ]).catch((error: unknown) => {
          socket.close(CLOSE.storeUnavailable);
          throw error;
        });
        // Rights changed while we read: what we have may be the old ones.
        if (deps.epochs.of(boardId) !== epoch) continue;
        const access = accessTo(board, participant, ref);
        if (!board || !participant || access === 'none') return deny(DENIED.noAccess);
        const refusal = handshakeRefusal(readHandshake(token), board, deps.schema);
        if (refusal) return deny(refusal);
        if (board.schema < deps.schema && !isMigrated) {
          // Before anyone is let in, so that no edit meets it half way.
          await deps.migrate(boardId);
          isMigrated = true;
          continue;
        }
        const lineage = token === UNNAMED ? new Lineage() : undefined;
        const rights = { access, mayArchive: archivesOn(board, participant) };
        const link = new DocumentLink(socket, { name: documentName, boardId, ref }, participant, rights, lineage);
        socket.links.add(link);
        connectionConfig.readOnly = access !== 'write';
        return { link };
      }
    },
  };
}
