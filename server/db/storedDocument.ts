import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { type JournalUpdate, updatesAfter, updatesUpTo } from './journalRows.ts';
import type { Tables } from './schema.ts';
import { newestSnapshots, type SnapshotRow, snapshotHash } from './snapshots.ts';

/** What is stored of a document: its newest sound snapshot, and the updates that came after it. */
export interface StoredDocument {
  readonly generation: number;
  /** Deflated Yjs V2 state; undefined where there is none yet. */
  readonly snapshot: SnapshotRow | undefined;
  readonly updates: readonly JournalUpdate[];
  /** Sequence number of the newest row that is in here; 0 for a document that was never written. */
  readonly sequence: number;
}

/**
 * Reads a document as it is stored now. A snapshot whose hash does not fit is passed over, loudly: the rows before
 * it are still there, since nothing is deleted.
 */
export async function readStoredDocument(
  db: Kysely<Tables>,
  boardId: string,
  document: string,
  generation: number,
  logger: Logger,
): Promise<StoredDocument> {
  const snapshots = await newestSnapshots(db, boardId, document, generation, 3);
  const snapshot = snapshots.find((row) => {
    const sound = snapshotHash(row.state) === row.hash;
    if (!sound) logger.error({ boardId, document, sequence: row.sequence }, 'snapshot: the hash does not fit');
    return sound;
  });
  // A generation that a restore began stands on a snapshot. Is that one spoilt too, then the rows of earlier
  // generations, of which it was made, take its place.
  const isBaseLost = generation > 1 && snapshots.length > 0 && !snapshot;
  const updates = isBaseLost
    ? await updatesUpTo(db, boardId, document, generation)
    : await updatesAfter(db, boardId, document, generation, snapshot?.sequence ?? 0);
  const sequence = updates.at(-1)?.sequence ?? snapshot?.sequence ?? 0;
  return { generation, snapshot, updates, sequence };
}
