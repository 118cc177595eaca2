import { randomInt } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Logger } from 'pino';
import type { Id } from '../../../shared/board/ids.ts';
import { foldUpdates } from '../../../shared/doc/storedStates.ts';
import { findBoard, setGeneration } from '../../db/boards.ts';
import type { Db } from '../../db/database.ts';
import { replaceSnapshot, snapshotHash } from '../../db/snapshots.ts';
import { documentsInGeneration } from '../../db/storeContents.ts';
import { readStoredDocument } from '../../db/storedDocument.ts';

/** Thousands of restores in a row fit into the column. */
const LARGEST_STEP = 1_000_000;

/**
 * The generation that a restore gives: higher by a random step. One more would do but for the same backup put back
 * twice, with work in between: that would give one number to two histories.
 */
export function nextGeneration(generation: number): number {
  return generation + randomInt(1, LARGEST_STEP + 1);
}

/**
 * Begins a new generation of a board: for each document one snapshot of what is stored of it now, on which the new
 * generation stands. Rows keep the generation in which they were written.
 */
export async function raiseGeneration(db: Db, boardId: Id, next: number, now: Date, logger: Logger): Promise<void> {
  const board = await findBoard(db, boardId);
  if (!board) throw new Error(`the backup names a board that is not in it: ${boardId}`);
  for (const document of await documentsInGeneration(db, boardId, board.generation)) {
    const stored = await readStoredDocument(db, boardId, document, board.generation, logger);
    const base = stored.snapshot && inflateRawSync(stored.snapshot.state);
    const updates = stored.updates.map(({ update }) => update);
    const state = deflateRawSync(foldUpdates(updates, base));
    const { sequence } = stored;
    const at = now.toISOString();
    await replaceSnapshot(db, { boardId, document, sequence, generation: next, state, hash: snapshotHash(state), at });
  }
  await setGeneration(db, boardId, next);
}
