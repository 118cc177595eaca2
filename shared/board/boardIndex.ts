import type { Activity, Board } from './board.ts';
import { type Appearance, appearances } from './home.ts';
import type { Id } from './ids.ts';
import { compareOrder } from './order.ts';
import { type OutcomeTree, outcomeTree } from './outcomeTree.ts';

/** What every view derives from a board; made once for each board value. Unchanged parts keep their identity. */
export interface BoardIndex {
  readonly board: Board;
  readonly tree: OutcomeTree;
  /** Everywhere each live card is shown, home first. */
  readonly appearancesOf: ReadonlyMap<Id, readonly Appearance[]>;
  /** The cards at each live outcome, in order. */
  readonly cardsAt: ReadonlyMap<Id, readonly Appearance[]>;
  /** Cards without a live outcome, in order of id. */
  readonly unplaced: readonly Appearance[];
}

const NONE: readonly Appearance[] = [];

function isSameAppearance(a: Appearance, b: Appearance | undefined): boolean {
  return (
    b !== undefined &&
    a.activityId === b.activityId &&
    a.key === b.key &&
    a.home === b.home &&
    a.outcomeId === b.outcomeId
  );
}

function keepIdentity(now: readonly Appearance[], before: readonly Appearance[] | undefined): readonly Appearance[] {
  if (!before || before.length !== now.length) return now;
  return now.every((appearance, index) => isSameAppearance(appearance, before[index])) ? before : now;
}

function isPlacedAlike(a: Activity, b: Activity | undefined): boolean {
  return b !== undefined && a.place === b.place && a.links === b.links && a.archivedAt === b.archivedAt;
}

function byOrder(a: Appearance, b: Appearance): number {
  return compareOrder({ id: a.activityId, key: a.key }, { id: b.activityId, key: b.key });
}

/** True when no card came, went or moved: then all lists stay, and only the board is newer. */
function isArrangedAlike(board: Board, previous: BoardIndex): boolean {
  const before = previous.board;
  if (before.outcomes !== board.outcomes || before.activities.size !== board.activities.size) return false;
  if (before.activities === board.activities) return true;
  for (const activity of board.activities.values()) {
    const old = before.activities.get(activity.id);
    if (old !== activity && !isPlacedAlike(activity, old)) return false;
  }
  return true;
}

/** Builds the index of a board; given the previous one, what did not change is taken over from it. */
export function boardIndex(board: Board, previous?: BoardIndex): BoardIndex {
  if (previous?.board === board) return previous;
  if (previous && isArrangedAlike(board, previous)) return { ...previous, board };
  const sameOutcomes = previous?.board.outcomes === board.outcomes;
  const tree = previous && sameOutcomes ? previous.tree : outcomeTree(board.outcomes);
  const appearancesOf = new Map<Id, readonly Appearance[]>();
  for (const activity of board.activities.values()) {
    const before = previous?.appearancesOf.get(activity.id);
    const alike = sameOutcomes && isPlacedAlike(activity, previous?.board.activities.get(activity.id));
    const now = alike ? (before ?? NONE) : keepIdentity(appearances(board.outcomes, activity), before);
    if (now.length > 0) appearancesOf.set(activity.id, now);
  }
  return { board, tree, appearancesOf, ...group(appearancesOf, previous) };
}

function group(
  appearancesOf: ReadonlyMap<Id, readonly Appearance[]>,
  previous: BoardIndex | undefined,
): Pick<BoardIndex, 'cardsAt' | 'unplaced'> {
  const lists = new Map<Id, Appearance[]>();
  const loose: Appearance[] = [];
  for (const shown of appearancesOf.values()) {
    for (const appearance of shown) {
      if (appearance.outcomeId === undefined) {
        loose.push(appearance);
        continue;
      }
      const list = lists.get(appearance.outcomeId);
      if (list) list.push(appearance);
      else lists.set(appearance.outcomeId, [appearance]);
    }
  }
  const cardsAt = new Map<Id, readonly Appearance[]>();
  for (const [id, list] of lists) cardsAt.set(id, keepIdentity(list.sort(byOrder), previous?.cardsAt.get(id)));
  return { cardsAt, unplaced: keepIdentity(loose.sort(byOrder), previous?.unplaced) };
}

/** The cards at an outcome; an empty list when there are none. */
export function cardsAt(index: BoardIndex, outcomeId: Id): readonly Appearance[] {
  return index.cardsAt.get(outcomeId) ?? NONE;
}

/** Where the card is at home; undefined when nowhere or in the trash. */
export function homeIn(index: BoardIndex, activityId: Id): Id | undefined {
  return index.appearancesOf.get(activityId)?.[0]?.outcomeId;
}
