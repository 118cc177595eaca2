import { type Activity, type Board, isLive, type Outcome } from './board.ts';
import { appearances } from './home.ts';
import type { Id } from './ids.ts';
import { compareOrder } from './order.ts';
import { columnAbove } from './outcomeTree.ts';

/** A card that shows at an outcome once that is out of the trash. */
export interface ReturningCard {
  readonly activity: Activity;
  /** It comes home here; else it contributes here too. */
  readonly home: boolean;
}

/** An outcome with the cards that show at it again, in order. */
export interface ReturningOutcome {
  readonly outcome: Outcome;
  readonly cards: readonly ReturningCard[];
}

/** What stood in an outcome that is in the trash. */
export interface TrashContents extends ReturningOutcome {
  /** The sections that come back with it, in order. */
  readonly sections: readonly ReturningOutcome[];
}

/** What stood in an outcome in the trash and comes back with it (`docs/board-spec.md`, C10). */
export function trashContents(board: Board, outcome: Outcome): TrashContents {
  const column = columnAbove(board.outcomes, outcome);
  const restored = new Map(board.outcomes);
  // As if it were on the board again: the rules of home and links say what shows where.
  for (const back of column ? [outcome, column] : [outcome]) {
    const { archivedAt: _, ...live } = back;
    restored.set(back.id, live);
  }
  const shown = [...board.activities.values()].flatMap((activity) =>
    appearances(restored, activity).map((appearance) => ({ activity, ...appearance })),
  );
  const at = (id: Id): ReturningCard[] =>
    shown
      .filter(({ outcomeId }) => outcomeId === id)
      .sort((a, b) => compareOrder({ id: a.activityId, key: a.key }, { id: b.activityId, key: b.key }))
      .map(({ activity, home }) => ({ activity, home }));
  const sections = [...restored.values()]
    .filter((section) => isLive(section) && columnAbove(restored, section)?.id === outcome.id)
    .sort((a, b) => compareOrder({ id: a.id, key: a.place.key }, { id: b.id, key: b.place.key }));
  return {
    outcome,
    cards: at(outcome.id),
    sections: sections.map((section) => ({ outcome: section, cards: at(section.id) })),
  };
}

/** Number of different cards that come back with an outcome. */
export function returningCount({ cards, sections }: TrashContents): number {
  return new Set([cards, ...sections.map((section) => section.cards)].flat().map(({ activity }) => activity.id)).size;
}
