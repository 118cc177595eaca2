import { type Activity, type Board, isLive, type Link, type Outcome } from './board.ts';
import type { Id } from './ids.ts';
import { compareOrder } from './order.ts';
import { isLiveOutcome } from './outcomeTree.ts';

type Outcomes = ReadonlyMap<Id, Outcome>;

/** Links that are not removed and whose outcome is not in the trash, in order. */
export function liveLinks(outcomes: Outcomes, activity: Activity): Link[] {
  return activity.links
    .filter((link) => isLive(link) && isLiveOutcome(outcomes, link.outcomeId))
    .sort((a, b) => compareOrder({ id: a.id, key: a.key }, { id: b.id, key: b.key }));
}

/**
 * Where the card is at home (`docs/board-spec.md`, H1): its place when that outcome is live, else its first live link,
 * else nowhere: then it is shown under "Nog zonder opbrengst".
 */
export function homeOf(outcomes: Outcomes, activity: Activity): Id | undefined {
  if (activity.place && isLiveOutcome(outcomes, activity.place.outcomeId)) return activity.place.outcomeId;
  return liveLinks(outcomes, activity)[0]?.outcomeId;
}

/** One showing of a card at an outcome. `home` is true for exactly one of them. */
export interface Appearance {
  readonly activityId: Id;
  /** Undefined for "Nog zonder opbrengst". */
  readonly outcomeId: Id | undefined;
  readonly key: string;
  readonly home: boolean;
}

/** Everywhere a live card is shown: at home first, then at the further outcomes, each outcome once (H2). */
export function appearances(outcomes: Outcomes, activity: Activity): Appearance[] {
  if (!isLive(activity)) return [];
  const links = liveLinks(outcomes, activity);
  const outcomeId = homeOf(outcomes, activity);
  const key = activity.place && activity.place.outcomeId === outcomeId ? activity.place.key : (links[0]?.key ?? '');
  const further = links.filter((link) => link.outcomeId !== outcomeId);
  return [
    { activityId: activity.id, outcomeId, key, home: true },
    ...further.map((link) => ({ activityId: activity.id, outcomeId: link.outcomeId, key: link.key, home: false })),
  ];
}

/** The cards shown at one outcome, in order, as siblings for a new order key. */
export function siblingsAt(board: Board, outcomeId: Id, except: Id): { id: Id; key: string }[] {
  const found: { id: Id; key: string }[] = [];
  for (const activity of board.activities.values()) {
    if (activity.id === except) continue;
    const here = appearances(board.outcomes, activity).find((appearance) => appearance.outcomeId === outcomeId);
    if (here) found.push({ id: activity.id, key: here.key });
  }
  return found.sort(compareOrder);
}
