import type { Id } from '../../../shared/board/ids.ts';
import { useTree } from '../../board/boardHooks.ts';

/** Number and title of outcomes that are on the board, such as "2.1 Primair onderwijs". */
export function useOutcomeLabel(): (outcomeId: Id) => string {
  const { columnOf, numberOf } = useTree();
  return (outcomeId) => {
    const column = columnOf.get(outcomeId);
    const found =
      column?.outcome.id === outcomeId ? column : column?.sections.find(({ outcome }) => outcome.id === outcomeId);
    return `${numberOf.get(outcomeId) ?? ''} ${found?.outcome.title ?? ''}`.trim();
  };
}
