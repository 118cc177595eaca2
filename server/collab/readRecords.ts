import { setImmediate } from 'node:timers/promises';
import type { Document, Hocuspocus } from '@hocuspocus/server';
import type { Board } from '../../shared/board/board.ts';
import type { DocumentRef } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { boardReader } from '../../shared/doc/boardReader.ts';
import { documentName } from '../../shared/doc/names.ts';
import type { CollabContext } from './documentLink.ts';

async function inMemory(engine: Hocuspocus<CollabContext>, name: string): Promise<Document | undefined> {
  const loading = engine.loadingDocuments.get(name)?.catch(() => undefined);
  const document = engine.documents.get(name) ?? (await loading);
  return document && !document.isDestroyed ? document : undefined;
}

/** See `LiveBoards.readRecords`. What changes in a document after its turn is read along. */
export async function readRecords(
  engine: Hocuspocus<CollabContext>,
  boardId: Id,
  refs: readonly DocumentRef[],
): Promise<Board | undefined> {
  const reader = boardReader({ hasTexts: false });
  const stops: (() => void)[] = [];
  try {
    for (const ref of refs) {
      const document = await inMemory(engine, documentName(boardId, ref));
      if (!document) return undefined;
      stops.push(reader.attach(ref, document));
      await setImmediate();
    }
    return reader.board();
  } finally {
    for (const stop of stops) stop();
  }
}
