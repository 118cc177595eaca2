import { type Activity, isLive, type Organisation } from '../../../../shared/board/board.ts';
import type { BoardIndex } from '../../../../shared/board/boardIndex.ts';
import type { Id } from '../../../../shared/board/ids.ts';
import { outcomeLabel } from './outcomeLabel.ts';

/** Another outcome at which the same card is shown. */
export interface Elsewhere {
  readonly outcomeId: Id | undefined;
  readonly label: string;
  readonly home: boolean;
}

/** All that one showing of a card needs of the board. */
export interface CardView {
  readonly activity: Activity;
  readonly owner: Organisation | undefined;
  readonly years: readonly number[];
  readonly elsewhere: readonly Elsewhere[];
  /** True where the card is at home; elsewhere it is the same card, shown by a link. */
  readonly isHome: boolean;
}

const NOWHERE: readonly Elsewhere[] = [];

/** What is shown of a card at an outcome; undefined when it is gone. Cheap: it runs for every card after every change. */
export function cardView(index: BoardIndex, activityId: Id, outcomeId: Id | undefined): CardView | undefined {
  const { board, tree } = index;
  const activity = board.activities.get(activityId);
  const shown = index.appearancesOf.get(activityId);
  if (!activity || !shown) return undefined;
  const elsewhere =
    shown.length < 2
      ? NOWHERE
      : shown
          .filter((found) => found.outcomeId !== outcomeId)
          .map((found) => ({
            outcomeId: found.outcomeId,
            label: found.outcomeId === undefined ? '' : outcomeLabel(tree, found.outcomeId),
            home: found.home,
          }));
  const isHome = shown[0]?.outcomeId === outcomeId;
  return { activity, owner: board.organisations.get(activity.owner), years: board.plan.years, elsewhere, isHome };
}

function isSamePlace(a: Elsewhere, b: Elsewhere | undefined): boolean {
  return b !== undefined && a.outcomeId === b.outcomeId && a.label === b.label && a.home === b.home;
}

/** True when a card need not be drawn again. */
export function isSameCardView(a: CardView | undefined, b: CardView | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.activity === b.activity &&
    a.owner === b.owner &&
    a.years === b.years &&
    a.isHome === b.isHome &&
    a.elsewhere.length === b.elsewhere.length &&
    a.elsewhere.every((place, position) => isSamePlace(place, b.elsewhere[position]))
  );
}

/** Other organisations that take part in the activity, the lead with them. */
export function involvedCount(activity: Activity): number {
  const others = new Set(activity.involvements.filter(isLive).map(({ organisationId }) => organisationId));
  if (activity.lead !== undefined) others.add(activity.lead);
  others.delete(activity.owner);
  return others.size;
}
