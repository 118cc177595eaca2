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
import type { EarlyAnswers } from '../earlyAnswers.ts';
import type { LiveDocument, LiveDocuments } from '../liveDocuments.ts';
import { Stopped } from '../refusal.ts';
import { replay } from '../replay.ts';
import type { RightsSource } from '../rights.ts';

/** Brings a document into memory from its newest snapshot and the rows after it. */
export function loading(deps: {
  readonly db: Db;
  readonly rights: RightsSource;
  readonly live: LiveDocuments;
  readonly early: EarlyAnswers;
  readonly logger: Logger;
  /** The document came into memory, of a board with these parties, or leaves it. */
  readonly onLoad: (loaded: LiveDocument, parties: readonly Id[]) => void;
  readonly onUnload: (documentName: string) => void;
}): Extension<CollabContext> {
  return {
    extensionName: 'loading',
    // After the rights are decided: this extension stands behind the one that does so.
    onAuthenticate: async ({ context }) => {
      if (context.link) deps.early.authenticated(context.link);
    },
    onLoadDocument: async ({ document, documentName }) => {
      try {
        const name = parseDocumentName(documentName);
        const board = name && (await deps.rights.boardState(name.boardId));
        if (!name || !board) throw new Error('no such board');
        const key = documentKey(name.ref);
        const { boardId } = name;
        const stored = await readStoredDocument(deps.db, boardId, key, board.generation, deps.logger);
        await deps.early.begin(documentName, stored);
        // At once, to nobody: the engine takes what is replayed for news, and would keep it for who comes in first.
        const { flushDelay } = document;
        document.flushDelay = false;
        replay(document, stored, deps.logger);
        document.flushDelay = flushDelay;
        const early = await deps.early.end(documentName, Y.encodeStateVector(document));
        const bytes = early?.bytes ?? Y.encodeStateAsUpdate(document).length;
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
        void deps.early.end(documentName);
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
