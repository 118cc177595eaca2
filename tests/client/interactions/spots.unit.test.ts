import { describe, expect, test } from 'vitest';
import { scrollSpeed } from '../../../client/interactions/autoScroll.ts';
import {
  accepts,
  cardZone,
  insertionBefore,
  isWhereItStands,
  moveTo,
  outcomeOf,
} from '../../../client/interactions/dropTarget.ts';
import {
  type ArrowKey,
  type BoardLayout,
  nextCard,
  nextTarget,
  positionOf,
  targetOf,
} from '../../../client/interactions/keySpots.ts';

/** A column with a section, an empty column, a column, and the cards without an outcome. */
const layout: BoardLayout = [
  {
    zones: [
      { zone: 'cards:c1', cards: ['a1', 'a2'] },
      { zone: 'cards:c1s1', cards: ['a3'] },
    ],
  },
  { zones: [{ zone: 'cards:c2', cards: [] }] },
  { zones: [{ zone: 'cards:c3', cards: ['a4', 'a5', 'a6', 'a7'] }] },
  { zones: [{ zone: 'cards:', cards: ['a8'] }] },
];

describe('where a thing may land', () => {
  test('a card at an outcome, a column among columns, a section in a column', () => {
    const card = { kind: 'card', activityId: 'a1', outcomeId: 'c1' } as const;
    const column = { kind: 'column', outcomeId: 'c1' } as const;
    const section = { kind: 'section', outcomeId: 'c1s1' } as const;
    expect(['cards:c1', 'cards:', 'columns', 'sections:c1'].map((zone) => accepts(zone, card))).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(accepts('columns', column)).toBe(true);
    expect(accepts('sections:c2', section)).toBe(true);
    expect(accepts('columns', section)).toBe(false);
    expect(outcomeOf(cardZone(undefined))).toBeUndefined();
  });

  test('before the first whose middle lies beyond the pointer, itself not counted', () => {
    const items = [
      { id: 'a1', start: 0, end: 40 },
      { id: 'a2', start: 50, end: 90 },
      { id: 'a3', start: 100, end: 140 },
    ];
    expect(insertionBefore(items, 10, 'x')).toBe('a1');
    expect(insertionBefore(items, 45, 'x')).toBe('a2');
    expect(insertionBefore(items, 60, 'a2')).toBe('a3');
    expect(insertionBefore(items, 500, 'x')).toBeUndefined();
    expect(insertionBefore([], 5, 'x')).toBeUndefined();
  });

  test('the spot it has already is no move', () => {
    const ids = ['a1', 'a2', 'a3'];
    expect(isWhereItStands(ids, { zone: 'z', beforeId: 'a3' }, 'a2')).toBe(true);
    expect(isWhereItStands(ids, { zone: 'z' }, 'a3')).toBe(true);
    expect(isWhereItStands(ids, { zone: 'z', beforeId: 'a1' }, 'a2')).toBe(false);
    expect(isWhereItStands(ids, { zone: 'z' }, 'x')).toBe(false);
  });

  test('ends in a command', () => {
    const card = { kind: 'card', activityId: 'a1', outcomeId: undefined } as const;
    expect(moveTo(card, { zone: 'cards:c2', beforeId: 'a5' })).toEqual({
      kind: 'activity',
      args: { activityId: 'a1', fromId: undefined, toId: 'c2', beforeId: 'a5' },
    });
    expect(moveTo(card, { zone: 'cards:' })).toBeUndefined();
    expect(moveTo({ kind: 'section', outcomeId: 's' }, { zone: 'sections:c2' })).toEqual({
      kind: 'outcome',
      args: { outcomeId: 's', parentId: 'c2', beforeId: undefined },
    });
  });
});

describe('arrow keys', () => {
  const go = (zone: string, activityId: string, key: ArrowKey) =>
    nextCard(layout, { zone, activityId }, key)?.activityId;

  test('go through a column and its sections, and over empty columns', () => {
    expect(go('cards:c1', 'a1', 'ArrowDown')).toBe('a2');
    expect(go('cards:c1', 'a2', 'ArrowDown')).toBe('a3');
    expect(go('cards:c1', 'a1', 'ArrowUp')).toBeUndefined();
    expect(go('cards:c1s1', 'a3', 'ArrowRight')).toBe('a6');
    expect(go('cards:c3', 'a7', 'ArrowLeft')).toBe('a3');
    expect(go('cards:c3', 'a7', 'ArrowRight')).toBe('a8');
    expect(go('cards:c3', 'a6', 'Home')).toBe('a4');
    expect(go('cards:c3', 'a4', 'End')).toBe('a7');
    expect(go('cards:c1', 'a1', 'ArrowLeft')).toBeUndefined();
  });

  test('move a card one spot at a time, into sections and empty columns', () => {
    const a2 = { zone: 'cards:c1', activityId: 'a2' };
    const start = targetOf(layout, a2);
    expect(start).toEqual({ zone: 'cards:c1' });
    expect(nextTarget(layout, a2, start, 'ArrowUp')).toEqual({ zone: 'cards:c1', beforeId: 'a1' });
    const inSection = nextTarget(layout, a2, start, 'ArrowDown');
    expect(inSection).toEqual({ zone: 'cards:c1s1', beforeId: 'a3' });
    expect(positionOf(layout, { zone: 'cards:c1s1', beforeId: 'a3' }, 'a2')).toEqual({ position: 1, total: 2 });
    expect(nextTarget(layout, a2, start, 'ArrowRight')).toEqual({ zone: 'cards:c2' });
    expect(nextTarget(layout, a2, { zone: 'cards:c2' }, 'ArrowRight')).toEqual({ zone: 'cards:c3', beforeId: 'a4' });
    expect(nextTarget(layout, a2, start, 'ArrowLeft')).toBeUndefined();
  });

  test('take a card without an outcome to the nearest column', () => {
    const a8 = { zone: 'cards:', activityId: 'a8' };
    expect(targetOf(layout, a8)).toBeUndefined();
    expect(nextTarget(layout, a8, undefined, 'ArrowLeft')).toEqual({ zone: 'cards:c3', beforeId: 'a4' });
    expect(nextTarget(layout, a8, undefined, 'ArrowDown')).toBeUndefined();
  });

  test('count positions with the card itself', () => {
    expect(positionOf(layout, { zone: 'cards:c3' }, 'a4')).toEqual({ position: 4, total: 4 });
    expect(positionOf(layout, { zone: 'cards:c3' }, 'x')).toEqual({ position: 5, total: 5 });
  });
});

describe('scrolling at the edge', () => {
  test('is faster nearer to it and still in the middle', () => {
    expect(scrollSpeed(300, 0, 600)).toBe(0);
    expect(scrollSpeed(0, 0, 600)).toBe(-18);
    expect(scrollSpeed(28, 0, 600)).toBe(-9);
    expect(scrollSpeed(600, 0, 600)).toBe(18);
    expect(scrollSpeed(45, 0, 90)).toBe(0);
  });
});
