import type { Id } from '../../shared/board/ids.ts';
import type { MoveActivity } from '../../shared/commands/moveActivity.ts';
import type { MoveOutcome } from '../../shared/commands/moveOutcome.ts';

/** What is being moved. `outcomeId` of a card is where the moved showing stands; absent under "Nog zonder opbrengst". */
export type DragSource =
  | { readonly kind: 'card'; readonly activityId: Id; readonly outcomeId: Id | undefined }
  | { readonly kind: 'column' | 'section'; readonly outcomeId: Id };

/** A list that things can land in: `cards:<outcomeId>`, `columns` or `sections:<columnId>`. */
export type Zone = string;

/** A spot in a list: before an item, or at the end. */
export interface DropTarget {
  readonly zone: Zone;
  readonly beforeId?: Id;
}

/** Zone of the cards at an outcome; without one, that of the cards which have none: nothing lands there. */
export function cardZone(outcomeId: Id | undefined): Zone {
  return `cards:${outcomeId ?? ''}`;
}

/** The outcome of a card zone; undefined for other zones and for the cards without an outcome. */
export function outcomeOf(zone: Zone): Id | undefined {
  return (zone.startsWith('cards:') && zone.slice('cards:'.length)) || undefined;
}

/** The column whose sections a zone lists. */
function columnOf(zone: Zone): Id | undefined {
  return (zone.startsWith('sections:') && zone.slice('sections:'.length)) || undefined;
}

export function itemId(source: DragSource): Id {
  return source.kind === 'card' ? source.activityId : source.outcomeId;
}

/** True when the thing may land in the zone. */
export function accepts(zone: Zone, source: DragSource): boolean {
  if (source.kind === 'card') return outcomeOf(zone) !== undefined;
  return source.kind === 'column' ? zone === 'columns' : columnOf(zone) !== undefined;
}

/** An item of a zone and the stretch it takes along the zone's direction. */
export interface Stretch {
  readonly id: Id;
  readonly start: number;
  readonly end: number;
}

/** The item before which something would land at this position: the first whose middle lies beyond it. */
export function insertionBefore(items: readonly Stretch[], position: number, movingId: Id): Id | undefined {
  return items.find((item) => item.id !== movingId && (item.start + item.end) / 2 > position)?.id;
}

/**
 * True when the thing already stands at the target.
 * @param ids the items of the target's zone in order, the moving one among them when it stands there
 */
export function isWhereItStands(ids: readonly Id[], target: DropTarget, movingId: Id): boolean {
  const index = ids.indexOf(movingId);
  return index >= 0 && (target.beforeId === movingId || target.beforeId === ids[index + 1]);
}

export type Move =
  | { readonly kind: 'activity'; readonly args: MoveActivity }
  | { readonly kind: 'outcome'; readonly args: MoveOutcome };

/** The command that puts the source at the target; undefined where it may not land. */
export function moveTo(source: DragSource, target: DropTarget): Move | undefined {
  if (!accepts(target.zone, source)) return undefined;
  const { beforeId } = target;
  if (source.kind !== 'card') {
    const parentId = columnOf(target.zone);
    return { kind: 'outcome', args: { outcomeId: source.outcomeId, parentId, beforeId } };
  }
  const toId = outcomeOf(target.zone);
  if (toId === undefined) return undefined;
  return { kind: 'activity', args: { activityId: source.activityId, fromId: source.outcomeId, toId, beforeId } };
}

export function isSameTarget(a: DropTarget | undefined, b: DropTarget | undefined): boolean {
  return a?.zone === b?.zone && a?.beforeId === b?.beforeId;
}
