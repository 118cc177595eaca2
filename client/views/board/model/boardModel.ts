import type { Activity } from '../../../../shared/board/board.ts';
import { type BoardIndex, cardsAt } from '../../../../shared/board/boardIndex.ts';
import type { Appearance } from '../../../../shared/board/home.ts';
import type { Id } from '../../../../shared/board/ids.ts';
import { type BoardFilter, cardTest, NO_FILTER } from './filter.ts';

/** Stands for "Nog zonder opbrengst" where an outcome's id is asked. No record can have it. */
export const UNPLACED = ':unplaced';

/**
 * Each card once, however many outcomes it is shown at. Drafts are counted apart, so that everyone on the board reads
 * the same numbers (`docs/board-spec.md`, W3).
 */
export interface Totals {
  readonly cards: number;
  readonly shown: number;
  /** Drafts that the filter leaves. */
  readonly drafts: number;
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
  const counted = totalsOf(index, index.appearancesOf.keys(), (id) => passes(activities.get(id)));
  const before = previous?.totals;
  const totals = before && isSameTotals(before, counted) ? before : counted;
  return { index, filter, totals, shownAt };
}

export function isSameTotals(a: Totals, b: Totals): boolean {
  return a.cards === b.cards && a.shown === b.shown && a.drafts === b.drafts;
}

function totalsOf({ board }: BoardIndex, ids: Iterable<Id>, isShown: (id: Id) => boolean): Totals {
  const totals = { cards: 0, shown: 0, drafts: 0 };
  for (const id of ids) {
    const isDraft = board.activities.get(id)?.draft === true;
    if (!isDraft) totals.cards += 1;
    if (isShown(id)) totals[isDraft ? 'drafts' : 'shown'] += 1;
  }
  return totals;
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
  const distinct = (listOf: (id: Id) => readonly Appearance[]): Set<Id> =>
    new Set(outcomes.flatMap((id) => listOf(id).map(({ activityId }) => activityId)));
  const shown = distinct((id) => shownAt(model, id));
  return totalsOf(
    model.index,
    distinct((id) => allAt(model.index, id)),
    (id) => shown.has(id),
  );
}
