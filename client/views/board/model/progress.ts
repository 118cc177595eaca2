import type { Board } from '../../../../shared/board/board.ts';
import type { BoardIndex } from '../../../../shared/board/boardIndex.ts';
import type { Appearance } from '../../../../shared/board/home.ts';
import { statusesByYear } from './resultDots.ts';

/** How far the results of a column's cards are filled in. */
export interface Progress {
  readonly given: number;
  /** Results that are given or still to come; what is not applicable is not counted. */
  readonly expected: number;
}

/** Share of the years' results that are given, over the cards that are at home here: each card counts in one column. */
export function progressOf(board: Board, shown: Iterable<Appearance>): Progress {
  let given = 0;
  let expected = 0;
  for (const { activityId, home } of shown) {
    const activity = home ? board.activities.get(activityId) : undefined;
    if (!activity || activity.draft) continue;
    for (const statuses of statusesByYear(activity, board.plan.years)) {
      for (const status of statuses) {
        if (status === 'given') given += 1;
        if (status !== 'notApplicable') expected += 1;
      }
    }
  }
  return { given, expected };
}

/** Number of cards on the board for which no result of any year was written yet. */
export function withoutResults(index: BoardIndex): number {
  const { board, appearancesOf } = index;
  if (board.plan.years.length === 0) return 0;
  let count = 0;
  for (const id of appearancesOf.keys()) {
    const activity = board.activities.get(id);
    if (
      activity &&
      !activity.draft &&
      statusesByYear(activity, board.plan.years)
        .flat()
        .every((status) => status === 'blank')
    )
      count += 1;
  }
  return count;
}
