import { useEffect } from 'react';
import type { Id } from '../../../shared/board/ids.ts';
import type { ViewStore } from './viewState.ts';

/** Marks the card whose panel is open and brings it in sight, beside the panel. */
export function useOpenCard(store: ViewStore, activityId: Id | undefined): void {
  useEffect(() => {
    store.set({ openCardId: activityId });
    if (activityId === undefined) return;
    // The room beside the panel is there one frame later.
    const frame = requestAnimationFrame(() =>
      document
        .querySelector(`.ob-board [data-drop-item="${CSS.escape(activityId)}"]`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'smooth' }),
    );
    return () => cancelAnimationFrame(frame);
  }, [store, activityId]);
}
