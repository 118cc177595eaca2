import { describe, expect, it } from 'vitest';
import { type Activity, type Board, EMPTY_BOARD, type Outcome } from '../../../shared/board/board.ts';
import { boardIndex, cardsAt } from '../../../shared/board/boardIndex.ts';
import { appearances, homeOf } from '../../../shared/board/home.ts';
import { pairId } from '../../../shared/board/ids.ts';
import { findings } from '../../../shared/board/invariants.ts';
import { outcomeTree } from '../../../shared/board/outcomeTree.ts';

const AT = '2026-11-22T10:00:00.000Z';

function outcome(id: string, key: string, parentId?: string, archivedAt?: string): Outcome {
  return {
    id,
    title: id,
    kind: 'outcome',
    place: parentId ? { parentId, key } : { key },
    texts: {},
    ...(archivedAt ? { archivedAt } : {}),
  };
}

function outcomes(...list: Outcome[]): Map<string, Outcome> {
  return new Map(list.map((record) => [record.id, record]));
}

function activity(id: string, placeAt?: string, linkedTo: readonly string[] = []): Activity {
  return {
    id,
    owner: 'gem',
    title: id,
    ...(placeAt ? { place: { outcomeId: placeAt, key: 'a0' } } : {}),
    links: linkedTo.map((outcomeId, index) => ({ id: pairId(id, outcomeId), outcomeId, key: `a${index}` })),
    involvements: [],
    texts: {},
  };
}

function board(tree: ReadonlyMap<string, Outcome>, ...cards: Activity[]): Board {
  return { ...EMPTY_BOARD, outcomes: tree, activities: new Map(cards.map((card) => [card.id, card])) };
}

function shape(tree: ReadonlyMap<string, Outcome>): string[] {
  return outcomeTree(tree).columns.flatMap((column) => [
    `${column.number} ${column.outcome.id}`,
    ...column.sections.map((section) => `${section.number} ${section.outcome.id}`),
  ]);
}

describe('columns and sections', () => {
  it('C1, C4: are numbered by their order', () => {
    expect(
      shape(outcomes(outcome('b', 'a1'), outcome('a', 'a0'), outcome('a2', 'a1', 'a'), outcome('a1', 'a0', 'a'))),
    ).toEqual(['1 a', '1.1 a1', '1.2 a2', '2 b']);
  });

  it('C2: deeper nesting is read as a section of the topmost column', () => {
    const tree = outcomes(outcome('a', 'a0'), outcome('b', 'a0', 'a'), outcome('c', 'a1', 'b'));
    expect(shape(tree)).toEqual(['1 a', '1.1 b', '1.2 c']);
    expect(findings(board(tree))).toEqual([{ code: 'nestedTooDeep', id: 'c' }]);
  });

  it('C3: a circle of parents is read as columns, with what hangs below it as sections', () => {
    const tree = outcomes(
      outcome('a', 'a0', 'b'),
      outcome('b', 'a1', 'a'),
      outcome('c', 'a2', 'b'),
      outcome('d', 'a3', 'd'),
    );
    expect(shape(tree)).toEqual(['1 a', '2 b', '2.1 c', '3 d']);
  });

  it('C4: what stands below an archived column is not live; an unknown parent counts as none', () => {
    expect(
      shape(outcomes(outcome('a', 'a0', undefined, AT), outcome('b', 'a0', 'a'), outcome('c', 'a1', 'weg'))),
    ).toEqual(['1 c']);
  });
});

describe('the home of a card', () => {
  const tree = outcomes(outcome('a', 'a0'), outcome('b', 'a1'), outcome('x', 'a2', undefined, AT));

  it('H1: is its live place', () => expect(homeOf(tree, activity('k', 'a', ['b']))).toBe('a'));
  it('H1: is its first live link when the place is in the trash', () => {
    expect(homeOf(tree, activity('k', 'x', ['x', 'b', 'a']))).toBe('b');
  });
  it('H1: is nowhere without a live outcome', () => {
    expect(homeOf(tree, activity('k', 'x', ['x']))).toBeUndefined();
    expect(boardIndex(board(tree, activity('k', 'x'))).unplaced.map((card) => card.activityId)).toEqual(['k']);
  });
  it('H2: shows it once at each outcome, also where a link repeats the home', () => {
    const shown = appearances(tree, activity('k', 'a', ['a', 'b']));
    expect(shown.map(({ outcomeId, home }) => [outcomeId, home])).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });
  it('I1: a card in the trash is shown nowhere', () => {
    expect(appearances(tree, { ...activity('k', 'a'), archivedAt: AT })).toEqual([]);
  });
});

describe('the index', () => {
  it('keeps the lists of outcomes in which nothing moved', () => {
    const tree = outcomes(outcome('a', 'a0'), outcome('b', 'a1'));
    const [k, l] = [activity('k', 'a'), activity('l', 'b')];
    const first = boardIndex(board(tree, k, l));
    const renamed = boardIndex(board(tree, { ...k, title: 'Anders' }, l), first);
    expect(renamed.cardsAt).toBe(first.cardsAt);
    const moved = boardIndex(board(tree, { ...k, place: { outcomeId: 'b', key: 'a5' } }, l), renamed);
    expect(cardsAt(moved, 'b').map((card) => card.activityId)).toEqual(['l', 'k']);
    expect(cardsAt(moved, 'a')).toEqual([]);
    const back = boardIndex(board(tree, k, l), moved);
    expect(cardsAt(back, 'a')).toEqual(cardsAt(first, 'a'));
  });

  it('forgets a card that is gone', () => {
    const tree = outcomes(outcome('a', 'a0'));
    const first = boardIndex(board(tree, activity('k', 'a'), activity('l', 'a')));
    const fewer = boardIndex(board(tree, activity('l', 'a')), first);
    expect(cardsAt(fewer, 'a').map((card) => card.activityId)).toEqual(['l']);
  });
});
