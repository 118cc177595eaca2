import { describe, expect, test } from 'vitest';
import { boardModel, columnTotals, shownAt, UNPLACED } from '../../../../client/views/board/model/boardModel.ts';
import { cardView, involvedCount, isSameCardView } from '../../../../client/views/board/model/cardView.ts';
import { NO_FILTER } from '../../../../client/views/board/model/filter.ts';
import { firstIndicator } from '../../../../client/views/board/model/firstIndicator.ts';
import { type Density, fitLayout } from '../../../../client/views/board/model/fitLayout.ts';
import { outcomeLabel } from '../../../../client/views/board/model/outcomeLabel.ts';
import { outcomeMoves } from '../../../../client/views/board/model/outcomeMoves.ts';
import { pastedTitles } from '../../../../client/views/board/model/pastedTitles.ts';
import { progressOf, withoutResults } from '../../../../client/views/board/model/progress.ts';
import { MOST_DOTS, resultDots } from '../../../../client/views/board/model/resultDots.ts';
import { takingPart } from '../../../../client/views/board/model/takingPart.ts';
import { parseViewAddress, withViewAddress } from '../../../../client/views/board/model/viewAddress.ts';
import type { Activity, Board, Indicator } from '../../../../shared/board/board.ts';
import { boardIndex } from '../../../../shared/board/boardIndex.ts';
import { pairId } from '../../../../shared/board/ids.ts';
import { type ItemStatus, paragraph, type RichText } from '../../../../shared/board/richText.ts';
import { smallBoard } from '../../../support/smallBoard.ts';

const results = (...statuses: ItemStatus[]): RichText => [
  { type: 'bulletList', content: statuses.map((status) => ({ type: 'listItem', status, content: [paragraph('x')] })) },
];

function changed(board: Board, id: string, change: Partial<Activity>): Board {
  const before = board.activities.get(id);
  if (!before) throw new Error(id);
  return { ...board, activities: new Map(board.activities).set(id, { ...before, ...change }) };
}

describe('cards and counts', () => {
  const board = smallBoard();
  const index = boardIndex(board);

  test('a card at several outcomes is shown at each and counted once', () => {
    const model = boardModel(index);
    expect(shownAt(model, 'c2').map(({ activityId }) => activityId)).toEqual(['a3', 'a1']);
    expect(model.totals).toEqual({ cards: 5, shown: 5, drafts: 0 });
    expect(columnTotals(model, 'c1')).toEqual({ cards: 3, shown: 3, drafts: 0 });
    expect(columnTotals(model, 'c2')).toEqual({ cards: 2, shown: 2, drafts: 0 });
    expect(columnTotals(model, UNPLACED)).toEqual({ cards: 1, shown: 1, drafts: 0 });
  });

  test('a filter on an organisation leaves the cards that it owns, directs or is involved in', () => {
    const model = boardModel(index, { ...NO_FILTER, organisationIds: ['ggd'] });
    expect(model.totals).toEqual({ cards: 5, shown: 3, drafts: 0 });
    expect(shownAt(model, 'c2').map(({ activityId }) => activityId)).toEqual(['a3', 'a1']);
  });

  test('a search finds words of titles and texts, whatever accents and capitals', () => {
    const find = (text: string) => boardModel(index, { ...NO_FILTER, text }).totals.shown;
    expect(find('COORDINATIE')).toBe(1);
    expect(find('coördinatie jeugd')).toBe(1);
    expect(find('wijkverpleegkundige')).toBe(1);
    expect(find('coördinatie niet')).toBe(0);
    expect(find('   ')).toBe(5);
  });

  test('lists that did not change keep their identity, under a filter too', () => {
    const filter = { ...NO_FILTER, organisationIds: ['ggd'] };
    const before = boardModel(index, filter);
    const next = boardIndex(changed(board, 'a1', { title: 'Anders' }), index);
    const after = boardModel(next, filter, before);
    expect(shownAt(after, 'c2')).toBe(shownAt(before, 'c2'));
    expect(after.totals).toBe(before.totals);
  });

  test('organisations are counted by the cards in which they take part', () => {
    expect([...takingPart(index)].sort()).toEqual(
      [
        ['ggd', 3],
        ['gem', 3],
      ].sort(),
    );
  });

  test('a showing elsewhere says where the card is at home, and the home says where else it is', () => {
    expect(cardView(index, 'a1', 's1')).toMatchObject({
      isHome: true,
      elsewhere: [{ label: '2 Meedoen', home: false }],
    });
    expect(cardView(index, 'a1', 'c2')).toMatchObject({
      isHome: false,
      elsewhere: [{ label: '1.1 Goede start', home: true }],
    });
    expect(cardView(index, 'gone', 'c2')).toBeUndefined();
  });

  test('a change of another card leaves a card as it was', () => {
    const next = boardIndex(changed(board, 'a2', { title: 'Anders' }), index);
    expect(isSameCardView(cardView(index, 'a1', 's1'), cardView(next, 'a1', 's1'))).toBe(true);
    expect(isSameCardView(cardView(index, 'a2', 'c1'), cardView(next, 'a2', 'c1'))).toBe(false);
  });

  test('those involved are counted without the owner, the lead with them, archived ones not', () => {
    const activity = board.activities.get('a1');
    if (!activity) throw new Error('a1');
    expect(involvedCount(activity)).toBe(1);
    const involvement = { id: pairId('a1', 'gem'), organisationId: 'gem', role: 'involved' as const };
    expect(involvedCount({ ...activity, involvements: [involvement] })).toBe(0);
    expect(involvedCount({ ...activity, involvements: [], lead: 'ggd' })).toBe(1);
  });
});

