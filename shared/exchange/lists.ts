import type { ListEntry } from '../board/board.ts';
import { imported } from './imported.ts';
import { withKeys } from './orderKeys.ts';
import type { PlanData } from './planData.ts';

/** Collections of a plan file that become lists of the board, under the same names. */
const NAMED_LISTS = ['targetGroups', 'localities', 'preventionLevels', 'healthDimensions', 'programmes'] as const;

/** The board's own lists: what activities refer to, and the terms that the plan defines. */
export function listsOf(plan: PlanData): ListEntry[] {
  const named = NAMED_LISTS.flatMap((list) =>
    withKeys(plan[list] ?? []).map(({ item: { id, name, ...rest }, key }) => ({
      id,
      list,
      title: name,
      key,
      ...imported(rest),
    })),
  );
  const definitions = withKeys(plan.definitions ?? []).map(({ item: { id, term, ...rest }, key }) => ({
    id,
    list: 'definitions',
    title: term,
    key,
    ...imported(rest),
  }));
  return [...named, ...definitions];
}
