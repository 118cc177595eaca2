import type { Hocuspocus } from '@hocuspocus/server';
import type { Logger } from 'pino';
import * as Y from 'yjs';
import type { Id } from '../../shared/board/ids.ts';
import type { Db } from '../db/database.ts';
import type { Journal } from '../db/journal.ts';
import { JournalRefusal } from '../db/journalStore.ts';
import { readStoredDocument } from '../db/storedDocument.ts';
import type { LiveBoards } from '../services/liveBoards.ts';
import { Problem } from '../services/problem.ts';
import type { CollabContext } from './documentLink.ts';
import type { LiveDocuments } from './liveDocuments.ts';
import { storedState } from './replay.ts';
import type { BoardState, RightsSource } from './rights.ts';

/** Origin of what the server itself writes. */
const BY_SERVER = { source: 'local' } as const;

export interface BoardWriter {
  /** See `LiveBoards.write`. */
  readonly write: LiveBoards['write'];
  /** See `LiveBoards.readDocument`. */
  readonly readDocument: LiveBoards['readDocument'];
  /** Applies a journalled update to the document that is in memory, and sends it to everyone there. */
  readonly deliver: (documentName: string, update: Uint8Array) => Promise<void>;
}

/** The server's own hand in the documents: journalled first, like everyone's. */
export function boardWriter(deps: {
  readonly engine: Hocuspocus<CollabContext>;
  readonly db: Db;
  readonly journal: Journal;
  readonly rights: RightsSource;
  /** The schema of this server; a board of a later one is not written. */
  readonly schema: number;
  readonly live: LiveDocuments;
  readonly logger: Logger;
  readonly onRows: (documentName: string) => void;
  readonly onGrown: (documentName: string) => void;
}): BoardWriter {
  const { engine, journal, rights, live, logger } = deps;

  const stateOf = async (boardId: Id): Promise<BoardState> => {
    const board = await rights.boardState(boardId);
    if (!board) throw new Problem('notFound');
    return board;
  };

  const deliver = async (documentName: string, update: Uint8Array): Promise<void> => {
    // A document that is being loaded may have read the rows before this one was there.
    const loading = engine.loadingDocuments.get(documentName)?.catch(() => undefined);
    const document = engine.documents.get(documentName) ?? (await loading);
    if (document && !document.isDestroyed) Y.applyUpdate(document, update, BY_SERVER);
  };

  const write: BoardWriter['write'] = async (boardId, edits, authorId, schema) => {
    // Waiting for the store is for people's typing; who presses a button is told at once.
    if (journal.state() === 'failing') throw new Problem('storeUnavailable');
    const board = await stateOf(boardId);
    if (board.schema > deps.schema) throw new Problem('boardTooNew');
    const { generation } = board;
    const raised = schema === undefined ? {} : { schema };
    const entries = [...edits].map(([document, update]) => ({
      boardId,
      document,
      generation,
      update,
      authorId,
      ...raised,
    }));
    for (const { update } of entries) Y.decodeUpdate(update);
    try {
      await journal.appendTogether(entries);
    } catch (error) {
      if (error instanceof JournalRefusal) throw new Problem('storeUnavailable', { cause: error });
      throw error;
    }
    for (const { document, update } of entries) {
      const documentName = `board/${boardId}/${document}`;
      await deliver(documentName, update);
      const known = live.get(documentName);
      if (!known) continue;
      known.rows += 1;
      known.bytes += update.length;
      deps.onRows(documentName);
      deps.onGrown(documentName);
    }
  };

  const readDocument: BoardWriter['readDocument'] = async (boardId, documentKey) => {
    const document = engine.documents.get(`board/${boardId}/${documentKey}`);
    if (document && !document.isLoading) return Y.encodeStateAsUpdate(document);
    const { generation } = await stateOf(boardId);
    return storedState(await readStoredDocument(deps.db, boardId, documentKey, generation, logger), logger);
  };

  return { write, readDocument, deliver };
}
