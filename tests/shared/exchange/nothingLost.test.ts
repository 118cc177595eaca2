import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../shared/exchange/planData.ts';
import dalfsen2023 from '../../../shared/exchange/plans/dalfsen-2023.json' with { type: 'json' };
import deventer2022 from '../../../shared/exchange/plans/deventer-2022.json' with { type: 'json' };
import deventer2024 from '../../../shared/exchange/plans/deventer-2024-2025.json' with { type: 'json' };
import lelystad2017 from '../../../shared/exchange/plans/lelystad-2017.json' with { type: 'json' };
import voorbeeld2026 from '../../../shared/exchange/plans/voorbeeld-2026.json' with { type: 'json' };
import { planToBoard } from '../../../shared/exchange/planToBoard.ts';
import { changed, fieldName, type Leaf, leavesOf, missingLeaves } from './leaves.ts';

const PLANS: readonly [name: string, source: unknown, leaves: number][] = [
  ['deventer-2024-2025', deventer2024[0], 1000],
  ['deventer-2022', deventer2022[0], 1000],
  ['lelystad-2017', lelystad2017[0], 300],
  ['dalfsen-2023', dalfsen2023[0], 300],
  ['voorbeeld-2026', voorbeeld2026[0], 3000],
];

/** Fields that hold ids, fixed words or dates; all others hold text that someone wrote. */
const FIXED = new Set(
  `id kind status role owner lead organisation organisations coordinationWith who outcomeId goalId parent by number
  direction partOf relatedTo instrumentIds meetingId budgetIds splitFrom mergedFrom localities targetGroups
  healthDimensions activityId code`.split(/\s+/),
);

function isWritten({ path, value }: Leaf): boolean {
  const isReference = path.includes('requests') || path.includes('discontinued');
  return typeof value === 'string' && !FIXED.has(fieldName(path)) && !isReference;
}

function mark(path: Leaf['path']): string {
  return `⟦${path.join('.')}⟧`;
}

/** Fields of each collection that hold what a reader of the plan reads. */
const FOR_READERS: { readonly [collection: string]: string } = {
  texts: 'text',
  goals: 'title means intro leadIn text',
  outcomes: 'title explanation intro leadIn focusPoints preconditions',
  changes: 'items',
  definitions: 'term text items note',
  indicators: 'title unit',
  organisations: 'name',
  activities: `title text means socialQuestionText targetGroup goalText workingMethodText organisingText
    lifecycleReason footnote tasks focusPoints evidence fundingText location when schoolYear participants form`,
};

function isForReaders(path: Leaf['path']): boolean {
  return (FOR_READERS[String(path[0])] ?? '').split(/\s+/).includes(fieldName(path));
}

describe.each(PLANS)('%s', (_name, source, atLeast) => {
  it('has enough words to be worth the test', () => {
    expect(leavesOf(source).length).toBeGreaterThan(atLeast);
  });

  it('says every word, number and yes of the source in the same record, or in a text of the plan', () => {
    expect(missingLeaves(source, planToBoard(parsePlan(source)))).toEqual([]);
  });

  it('keeps each written text by itself: marked one by one, all marks come through', () => {
    const marked = changed(source, (leaf) => (isWritten(leaf) ? `${leaf.value}${mark(leaf.path)}` : leaf.value));
    const everything = leavesOf(planToBoard(parsePlan(marked)))
      .map(({ value }) => value)
      .join('\n');
    const lost = leavesOf(source).filter((leaf) => isWritten(leaf) && !everything.includes(mark(leaf.path)));
    expect(lost).toEqual([]);
  });

  it('shows every text of the source, means and result where a reader looks, not only in what is kept aside', () => {
    const board = planToBoard(parsePlan(source));
    const { unknown: _plan, ...plan } = board.plan;
    const { outcomes, activities, indicators, organisations, lists } = board;
    const records = [outcomes, activities, indicators, organisations, lists].flatMap((map): object[] => [
      ...map.values(),
    ]);
    const bare = records.map((record) => Object.entries(record).filter(([field]) => field !== 'unknown'));
    const visible = leavesOf([plan, bare]).map(({ value }) => value);
    const hidden = leavesOf(source).filter(({ path, value }) => {
      if (typeof value !== 'string' || !isForReaders(path)) return false;
      return !visible.some((text) => typeof text === 'string' && text.includes(value));
    });
    expect(hidden).toEqual([]);
  });
});

describe('the test itself', () => {
  it.each([
    ['a means', (text: string) => text.replace('Groepstrainingen', '')],
    ['a result', (text: string) => text.replace('Volgt nog na subsidieaanvraag', 'Volgt')],
  ])('notices when one word of %s is dropped on the way', (_what, drop) => {
    const source = deventer2024[0];
    const mutilated = changed(source, ({ value }) => (typeof value === 'string' ? drop(value) : value));
    expect(mutilated).not.toEqual(source);
    expect(missingLeaves(source, planToBoard(parsePlan(mutilated))).length).toBeGreaterThan(0);
  });

  it('notices a dropped record, number, flag and reference', () => {
    const board = planToBoard(parsePlan(voorbeeld2026[0]));
    const missing = (activities: typeof board.activities) =>
      missingLeaves(voorbeeld2026[0], { ...board, activities }).map(({ path }) => fieldName(path));
    const [first] = board.activities.values();
    const others = [...board.activities].slice(1);
    expect(missing(new Map(others))).toContain('title');
    expect(missing(new Map([[first!.id, { ...first!, links: [] }], ...others]))).toContain('outcomeId');
    const { unknown: _kept, ...bare } = first!;
    expect(missing(new Map([[first!.id, bare], ...others]))).toEqual(
      expect.arrayContaining(['value', 'unit', 'lifecycle', 'preventionLevels']),
    );
  });
});
