import { useEffect } from 'react';
import type { Id } from '../../shared/board/ids.ts';

/** A card at its home, or an outcome. */
export type Revealed =
  | { readonly kind: 'card'; readonly activityId: Id }
  | { readonly kind: 'outcome'; readonly outcomeId: Id };

const listeners = new Set<(what: Revealed) => void>();

/** Asks the board to bring something in sight, whatever is filtered or folded up, and to put the focus on it. */
export function reveal(what: Revealed): void {
  for (const listener of listeners) listener(what);
}

/** The board's way to hear what is to be shown. */
export function useReveal(show: (what: Revealed) => void): void {
  useEffect(() => {
    listeners.add(show);
    return () => {
      listeners.delete(show);
    };
  }, [show]);
}
