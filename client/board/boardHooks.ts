import { type Activity, isLive, type Organisation, type Outcome } from '../../shared/board/board.ts';
import { type BoardIndex, cardsAt } from '../../shared/board/boardIndex.ts';
import type { Appearance } from '../../shared/board/home.ts';
import type { Id } from '../../shared/board/ids.ts';
import { compareText } from '../../shared/board/order.ts';
import type { OutcomeTree } from '../../shared/board/outcomeTree.ts';
import { useLiveBoard } from './liveBoardContext.ts';
import { isSameList } from './presence.ts';
import { useObserved } from './useObserved.ts';

/** Follows a part of the board; the component renders again only when that part differs. */
export function useBoardIndex<Part>(
  select: (index: BoardIndex) => Part,
  isEqual: (a: Part, b: Part) => boolean = Object.is,
): Part {
  return useObserved(useLiveBoard().store, select, isEqual);
}

export function useActivity(id: Id): Activity | undefined {
  return useBoardIndex(({ board }) => board.activities.get(id));
}

export function useOutcome(id: Id): Outcome | undefined {
  return useBoardIndex(({ board }) => board.outcomes.get(id));
}

export function useOrganisation(id: Id | undefined): Organisation | undefined {
  return useBoardIndex(({ board }) => (id === undefined ? undefined : board.organisations.get(id)));
}

/** The organisations that are not in the trash, by name. */
export function useOrganisations(): readonly Organisation[] {
  return useBoardIndex(
    ({ board }) => [...board.organisations.values()].filter(isLive).sort((a, b) => compareText(a.name, b.name)),
    isSameList,
  );
}

/** The cards shown at an outcome itself, in order. A changed title leaves the list as it is. */
export function useCardsAt(outcomeId: Id): readonly Appearance[] {
  return useBoardIndex((index) => cardsAt(index, outcomeId));
}

/** Cards without a live outcome. */
export function useUnplaced(): readonly Appearance[] {
  return useBoardIndex(({ unplaced }) => unplaced);
}

/** Columns and sections with their records; changes when any outcome does. */
export function useTree(): OutcomeTree {
  return useBoardIndex(({ tree }) => tree);
}

export function useColumnIds(): readonly Id[] {
  return useBoardIndex(({ tree }) => tree.columns.map(({ outcome }) => outcome.id), isSameList);
}

export function useSectionIds(columnId: Id): readonly Id[] {
  return useBoardIndex(
    ({ tree }) => (tree.columnOf.get(columnId)?.sections ?? []).map(({ outcome }) => outcome.id),
    isSameList,
  );
}

/** Derived number of an outcome, such as `2` or `2.1`; empty when it is not live. */
export function useNumberOf(outcomeId: Id): string {
  return useBoardIndex(({ tree }) => tree.numberOf.get(outcomeId) ?? '');
}

/** The years of the plan. */
export function useYears(): readonly number[] {
  return useBoardIndex(({ board }) => board.plan.years, isSameList);
}

export interface CardCount {
  /** Cards at home here. */
  readonly home: number;
  /** Cards from elsewhere that contribute here too. */
  readonly further: number;
}

/** How many cards an outcome itself shows. */
export function useCardCount(outcomeId: Id): CardCount {
  return useBoardIndex(
    (index) => {
      const shown = cardsAt(index, outcomeId);
      const home = shown.filter((appearance) => appearance.home).length;
      return { home, further: shown.length - home };
    },
    (a, b) => a.home === b.home && a.further === b.further,
  );
}

/** How many cards are at home in a column and its sections. */
export function useColumnCount(columnId: Id): number {
  return useBoardIndex((index) => {
    const sections = index.tree.columnOf.get(columnId)?.sections ?? [];
    const ids = [columnId, ...sections.map(({ outcome }) => outcome.id)];
    return ids.reduce((sum, id) => sum + cardsAt(index, id).filter((appearance) => appearance.home).length, 0);
  });
}

export interface Trash {
  readonly activities: readonly Activity[];
  readonly outcomes: readonly Outcome[];
}

/** What was archived, the latest first. */
export function useTrash(): Trash {
  return useBoardIndex(
    ({ board }) => {
      const latest = (a: { archivedAt?: string }, b: { archivedAt?: string }): number =>
        compareText(b.archivedAt ?? '', a.archivedAt ?? '');
      const gone = <T extends { readonly archivedAt?: string }>(records: Iterable<T>): T[] =>
        [...records].filter((record) => !isLive(record)).sort(latest);
      return { activities: gone(board.activities.values()), outcomes: gone(board.outcomes.values()) };
    },
    (a, b) => isSameList(a.activities, b.activities) && isSameList(a.outcomes, b.outcomes),
  );
}
