import type { Id } from '../../shared/board/ids.ts';
import { type DropTarget, outcomeOf, type Zone } from './dropTarget.ts';

/** The card lists of a column as they are shown, from top to bottom. */
export interface ColumnLayout {
  readonly zones: readonly { readonly zone: Zone; readonly cards: readonly Id[] }[];
}

/** The columns as they are shown, from left to right. What is filtered out or folded is not in it. */
export type BoardLayout = readonly ColumnLayout[];

/** One showing of a card. */
export interface Spot {
  readonly zone: Zone;
  readonly activityId: Id;
}

export type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

const ARROWS: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

export function isArrowKey(key: string): key is ArrowKey {
  return ARROWS.includes(key);
}

/** Steps through a list of columns, each with its own list of places; skips columns without any. */
function step<Place>(
  columns: readonly (readonly Place[])[],
  column: number,
  row: number,
  key: ArrowKey,
): Place | undefined {
  const here = columns[column] ?? [];
  if (key === 'ArrowUp') return here[row - 1];
  if (key === 'ArrowDown') return here[row + 1];
  if (key === 'Home') return here[0];
  if (key === 'End') return here.at(-1);
  const by = key === 'ArrowLeft' ? -1 : 1;
  for (let next = column + by; next >= 0 && next < columns.length; next += by) {
    const places = columns[next] ?? [];
    if (places.length > 0) return places[Math.min(Math.max(row, 0), places.length - 1)];
  }
  return undefined;
}

function find<Place>(columns: readonly (readonly Place[])[], isHere: (place: Place) => boolean): [number, number] {
  for (const [column, places] of columns.entries()) {
    const row = places.findIndex(isHere);
    if (row >= 0) return [column, row];
  }
  return [-1, -1];
}

/** The card to which the focus goes; undefined at the edge. */
export function nextCard(layout: BoardLayout, from: Spot, key: ArrowKey): Spot | undefined {
  const columns = layout.map(({ zones }) =>
    zones.flatMap(({ zone, cards }) => cards.map((activityId): Spot => ({ zone, activityId }))),
  );
  const [column, row] = find(columns, (spot) => spot.zone === from.zone && spot.activityId === from.activityId);
  return column < 0 ? undefined : step(columns, column, row, key);
}

/** Where a card can be put down in each column, in order. */
function targets(layout: BoardLayout, moving: Spot): DropTarget[][] {
  return layout.map(({ zones }) =>
    zones.flatMap(({ zone, cards }): DropTarget[] => {
      if (outcomeOf(zone) === undefined) return [];
      const others = cards.filter((id) => id !== moving.activityId);
      return [...others.map((beforeId) => ({ zone, beforeId })), { zone }];
    }),
  );
}

/** The target at which a card stands now; undefined under "Nog zonder opbrengst". */
export function targetOf(layout: BoardLayout, spot: Spot): DropTarget | undefined {
  if (outcomeOf(spot.zone) === undefined) return undefined;
  const cards = layout.flatMap(({ zones }) => zones).find(({ zone }) => zone === spot.zone)?.cards ?? [];
  const beforeId = cards[cards.indexOf(spot.activityId) + 1];
  return beforeId === undefined ? { zone: spot.zone } : { zone: spot.zone, beforeId };
}

/**
 * The next spot for a card that is moved by keys; undefined at the edge.
 * @param from where it would land now; undefined for a card without an outcome that was not moved yet
 */
export function nextTarget(
  layout: BoardLayout,
  moving: Spot,
  from: DropTarget | undefined,
  key: ArrowKey,
): DropTarget | undefined {
  const columns = targets(layout, moving);
  const [column, row] = find(columns, (target) => target.zone === from?.zone && target.beforeId === from.beforeId);
  if (column >= 0) return step(columns, column, row, key);
  const home = layout.findIndex(({ zones }) => zones.some(({ zone }) => zone === moving.zone));
  return home < 0 ? undefined : step(columns, home, 0, key);
}

/** Position of a target among the cards of its zone, counted from 1, and their number once the card is there. */
export function positionOf(
  layout: BoardLayout,
  target: DropTarget,
  movingId: Id,
): { readonly position: number; readonly total: number } {
  const cards = layout.flatMap(({ zones }) => zones).find(({ zone }) => zone === target.zone)?.cards ?? [];
  const others = cards.filter((id) => id !== movingId);
  const index = target.beforeId === undefined ? -1 : others.indexOf(target.beforeId);
  return { position: (index < 0 ? others.length : index) + 1, total: others.length + 1 };
}
