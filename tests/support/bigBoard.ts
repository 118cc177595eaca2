import { type Activity, type Board, EMPTY_BOARD, type Organisation, type Outcome } from '../../shared/board/board.ts';
import type { Id } from '../../shared/board/ids.ts';
import { keysFor } from '../../shared/board/order.ts';
import { seededRandom } from './board.ts';

/**
 * A board of many cards: `columns` columns named `c1`, `c2`, … with cards `a1`, `a2`, … spread over them in turn, owned
 * in turn by organisations `o1`, `o2`, ….
 */
export function bigBoard(cards: number, columns: number, organisations: number): Board {
  const random = seededRandom(7);
  const keys = (count: number): string[] => keysFor([], undefined, count, random);
  const columnKeys = keys(columns);
  const cardKeys = keys(Math.ceil(cards / columns));
  const outcomes = new Map<Id, Outcome>();
  for (const [index, key] of columnKeys.entries()) {
    const id = `c${index + 1}`;
    outcomes.set(id, { id, title: `Opbrengst ${index + 1}`, kind: 'outcome', place: { key }, texts: {} });
  }
  const named = new Map<Id, Organisation>();
  for (let index = 0; index < organisations; index += 1) {
    const id = `o${index + 1}`;
    named.set(id, { id, name: `Organisatie ${index + 1}`, code: `O${index + 1}`, colour: index % 8, kind: 'partner' });
  }
  const activities = new Map<Id, Activity>();
  for (let index = 0; index < cards; index += 1) {
    const id = `a${index + 1}`;
    const place = { outcomeId: `c${(index % columns) + 1}`, key: cardKeys[Math.floor(index / columns)] ?? '' };
    const owner = `o${(index % organisations) + 1}`;
    activities.set(id, { id, owner, title: `Activiteit ${index + 1}`, place, links: [], involvements: [], texts: {} });
  }
  return { ...EMPTY_BOARD, plan: { years: [2026], texts: {} }, outcomes, organisations: named, activities };
}
