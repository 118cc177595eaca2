import { LIMITS } from '../../../shared/board/limits.ts';

/** Years to choose from: some around now, and those of the template. */
export function yearChoices(templateYears: readonly number[], thisYear: number): number[] {
  const first = Math.min(thisYear - 2, ...templateYears);
  const last = Math.max(thisYear + 6, ...templateYears);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** All years from the first up to and including the last. */
export function yearRange(from: number, until: number): number[] {
  return Array.from({ length: Math.max(0, until - from + 1) }, (_, index) => from + index);
}

/** Key of the text that says what is wrong; undefined when nothing is. */
export function yearsProblem(from: number, until: number): 'yearsWrong' | 'yearsTooMany' | undefined {
  if (until < from) return 'yearsWrong';
  return until - from >= LIMITS.years.max ? 'yearsTooMany' : undefined;
}
