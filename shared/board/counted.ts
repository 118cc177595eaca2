/** Which record of an activity counts, where several documents hold one. */
import type { Activity } from './board.ts';
import { compareText } from './order.ts';

/**
 * The record that is read of those under one id (`docs/board-spec.md`, D6, X2): one that did not go elsewhere, else
 * the one that went last; what is shared before a draft; of several the one whose owner's id sorts first. The same on every replica.
 */
export function countedOf(records: readonly Activity[]): Activity | undefined {
  return records.reduce<Activity | undefined>((best, one) => {
    if (!best) return one;
    const [mine, theirs] = [one.movedTo?.at, best.movedTo?.at];
    if ((mine === undefined) !== (theirs === undefined)) return mine === undefined ? one : best;
    if (one.draft !== best.draft) return best.draft ? one : best;
    return (compareText(theirs ?? '', mine ?? '') || compareText(one.owner, best.owner)) < 0 ? one : best;
  }, undefined);
}
