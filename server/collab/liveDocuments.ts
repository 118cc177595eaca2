import type { Document } from '@hocuspocus/server';
import * as Y from 'yjs';
import { sharedDocuments } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { documentName } from '../../shared/doc/names.ts';

/** What the server knows of a document that is in memory, beside its content. */
export interface LiveDocument {
  readonly boardId: Id;
  readonly key: string;
  readonly generation: number;
  /** Journal rows since the newest snapshot. */
  rows: number;
  /** Bytes of its state, V1, at most: counted up with every update, measured again when it seems too much. */
  bytes: number;
  /** What was measured last. */
  measured: number;
  /** People were told that it is. */
  isNearlyFull: boolean;
  /** Who writes under each Yjs client id that was new since the document is in memory. */
  readonly writers: Map<number, Id>;
  /**
   * Who has it open, and who left while messages of theirs are still being handled. While there are any, the document
   * stays in memory: what the engine unloads meanwhile would get updates that nobody sees.
   */
  readonly links: Set<object>;
}

export type LiveDocuments = Map<string, LiveDocument>;

/** Whether every shared document of a board with these parties is in memory, or the last of them nearly. */
export function isWhole(live: LiveDocuments, boardId: Id, parties: readonly Id[]): boolean {
  return sharedDocuments(parties).every((ref) => live.has(documentName(boardId, ref)));
}

/** Part of the limit from which people are told, so that nobody is surprised by a document that is full. */
const NEARLY_FULL = 0.9;
/** Measuring takes a tenth of a second where it matters: once for so much growth. */
const MEASURED_AGAIN = 0.01;

/** Whether the document has just become nearly full. */
export function becameNearlyFull(live: LiveDocument, document: Document, limit: number): boolean {
  if (live.isNearlyFull || live.bytes < limit * NEARLY_FULL) return false;
  if (live.bytes - live.measured < limit * MEASURED_AGAIN) return false;
  measure(live, document);
  return markNearlyFull(live, limit);
}

/** For a document that was measured just now. */
export function markNearlyFull(live: LiveDocument, limit: number): boolean {
  live.isNearlyFull = live.bytes >= limit * NEARLY_FULL;
  return live.isNearlyFull;
}

function measure(live: LiveDocument, document: Document): void {
  live.bytes = Y.encodeStateAsUpdate(document).length;
  live.measured = live.bytes;
}

/** Whether an update of this size still fits into the document. */
export function hasRoom(live: LiveDocument, document: Document, bytes: number, limit: number): boolean {
  if (live.bytes + bytes > limit) measure(live, document);
  return live.bytes + bytes <= limit;
}