describe('results at a glance', () => {
  const activity: Activity = {
    id: 'a',
    owner: 'gem',
    title: 'A',
    links: [],
    involvements: [],
    texts: { 'resultsText:2026': results('given', 'toBeDetermined'), 'resultsText:2027': results('notApplicable') },
  };

  test('there is a dot for each result, by year, and one for a year without', () => {
    expect(resultDots(activity, [2026, 2027, 2028])).toEqual([
      {
        year: 2026,
        dots: [
          { status: 'given', count: 1 },
          { status: 'toBeDetermined', count: 1 },
        ],
      },
      { year: 2027, dots: [{ status: 'notApplicable', count: 1 }] },
      { year: 2028, dots: [{ status: 'blank', count: 1 }] },
    ]);
  });

  test('a crowd of dots becomes one for each status, with its number', () => {
    const many = Array.from({ length: MOST_DOTS }, (): ItemStatus => 'given');
    const crowded = { ...activity, texts: { 'resultsText:2026': results(...many, 'awaitingSubsidy') } };
    expect(resultDots(crowded, [2026])).toEqual([
      {
        year: 2026,
        dots: [
          { status: 'given', count: MOST_DOTS },
          { status: 'awaitingSubsidy', count: 1 },
        ],
      },
    ]);
  });

  test('progress counts what is given of what is expected, at home only', () => {
    const board: Board = {
      ...smallBoard(),
      activities: new Map([['a', activity]]),
      plan: { years: [2026, 2027, 2028], texts: {} },
    };
    const at = (home: boolean) => [{ activityId: 'a', outcomeId: 'c1', key: 'a0', home }];
    expect(progressOf(board, at(true))).toEqual({ given: 1, expected: 3 });
    expect(progressOf(board, at(false))).toEqual({ given: 0, expected: 0 });
    expect(withoutResults(boardIndex(board))).toBe(0);
    expect(withoutResults(boardIndex(smallBoard()))).toBe(5);
  });
});

test('the first indicator says its last target, else its direction, else that it is to be determined', () => {
  const indicator: Indicator = {
    id: 'i1',
    outcomeId: 'c1',
    title: 'Gewicht',
    key: 'a0',
    unit: '%',
    direction: 'up',
    targets: [],
  };
  const of = (...list: Indicator[]) => firstIndicator(new Map(list.map((found) => [found.id, found])), 'c1');
  const targets = [{ year: 2026, value: 85 }, { year: 2027, value: 86 }, { year: 2028 }];
  expect(of({ ...indicator, targets })).toMatchObject({ goal: { kind: 'target', value: 86, unit: '%', year: 2027 } });
  expect(of(indicator)).toMatchObject({ goal: { kind: 'direction', direction: 'up' } });
  const { direction: _, ...vague } = indicator;
  expect(of(vague)).toMatchObject({ goal: { kind: 'toBeDetermined' } });
  expect(of({ ...indicator, key: 'a1' }, { ...indicator, id: 'i2', title: 'Eerst' })).toMatchObject({
    title: 'Eerst',
    further: 1,
  });
  expect(of({ ...indicator, archivedAt: '2026-01-01' })).toBeUndefined();
});

