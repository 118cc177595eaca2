import type { Activity } from '../../../../shared/board/board.ts';
import { ITEM_STATUSES, type ItemStatus, resultStatuses } from '../../../../shared/board/richText.ts';

/** `blank`: nothing was written for that year yet. */
export type ResultState = ItemStatus | 'blank';

/** A run of results of one year with the same status; `count` above 1 only where dots were taken together. */
export interface ResultDot {
  readonly status: ResultState;
  readonly count: number;
}

export interface YearDots {
  readonly year: number;
  readonly dots: readonly ResultDot[];
}

/** More dots than this on one card are no longer seen at a glance. */
export const MOST_DOTS = 9;

const cache = new WeakMap<
  Activity,
  { readonly years: readonly number[]; readonly statuses: readonly ResultState[][] }
>();

/** The statuses of each year's results, in the order of `years`; remembered for each value of the activity. */
export function statusesByYear(activity: Activity, years: readonly number[]): readonly (readonly ResultState[])[] {
  const known = cache.get(activity);
  if (known?.years === years) return known.statuses;
  const statuses = years.map((year): ResultState[] => {
    const found = resultStatuses(activity.texts[`resultsText:${year}`]);
    return found.length > 0 ? found : ['blank'];
  });
  cache.set(activity, { years, statuses });
  return statuses;
}

function together(statuses: readonly ResultState[]): ResultDot[] {
  const order: readonly ResultState[] = [...ITEM_STATUSES, 'blank'];
  return order
    .map((status) => ({ status, count: statuses.filter((other) => other === status).length }))
    .filter(({ count }) => count > 0);
}

/** One dot for each result of each year; where that would be a crowd, one for each status with its number. */
export function resultDots(activity: Activity, years: readonly number[]): YearDots[] {
  const statuses = statusesByYear(activity, years);
  const crowded = statuses.reduce((sum, found) => sum + found.length, 0) > MOST_DOTS;
  return statuses.map((found, index) => ({
    year: years[index] ?? 0,
    dots: crowded ? together(found) : found.map((status) => ({ status, count: 1 })),
  }));
}
