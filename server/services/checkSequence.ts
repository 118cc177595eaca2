import type { BoardRow } from '../db/boards.ts';
import type { journalOf } from '../db/storeContents.ts';
import type { StoreFinding } from './storeFinding.ts';

export type JournalRow = Awaited<ReturnType<typeof journalOf>>[number];

/** What is wrong with the numbers of a board's rows: gaps, rows beyond the board's own number, generations that go back. */
export function sequenceFindings(board: BoardRow, rows: readonly JournalRow[]): StoreFinding[] {
  const { id: boardId, sequence: last } = board;
  const found: StoreFinding[] = [];
  let before = { sequence: 0, generation: 0 };
  for (const row of rows) {
    const { sequence, generation } = row;
    if (sequence !== before.sequence + 1) found.push({ boardId, code: 'sequenceGap', sequence });
    if (generation < before.generation || generation > board.generation) {
      found.push({ boardId, code: 'rowGeneration', sequence });
    }
    before = row;
  }
  if (before.sequence < last) found.push({ boardId, code: 'sequenceGap', sequence: last });
  if (before.sequence > last) found.push({ boardId, code: 'sequenceAhead', sequence: before.sequence });
  return found;
}
