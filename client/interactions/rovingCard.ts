import { type Observable, observable } from '../board/observable.ts';
import type { Spot } from './keySpots.ts';

/** Names one showing of a card among the elements that can have the focus. */
export function focusKey(spot: Spot): string {
  return `${spot.zone}/${spot.activityId}`;
}

/** Which card the Tab key goes to: one for the whole board, since the arrow keys do the rest. */
export interface RovingCard {
  readonly current: Observable<string | undefined>;
  readonly visit: (key: string) => void;
  /** A card came on the screen; gives what to call when it leaves. */
  readonly mount: (key: string) => () => void;
}

export function rovingCard(): RovingCard {
  const current = observable<string | undefined>(undefined);
  const mounted = new Map<string, number>();
  let isChecking = false;

  /** Where the card that the Tab key went to is gone, the first one on the screen takes its place. */
  function check(): void {
    if (isChecking) return;
    isChecking = true;
    queueMicrotask(() => {
      isChecking = false;
      const now = current.get();
      if (now !== undefined && mounted.has(now)) return;
      current.set(document.querySelector('[data-card-focus]')?.getAttribute('data-card-focus') ?? undefined);
    });
  }

  return {
    current,
    visit: (key) => current.set(key),
    mount: (key) => {
      mounted.set(key, (mounted.get(key) ?? 0) + 1);
      check();
      return () => {
        const left = (mounted.get(key) ?? 1) - 1;
        if (left > 0) mounted.set(key, left);
        else mounted.delete(key);
        check();
      };
    },
  };
}
