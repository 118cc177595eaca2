import { type Board, type Direction, type Indicator, isLive } from '../../../../shared/board/board.ts';
import type { Id } from '../../../../shared/board/ids.ts';
import { compareOrder } from '../../../../shared/board/order.ts';

/** What a column's head says of its first indicator. */
export interface IndicatorLine {
  readonly id: Id;
  readonly title: string;
  /** Others of this outcome, not shown here. */
  readonly further: number;
  readonly goal:
    | { readonly kind: 'target'; readonly value: number; readonly unit: string; readonly year: number }
    | { readonly kind: 'direction'; readonly direction: Direction }
    | { readonly kind: 'toBeDetermined' };
}

/** The last year with a target counts: that is where the plan wants to arrive. */
function goalOf({ targets, unit, direction }: Indicator): IndicatorLine['goal'] {
  const target = targets.filter(({ value }) => value !== undefined).sort((a, b) => b.year - a.year)[0];
  if (target?.value !== undefined) {
    return { kind: 'target', value: target.value, unit: unit ?? '', year: target.year };
  }
  return direction ? { kind: 'direction', direction } : { kind: 'toBeDetermined' };
}

/** The first indicator of an outcome, with its target, else its direction; undefined when it has none. */
export function firstIndicator(indicators: Board['indicators'], outcomeId: Id): IndicatorLine | undefined {
  const own = [...indicators.values()].filter((found) => found.outcomeId === outcomeId && isLive(found));
  const [first] = own.sort(compareOrder);
  return first && { id: first.id, title: first.title, further: own.length - 1, goal: goalOf(first) };
}
