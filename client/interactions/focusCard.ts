import type { Id } from '../../shared/board/ids.ts';
import { cardZone } from './dropTarget.ts';
import type { Spot } from './keySpots.ts';
import { focusKey } from './rovingCard.ts';

function focusNow(key: string): boolean {
  const element = document.querySelector<HTMLElement>(`[data-card-focus="${CSS.escape(key)}"]`);
  element?.focus();
  element?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return element !== null;
}

/** Frames to wait for a card that is about to be drawn. */
const FRAMES = 20;

/** Puts the focus on a showing of a card, as soon as it is on the screen. */
export function focusSpot(spot: Spot): void {
  let left = FRAMES;
  const attempt = (): void => {
    left -= 1;
    if (!focusNow(focusKey(spot)) && left > 0) requestAnimationFrame(attempt);
  };
  attempt();
}

/** Puts the focus on a card at an outcome, or among those without one. */
export function moveFocusTo({ outcomeId, activityId }: { outcomeId: Id | undefined; activityId: Id }): void {
  focusSpot({ zone: cardZone(outcomeId), activityId });
}
