import type { Indicator } from '../board/board.ts';
import { imported, present } from './imported.ts';
import { withKeys } from './orderKeys.ts';
import type { IndicatorData, PlanData } from './planData.ts';

function toIndicator({ id, outcomeId, title, ...data }: IndicatorData, key: string): Indicator {
  const { unit, direction, baseline, targets, ...rest } = data;
  const undetermined = targets.filter(({ year: _year, value: _value, ...more }) => Object.keys(more).length > 0);
  return {
    id,
    outcomeId,
    title,
    key,
    ...present({ unit, direction, baseline }),
    targets: targets.map(({ year, value }) => ({ year, ...present({ value }) })),
    ...imported({ ...rest, targets: undetermined }),
  };
}

/** The indicators, in the source's order at each outcome. Measurements and the like stay in `unknown.imported`. */
export function indicatorsOf(plan: PlanData): Indicator[] {
  const indicators = plan.indicators ?? [];
  const outcomeIds = [...new Set(indicators.map(({ outcomeId }) => outcomeId))];
  return outcomeIds.flatMap((outcomeId) => {
    const here = indicators.filter((indicator) => indicator.outcomeId === outcomeId);
    return withKeys(here).map(({ item, key }) => toIndicator(item, key));
  });
}
