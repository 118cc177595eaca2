import { accepts, type DragSource, type DropTarget, insertionBefore, itemId, type Zone } from './dropTarget.ts';
import { elementAt } from './elementAt.ts';
import type { BoardLayout } from './keySpots.ts';

/** The board's elements say by attributes what they are: `data-drop-zone` on lists, `data-drop-item` on what is in them. */

const ZONE = '[data-drop-zone]';
const ITEM = '[data-drop-item]';

function zoneOf(element: Element): Zone {
  return element.getAttribute('data-drop-zone') ?? '';
}

/** The list in which an item stands: never the one that the item itself may be. */
function listOf(item: Element): Element | null {
  return item.parentElement?.closest(ZONE) ?? null;
}

function itemsOf(zone: Element): Element[] {
  return [...zone.querySelectorAll(ITEM)].filter((item) => listOf(item) === zone);
}

function idOf(item: Element): string {
  return item.getAttribute('data-drop-item') ?? '';
}

/** The ids in a zone, in order. */
export function idsIn(zone: Zone): string[] {
  const element = document.querySelector(`[data-drop-zone="${CSS.escape(zone)}"]`);
  return element ? itemsOf(element).map(idOf) : [];
}

/** Where the source would land when let go at this point of the screen; undefined where it may not. */
export function targetAt(source: DragSource, x: number, y: number): DropTarget | undefined {
  let zone = elementAt(x, y)?.closest(ZONE) ?? null;
  while (zone && !accepts(zoneOf(zone), source)) zone = zone.parentElement?.closest(ZONE) ?? null;
  if (!zone) return undefined;
  const isSideways = source.kind === 'column';
  const stretches = itemsOf(zone).map((item) => {
    const box = item.getBoundingClientRect();
    return { id: idOf(item), start: isSideways ? box.left : box.top, end: isSideways ? box.right : box.bottom };
  });
  const beforeId = insertionBefore(stretches, isSideways ? x : y, itemId(source));
  return beforeId === undefined ? { zone: zoneOf(zone) } : { zone: zoneOf(zone), beforeId };
}

/** The column in which a list of cards stands, or the list itself where it stands in none. */
function columnAround(zone: Element): Element {
  for (let item = zone.closest(ITEM); item; item = item.parentElement?.closest(ITEM) ?? null) {
    const list = listOf(item);
    if (list && zoneOf(list) === 'columns') return item;
  }
  return zone;
}

/** The cards as they are shown now. */
export function readLayout(): BoardLayout {
  const columns = new Map<Element, { zone: Zone; cards: string[] }[]>();
  for (const element of document.querySelectorAll(`[data-drop-zone^="cards:"]`)) {
    const column = columnAround(element);
    const zones = columns.get(column) ?? [];
    // Where everything is on one screen, a section may show only its count.
    const cards = itemsOf(element).filter((item) => item.checkVisibility());
    columns.set(column, [...zones, { zone: zoneOf(element), cards: cards.map(idOf) }]);
  }
  return [...columns.values()].map((zones) => ({ zones }));
}
