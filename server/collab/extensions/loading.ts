import type { Extension } from '@hocuspocus/server';
import type { Logger } from 'pino';
import * as Y from 'yjs';
import { documentKey } from '../../../shared/board/documentRef.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { parseDocumentName } from '../../../shared/doc/names.ts';
import { CLOSE } from '../../../shared/protocol/live.ts';
import type { Db } from '../../db/database.ts';
import { readStoredDocument } from '../../db/storedDocument.ts';
import type { CollabContext } from '../documentLink.ts';
import type { LiveDocument, LiveDocuments } from '../liveDocuments.ts';
import { Stopped } from '../refusal.ts';
import { replay } from '../replay.ts';
import type { RightsSource } from '../rights.ts';

/** Brings a document into memory from its newest snapshot and the rows after it. */
export function loading(deps: {
  readonly db: Db;
  readonly rights: RightsSource;
  readonly live: LiveDocuments;
  readonly logger: Logger;
  /** The document came into memory, of a board with these parties, or leaves it. */
  readonly onLoad: (loaded: LiveDocument, parties: readonly Id[]) => void;
  readonly onUnload: (documentName: string) => void;
}): Extension<CollabContext> {
  return {
    extensionName: 'loading',
    onLoadDocument: async ({ document, documentName }) => {
      try {
        const name = parseDocumentName(documentName);
        const board = name && (await deps.rights.boardState(name.boardId));
        if (!name || !board) throw new Error('no such board');
        const key = documentKey(name.ref);
        const { boardId } = name;
        const stored = await readStoredDocument(deps.db, boardId, key, board.generation, deps.logger);
        replay(document, stored, deps.logger);
        const { length: bytes } = Y.encodeStateAsUpdate(document);
        const { generation } = board;
        const loaded: LiveDocument = {
          boardId,
          key,
          generation,
          rows: stored.updates.length,
          bytes,
          measured: bytes,
          isNearlyFull: false,
          writers: new Map(),
          links: new Set(),
        };
        deps.live.set(documentName, loaded);
        deps.onLoad(loaded, board.parties);
      } catch (error) {
        deps.logger.error({ err: error, documentName }, 'live: a document could not be loaded');
        // The engine forgets a document whose loading failed but leaves its timers running.
        document.destroy();
        throw new Stopped(CLOSE.storeUnavailable);
      }
    },
    afterUnloadDocument: async ({ documentName }) => {
      deps.onUnload(documentName);
      deps.live.delete(documentName);
    },
  };
}
