import type { BoardIndex } from '../../../shared/board/boardIndex.ts';
import { type Id, isId } from '../../../shared/board/ids.ts';
import { type BoardModel, boardModel } from './model/boardModel.ts';
import type { BoardFilter } from './model/filter.ts';
import type { ViewAddress } from './model/viewAddress.ts';

/** A new outcome is being written: a section of this column, or a column beside the others. */
export type AddingOutcome = { readonly parentId: Id } | { readonly afterId: Id | undefined };

/** The menu of one showing of a card, or one of the two lists of outcomes that it leads to. */
export interface CardMenuState {
  readonly kind: 'actions' | 'move' | 'contribute';
  readonly activityId: Id;
  readonly outcomeId: Id | undefined;
  /** Element that the menu stands at, and that gets focus back. */
  readonly trigger: HTMLElement;
}

/** The menu of a column or section, or the list of columns that a section can go to. */
export interface OutcomeMenuState {
  readonly kind: 'actions' | 'nest';
  readonly outcomeId: Id;
  readonly trigger: HTMLElement;
}

/** What one person sees of this board in this browser; none of it is shared. */
export interface ViewState extends ViewAddress {
  /** Columns and sections that are folded up. */
  readonly collapsed: ReadonlySet<Id>;
  /** Outcomes whose guidance is shown. */
  readonly explained: ReadonlySet<Id>;
  /** Where an activity is being added: an outcome, `UNPLACED`, or nowhere. */
  readonly addingAt: Id | undefined;
  /** Outcome whose title is being changed. */
  readonly renaming: Id | undefined;
  readonly addingOutcome: AddingOutcome | undefined;
  /** Column that a phone shows. */
  readonly phoneColumn: Id | undefined;
  /** Card whose panel is open. */
  readonly openCardId: Id | undefined;
  readonly cardMenu: CardMenuState | undefined;
  readonly outcomeMenu: OutcomeMenuState | undefined;
  /** Outcome that holds cards or sections and is about to go to the trash. */
  readonly archiving: Id | undefined;
  readonly isHelpOpen: boolean;
}

export interface ViewStore {
  readonly get: () => ViewState;
  readonly set: (change: Partial<ViewState>) => void;
  /** Turns each of the ids on or off, or all the same way. */
  readonly toggle: (set: 'collapsed' | 'explained', ids: readonly Id[], on?: boolean) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** The model under a filter; made once for each index and filter. */
  readonly model: (index: BoardIndex, filter: BoardFilter) => BoardModel;
}

function storedIds(key: string): Id[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(value) ? value.filter(isId) : [];
  } catch {
    // Storage that is blocked or was damaged only means that nothing is folded up.
    return [];
  }
}

function remember(key: string, ids: ReadonlySet<Id>): void {
  try {
    localStorage.setItem(key, JSON.stringify([...ids]));
  } catch {
    // Without storage what is folded up is forgotten at the next visit; nothing else depends on it.
  }
}

/** The state of one board's view, starting from an address; what is folded up is remembered in this browser. */
export function viewStore(boardId: Id, address: ViewAddress): ViewStore {
  const key = `board:${boardId}:collapsed`;
  const listeners = new Set<() => void>();
  let model: BoardModel | undefined;
  let state: ViewState = {
    ...address,
    collapsed: new Set(storedIds(key)),
    explained: new Set(),
    addingAt: undefined,
    renaming: undefined,
    addingOutcome: undefined,
    phoneColumn: undefined,
    openCardId: undefined,
    cardMenu: undefined,
    outcomeMenu: undefined,
    archiving: undefined,
    isHelpOpen: false,
  };
  const set = (change: Partial<ViewState>): void => {
    state = { ...state, ...change };
    if (change.collapsed) remember(key, change.collapsed);
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    set,
    toggle: (name, ids, on) => {
      const next = new Set(state[name]);
      for (const id of ids) {
        if (on ?? !next.has(id)) next.add(id);
        else next.delete(id);
      }
      set({ [name]: next });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    model: (index, filter) => {
      model = boardModel(index, filter, model);
      return model;
    },
  };
}
