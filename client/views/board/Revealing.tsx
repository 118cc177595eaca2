import { useCallback } from 'react';
import type { Id } from '../../../shared/board/ids.ts';
import { useLiveBoard } from '../../board/liveBoardContext.ts';
import { moveFocusTo } from '../../interactions/focusCard.ts';
import { type Revealed, useReveal } from '../../interactions/reveal.ts';
import { afterMenu } from './card/focusAfter.ts';
import { shownAt, UNPLACED } from './model/boardModel.ts';
import { NO_FILTER } from './model/filter.ts';
import { useBoardView } from './viewContext.ts';

function focusOutcome(outcomeId: Id): void {
  const holder = document.querySelector(`[data-outcome="${CSS.escape(outcomeId)}"]`);
  holder?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  holder?.querySelector<HTMLElement>('[data-outcome-menu]')?.focus();
}

/** Brings in sight what is asked for: unfolds what holds it, and lets go of a filter that hides it. */
export function Revealing() {
  const live = useLiveBoard();
  const { store } = useBoardView();
  const show = useCallback(
    (what: Revealed): void => {
      const index = live.store.get();
      const { filter, focusId } = store.get();
      const isCard = what.kind === 'card';
      const outcomeId = isCard ? index.appearancesOf.get(what.activityId)?.[0]?.outcomeId : what.outcomeId;
      const columnId = outcomeId === undefined ? undefined : index.tree.columnOf.get(outcomeId)?.outcome.id;
      const shown = shownAt(store.model(index, filter), outcomeId ?? UNPLACED);
      const isHidden = isCard && !shown.some(({ activityId }) => activityId === what.activityId);
      store.toggle(
        'collapsed',
        [outcomeId, columnId].filter((id) => id !== undefined),
        false,
      );
      store.set({
        phoneColumn: columnId ?? UNPLACED,
        ...(isHidden && { filter: NO_FILTER }),
        ...(focusId !== columnId && { focusId: undefined }),
      });
      afterMenu(() => {
        if (isCard) moveFocusTo({ outcomeId, activityId: what.activityId });
        else focusOutcome(what.outcomeId);
      });
    },
    [live, store],
  );
  useReveal(show);
  return null;
}
