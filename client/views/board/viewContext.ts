import type { TFunction } from 'i18next';
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Appearance } from '../../../shared/board/home.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { useBoardIndex } from '../../board/boardHooks.ts';
import { columnTotals, isSameTotals, shownAt, type Totals } from './model/boardModel.ts';
import { isFiltering } from './model/filter.ts';
import type { ViewState, ViewStore } from './viewState.ts';

export interface BoardViewContext {
  /** The board's words. From here for what stands on each card: asking i18next two thousand times takes a second. */
  readonly t: TFunction<'board'>;
  readonly boardId: Id;
  readonly store: ViewStore;
  readonly openCard: (activityId: Id) => void;
}

const Context = createContext<BoardViewContext | undefined>(undefined);
export const BoardViewProvider = Context.Provider;

/** What the parts of the board share. It changes with the language only: what changes more often stands in the store. */
export function useBoardView(): BoardViewContext {
  const value = useContext(Context);
  if (!value) throw new Error('A part of the board stands outside BoardScreen.');
  return value;
}

/** A part of the view's own state. */
export function useViewState<T>(select: (state: ViewState) => T): T {
  const { store } = useBoardView();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** The cards that the filter leaves at an outcome or at `UNPLACED`. */
export function useShownAt(outcomeId: Id): readonly Appearance[] {
  const { store } = useBoardView();
  const filter = useViewState((state) => state.filter);
  return useBoardIndex((index) => shownAt(store.model(index, filter), outcomeId));
}

/** Cards on the whole board, and how many the filter leaves. */
export function useBoardTotals(): Totals {
  const { store } = useBoardView();
  const filter = useViewState((state) => state.filter);
  return useBoardIndex((index) => store.model(index, filter).totals, isSameTotals);
}

/** True when there are cards and the filter leaves none. The counts change often, this seldom. */
export function useNothingFound(): boolean {
  const { store } = useBoardView();
  const filter = useViewState((state) => state.filter);
  return useBoardIndex((index) => {
    const { cards, shown, drafts } = store.model(index, filter).totals;
    return isFiltering(filter) && cards > 0 && shown + drafts === 0;
  });
}

/** Cards in a column with its sections, or in one section or `UNPLACED`. */
export function useTotalsAt(outcomeId: Id): Totals {
  const { store } = useBoardView();
  const filter = useViewState((state) => state.filter);
  return useBoardIndex((index) => columnTotals(store.model(index, filter), outcomeId), isSameTotals);
}
