import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Board } from '../../../shared/board/board.ts';
import { findings } from '../../../shared/board/invariants.ts';
import { plainText } from '../../../shared/board/richText.ts';
import { isTemplateName, TEMPLATE_NAMES } from '../../../shared/exchange/templateInfo.ts';
import { boardFromTemplate, listTemplates } from '../../../shared/exchange/templates.ts';
import { fieldName, type Leaf, leavesOf, type Scalar } from './leaves.ts';

const ORGANISATION = { id: 'org_k3f9', name: 'Gemeente Zwolle' };

function words(board: Board): Scalar[] {
  return leavesOf(board).map(({ value }) => value);
}

/** Derived codes follow the names, so they may change for others too. */
function withoutCodes(board: Board): Scalar[] {
  const isCode = ({ path }: Leaf): boolean => path[0] === 'organisations' && fieldName(path) === 'code';
  return leavesOf(board)
    .filter((leaf) => !isCode(leaf))
    .map(({ value }) => value);
}

/** How often each scalar stands in the first and not in the second. */
function gone(before: readonly Scalar[], after: readonly Scalar[]): Map<Scalar, number> {
  const left = new Map<Scalar, number>();
  for (const value of before) left.set(value, (left.get(value) ?? 0) + 1);
  for (const value of after) left.set(value, (left.get(value) ?? 0) - 1);
  return new Map([...left].filter(([, times]) => times > 0));
}

function ids(board: Board): string[] {
  const referred = [...board.activities.values()].flatMap(({ owner, lead, involvements }) => [
    owner,
    ...(lead === undefined ? [] : [lead]),
    ...involvements.map(({ organisationId }) => organisationId),
  ]);
  return [...board.organisations.keys(), ...referred];
}

describe('listTemplates', () => {
  it('offers the empty board, the example and the real plans with what is in them', async () => {
    const templates = await listTemplates();
    expect(
      templates.map(({ name, columns, sections, activities, organisations, years, fictional }) => [
        name,
        columns,
        sections,
        activities,
        organisations,
        years.join(),
        fictional,
      ]),
    ).toEqual([
      ['leeg', 0, 0, 0, 0, '', false],
      ['voorbeeld-2026', 7, 5, 48, 15, '2026,2027', true],
      ['deventer-2024-2025', 7, 20, 54, 30, '2024,2025', false],
      ['deventer-2022', 5, 0, 51, 52, '2022', false],
      ['lelystad-2017', 4, 0, 6, 8, '2018,2019', false],
      ['dalfsen-2023', 0, 0, 3, 11, '2023,2024', false],
    ]);
    expect(templates.every(({ title, origin }) => title !== '' && origin !== '')).toBe(true);
  });

  it('knows its names', () => {
    expect(isTemplateName('leeg')).toBe(true);
    expect(isTemplateName('constructor')).toBe(false);
  });
});

describe('a board for another organisation', () => {
  it.each(TEMPLATE_NAMES.filter((name) => name !== 'leeg'))(
    '%s: stands in the place of the municipality everywhere, and every other word stays',
    async (name) => {
      const before = await boardFromTemplate(name);
      const after = await boardFromTemplate(name, { organisation: ORGANISATION });
      const municipality = [...before.organisations.values()].find(({ kind }) => kind === 'municipality')!;
      expect(ids(after)).not.toContain(municipality.id);
      expect(ids(after)).toContain(ORGANISATION.id);
      expect(after.organisations.get(ORGANISATION.id)).toMatchObject({
        name: 'Gemeente Zwolle',
        code: 'GZ',
        colour: 0,
      });
      const replaced = [...gone(withoutCodes(before), withoutCodes(after)).keys()].filter(
        (value) => !(typeof value === 'string' && value.split(':').includes(municipality.id)),
      );
      expect(replaced).toEqual([municipality.name]);
      expect(findings(after)).toEqual([]);
    },
  );

  it('keeps the document of a partner whose id the new organisation has, under a free id', async () => {
    const after = await boardFromTemplate('voorbeeld-2026', { organisation: { id: 'ggd', name: 'Gemeente Ommen' } });
    expect(after.organisations.get('ggd')?.name).toBe('Gemeente Ommen');
    expect(after.organisations.get('ggd-2')?.name).toBe('GGD Voorbeeldland');
    expect(after.activities.get('a01')).toMatchObject({ owner: 'ggd-2', lead: 'ggd-2' });
    expect(after.indicators.get('ind-22')?.unknown).toMatchObject({ imported: { fillIn: { organisation: 'ggd' } } });
    expect(findings(after)).toEqual([]);
  });

  it('says who determines a result by the new id', async () => {
    const after = await boardFromTemplate('voorbeeld-2026', { organisation: ORGANISATION });
    const who = leavesOf(after.activities.get('a44')?.texts['resultsText:2027']).find(({ path }) =>
      path.includes('who'),
    );
    expect(who?.value).toBe(ORGANISATION.id);
  });

  it('leaves the code alone where organisation and name stay the same', async () => {
    const organisation = { id: 'gemeente', name: 'Gemeente Voorbeeld' };
    expect(await boardFromTemplate('voorbeeld-2026', { organisation })).toEqual(
      await boardFromTemplate('voorbeeld-2026'),
    );
  });
});

