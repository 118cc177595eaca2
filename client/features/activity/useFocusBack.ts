import { useEffect } from 'react';
import { homeIn } from '../../../shared/board/boardIndex.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { useLiveBoard } from '../../board/liveBoardContext.ts';
import { moveFocusTo } from '../../interactions/focusCard.ts';

/** When the panel goes, the focus returns to the card on the board, also when the panel was opened by its address. */
export function useFocusBack(activityId: Id): void {
  const live = useLiveBoard();
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        // The page as a whole, or its main part, is no place to go on from by keyboard.
        const now = document.activeElement;
        const lost = !(now instanceof HTMLElement) || now === document.body || now.tabIndex < 0;
        const index = live.store.get();
        if (lost && index.appearancesOf.has(activityId)) {
          moveFocusTo({ outcomeId: homeIn(index, activityId), activityId });
        }
      });
    },
    [live, activityId],
  );
}
