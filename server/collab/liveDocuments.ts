import type { Document } from '@hocuspocus/server';
import * as Y from 'yjs';
import type { Id } from '../../shared/board/ids.ts';

/** What the server knows of a document that is in memory, beside its content. */
export interface LiveDocument {
  readonly boardId: Id;
  readonly key: string;
  readonly generation: number;
  /** Journal rows since the newest snapshot. */
  rows: number;
  /** Bytes of its state, V1, at most: counted up with every update, measured again when it seems too much. */
  bytes: number;
  /**
   * Who has it open, and who left while messages of theirs are still being handled. While there are any, the document
   * stays in memory: what the engine unloads meanwhile would get updates that nobody sees.
   */
  readonly links: Set<object>;
}

export type LiveDocuments = Map<string, LiveDocument>;

/** Whether an update of this size still fits into the document. */
export function hasRoom(live: LiveDocument, document: Document, bytes: number, limit: number): boolean {
  if (live.bytes + bytes > limit) live.bytes = Y.encodeStateAsUpdate(document).length;
  return live.bytes + bytes <= limit;
}