describe('a board for other years', () => {
  it('renames the year columns in order', async () => {
    const before = await boardFromTemplate('deventer-2024-2025');
    const after = await boardFromTemplate('deventer-2024-2025', { years: [2027, 2026] });
    expect(after.plan.years).toEqual([2026, 2027]);
    for (const [id, { texts }] of before.activities) {
      const moved = after.activities.get(id)!.texts;
      expect(moved['resultsText:2026']).toEqual(texts['resultsText:2024']);
      expect(moved['resultsText:2027']).toEqual(texts['resultsText:2025']);
      expect(moved['resultsText:2024']).toBeUndefined();
    }
  });

  it('leaves further years blank', async () => {
    const after = await boardFromTemplate('voorbeeld-2026', { years: [2028, 2029, 2030] });
    expect(after.plan.years).toEqual([2028, 2029, 2030]);
    expect([...after.activities.values()].filter(({ texts }) => texts['resultsText:2030'])).toEqual([]);
    expect(after.activities.get('a01')?.unknown).toMatchObject({
      imported: { results: { 2028: [{ value: 80 }, {}] } },
    });
  });

  it('moves the results of a year without column to the notes, under their year', async () => {
    const before = await boardFromTemplate('voorbeeld-2026');
    const after = await boardFromTemplate('voorbeeld-2026', { years: [2027] });
    const results = plainText(before.activities.get('a01')!.texts['resultsText:2027']!);
    expect(plainText(after.activities.get('a01')!.texts.notesText!)).toContain(`Resultaten 2027\n${results}`);
    expect(after.activities.get('a01')!.texts['resultsText:2027']).toEqual(
      before.activities.get('a01')!.texts['resultsText:2026'],
    );
    expect([...gone(words(before), words(after))]).toEqual([[2026, 1]]);
  });

  it('keeps every word, whatever the years and the organisation', async () => {
    const plans = TEMPLATE_NAMES.filter((name) => name !== 'leeg');
    const years = fc.uniqueArray(fc.integer({ min: 1990, max: 2100 }), { minLength: 1, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...plans), years, async (name, chosen) => {
        const before = await boardFromTemplate(name, { organisation: ORGANISATION });
        const after = await boardFromTemplate(name, { organisation: ORGANISATION, years: chosen });
        const lost = [...gone(words(before), words(after)).keys()];
        expect(lost.filter((value) => !before.plan.years.some((year) => year === value))).toEqual([]);
        expect(after.plan.years).toEqual([...chosen].sort((a, b) => a - b));
        expect(findings(after)).toEqual([]);
      }),
      { seed: 20261122, numRuns: 20 },
    );
  });
});

describe('the empty board', () => {
  it('has nothing but the organisation and the years', async () => {
    const board = await boardFromTemplate('leeg', { organisation: ORGANISATION, years: [2026, 2027] });
    expect([...board.organisations.values()]).toEqual([
      { id: 'org_k3f9', name: 'Gemeente Zwolle', code: 'GZ', colour: 0, kind: 'municipality' },
    ]);
    expect(board.plan).toEqual({ years: [2026, 2027], texts: {} });
    expect(board.outcomes.size + board.activities.size + board.lists.size + board.indicators.size).toBe(0);
  });

  it('takes an organisation that is no municipality for a partner', async () => {
    const board = await boardFromTemplate('leeg', { organisation: { id: 'x1', name: '天' }, years: [2026] });
    expect(board.organisations.get('x1')).toMatchObject({ kind: 'partner', code: 'XXA' });
  });
});
