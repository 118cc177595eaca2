import type { Activity } from '../../../../shared/board/board.ts';
import { type BoardIndex, cardsAt } from '../../../../shared/board/boardIndex.ts';
import type { Appearance } from '../../../../shared/board/home.ts';
import type { Id } from '../../../../shared/board/ids.ts';
import { type BoardFilter, cardTest, NO_FILTER } from './filter.ts';

/** Stands for "Nog zonder opbrengst" where an outcome's id is asked. No record can have it. */
export const UNPLACED = ':unplaced';

/** Each card once, however many outcomes it is shown at. */
export interface Totals {
  readonly cards: number;
  readonly shown: number;
}

/** What the board view shows of an index under a filter. Unchanged lists keep their identity. */
export interface BoardModel {
  readonly index: BoardIndex;
  readonly filter: BoardFilter;
  readonly totals: Totals;
  /** The cards that stay at each outcome (or `UNPLACED`), in order. */
  readonly shownAt: ReadonlyMap<Id, readonly Appearance[]>;
}

const NONE: readonly Appearance[] = [];

function kept(now: readonly Appearance[], before: readonly Appearance[] | undefined): readonly Appearance[] {
  if (before?.length !== now.length) return now;
  return now.every((appearance, position) => appearance === before[position]) ? before : now;
}

/** Makes the model; given the previous one, what did not change is taken over from it. */
export function boardModel(index: BoardIndex, filter: BoardFilter = NO_FILTER, previous?: BoardModel): BoardModel {
  if (previous?.index === index && previous.filter === filter) return previous;
  const { activities, organisations } = index.board;
  // An address from another board names organisations that are not here: they hide nothing.
  const organisationIds = filter.organisationIds.filter((id) => organisations.has(id));
  const test = cardTest({ ...filter, organisationIds });
  const passes = (activity: Activity | undefined): boolean => activity !== undefined && (!test || test(activity));
  const all: [Id, readonly Appearance[]][] = [...index.cardsAt, [UNPLACED, index.unplaced]];
  const shownAt = new Map<Id, readonly Appearance[]>();
  for (const [outcomeId, list] of all) {
    const now = test ? list.filter(({ activityId }) => passes(activities.get(activityId))) : list;
    shownAt.set(outcomeId, kept(now, previous?.shownAt.get(outcomeId)));
  }
  const cards = index.appearancesOf.size;
  const shown = test ? [...index.appearancesOf.keys()].filter((id) => passes(activities.get(id))).length : cards;
  const before = previous?.totals;
  const totals = before?.cards === cards && before.shown === shown ? before : { cards, shown };
  return { index, filter, totals, shownAt };
}

/** The cards that stay at an outcome or at `UNPLACED`, in order. */
export function shownAt(model: BoardModel, outcomeId: Id): readonly Appearance[] {
  return model.shownAt.get(outcomeId) ?? NONE;
}

/** All cards at an outcome or at `UNPLACED`, filtered or not. */
export function allAt(index: BoardIndex, outcomeId: Id): readonly Appearance[] {
  return outcomeId === UNPLACED ? index.unplaced : cardsAt(index, outcomeId);
}

/** The outcome and the sections in it: everywhere the column's cards can stand. */
export function outcomesOf(index: BoardIndex, columnId: Id): readonly Id[] {
  const column = index.tree.columnOf.get(columnId);
  if (!column || column.outcome.id !== columnId) return [columnId];
  return [columnId, ...column.sections.map(({ outcome }) => outcome.id)];
}

/** Number of different cards in a column with its sections, and how many of them the filter leaves. */
export function columnTotals(model: BoardModel, columnId: Id): Totals {
  const outcomes = outcomesOf(model.index, columnId);
  const distinct = (listOf: (id: Id) => readonly Appearance[]): number =>
    new Set(outcomes.flatMap((id) => listOf(id).map(({ activityId }) => activityId))).size;
  return { cards: distinct((id) => allAt(model.index, id)), shown: distinct((id) => shownAt(model, id)) };
}
