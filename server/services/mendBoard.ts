import { type DocumentRef, documentKey, draft, sharedDocuments } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { repair } from '../../shared/commands/repair.ts';
import { patchState } from '../../shared/doc/states.ts';
import { partiesOf } from '../db/boardParties.ts';
import { findBoard } from '../db/boards.ts';
import type { ServiceContext } from './context.ts';
import { onceAtATime } from './onceAtATime.ts';

/** Where a board was sound when it was last looked at: its journal's number. */
const sound = new WeakMap<ServiceContext, Map<Id, string>>();

async function mend(context: ServiceContext, boardId: Id): Promise<void> {
  const { db, live, shape } = context;
  const row = await findBoard(db, boardId);
  // What is closed stays as it was closed, and a later version knows rules that this one does not.
  if (!row || row.closedAt !== null || row.schema > shape.schema) return;
  const seen = sound.get(context) ?? new Map<Id, string>();
  sound.set(context, seen);
  const parties = await partiesOf(db, boardId);
  // A draft is mended once someone has it open, beside the board that everyone reads.
  const drafts = parties.map(draft).filter((ref) => live.isInMemory(boardId, ref));
  const refs: DocumentRef[] = [...sharedDocuments(parties), ...drafts];
  const state = `${row.generation}/${row.sequence} ${drafts.map(documentKey).join(' ')}`;
  if (seen.get(boardId) === state) return;
  const board = await live.readRecords(boardId, refs);
  if (!board) return;
  const mending = repair(board, { now: context.now().toISOString(), random: Math.random });
  if (mending.length === 0) {
    seen.set(boardId, state);
    return;
  }
  const edits = new Map<string, Uint8Array>();
  for (const { document, patches } of mending) {
    const key = documentKey(document);
    edits.set(key, patchState(await live.readDocument(boardId, key), patches));
  }
  await live.write(boardId, edits, null);
  const patches = mending.reduce((sum, accepted) => sum + accepted.patches.length, 0);
  context.logger.info({ boardId, patches, documents: edits.size }, 'a board was mended');
}

/**
 * Mends what merging broke on a board that came into memory (`docs/board-spec.md`, R1 to R5), as one journalled edit
 * of the server. One look for each call: what it could not mend is looked at again when the board is next loaded.
 */
export const mendBoard: (context: ServiceContext, boardId: Id) => Promise<void> = onceAtATime(mend);