describe('pasted titles', () => {
  test('are the lines without bullets and numbers', () => {
    expect(pastedTitles('1. Gezond\n2) Veilig\r\n\n• Kansrijk\n- Samen\n2.1 Meedoen\n\tb. Taal')).toEqual([
      'Gezond',
      'Veilig',
      'Kansrijk',
      'Samen',
      'Meedoen',
      'Taal',
    ]);
  });

  test('keep numbers that are part of the words', () => {
    expect(pastedTitles('2026-2027 wordt anders\n18- en 18+\n1000 dagen\n12\tLeren')).toEqual([
      '2026-2027 wordt anders',
      '18- en 18+',
      '1000 dagen',
      'Leren',
    ]);
  });
});

describe('places', () => {
  const { tree } = boardIndex(smallBoard());

  test('are said by number and title', () => {
    expect(outcomeLabel(tree, 's1')).toBe('1.1 Goede start');
    expect(outcomeLabel(tree, 'c2')).toBe('2 Meedoen');
    expect(outcomeLabel(tree, 'gone')).toBe('');
  });

  test('a menu offers the moves that are possible', () => {
    expect(outcomeMoves(tree, 'c1')).toEqual({
      isSection: false,
      hasSections: true,
      back: undefined,
      forth: { outcomeId: 'c1', beforeId: undefined },
      out: undefined,
      into: [],
    });
    expect(outcomeMoves(tree, 'c2')).toMatchObject({
      back: { outcomeId: 'c2', beforeId: 'c1' },
      forth: undefined,
      into: ['c1'],
    });
    expect(outcomeMoves(tree, 's1')).toMatchObject({
      isSection: true,
      forth: { outcomeId: 's1', parentId: 'c1', beforeId: undefined },
      out: { outcomeId: 's1', beforeId: 'c2' },
      into: ['c2'],
    });
  });
});

test('filter, focus and fitting stand in the address and leave the rest of it alone', () => {
  const address = { filter: { organisationIds: ['ggd', 'gem'], text: 'taal & rekenen' }, focusId: 'c1', fitted: true };
  const search = withViewAddress('?token=1', address);
  expect(search).toContain('token=1');
  expect(search).toContain('organisatie=ggd,gem');
  expect(parseViewAddress(search)).toEqual(address);
  expect(withViewAddress(search, { filter: NO_FILTER, focusId: undefined, fitted: false })).toBe('?token=1');
  expect(parseViewAddress('?organisatie=<b>,ggd&opbrengst=../x').filter.organisationIds).toEqual(['ggd']);
});

describe('everything on one screen', () => {
  /** Every card takes so much of the height that all columns share. */
  const needing = (heights: Record<Density, number>) => (density: Density, perRow: number) =>
    heights[density] * Math.ceil(20 / perRow);

  test('the cards say as much as fits', () => {
    const all = needing({ codes: 200, titles: 150, counts: 100 });
    expect(fitLayout(20, 1880, 940, all)).toEqual({ density: 'codes', perRow: 10, fits: true });
    expect(fitLayout(20, 1880, 310, all)).toEqual({ density: 'titles', perRow: 10, fits: true });
    expect(fitLayout(20, 1880, 210, all)).toEqual({ density: 'counts', perRow: 10, fits: true });
  });

  test('columns never become narrower than can be read', () => {
    const layout = fitLayout(20, 1880, 940, needing({ codes: 2000, titles: 1500, counts: 1000 }));
    expect(layout.fits).toBe(false);
    expect(1880 / layout.perRow).toBeGreaterThan(150);
  });

  test('a board without columns fits', () => {
    expect(fitLayout(0, 100, 100, () => 0)).toEqual({ density: 'codes', perRow: 1, fits: true });
  });
});
