import { beforeAll, describe, expect, it } from 'vitest';
import type { Activity, Board } from '../../../shared/board/board.ts';
import { findings } from '../../../shared/board/invariants.ts';
import { compareOrder } from '../../../shared/board/order.ts';
import { outcomeTree } from '../../../shared/board/outcomeTree.ts';
import { type List, plainText, type RichText, resultStatuses } from '../../../shared/board/richText.ts';
import { TEMPLATE_NAMES } from '../../../shared/exchange/templateInfo.ts';
import { boardFromTemplate } from '../../../shared/exchange/templates.ts';

function cards(board: Board): Activity[] {
  return [...board.activities.values()];
}

function list(text: RichText | undefined): List | undefined {
  const [first] = text ?? [];
  return first?.type === 'bulletList' ? first : undefined;
}

function items(text: RichText | undefined): number {
  return list(text)?.content.length ?? 0;
}

function nested(text: RichText | undefined): number {
  const blocks = list(text)?.content.flatMap((item) => item.content) ?? [];
  return blocks.reduce((sum, block) => sum + (block.type === 'bulletList' ? block.content.length : 0), 0);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function count(board: Board, year: number): { items: number; nested: number; blank: number; [status: string]: number } {
  const texts = cards(board).map((card) => card.texts[`resultsText:${year}`]);
  const statuses = texts.flatMap((text) => list(text)?.content.map((item) => item.status ?? 'given') ?? []);
  const open = statuses.filter((status) => status !== 'given').map((status) => [status, 0]);
  const counts: { [status: string]: number } = Object.fromEntries(open);
  for (const status of statuses) if (status !== 'given') counts[status] = (counts[status] ?? 0) + 1;
  return {
    items: sum(texts.map(items)),
    nested: sum(texts.map(nested)),
    blank: texts.filter((text) => text === undefined).length,
    ...counts,
  };
}

function bySection(board: Board): { [number: string]: number } {
  const tree = outcomeTree(board.outcomes);
  const numbers = cards(board).map((card) => tree.numberOf.get(card.place?.outcomeId ?? '') ?? 'none');
  const counts: { [number: string]: number } = {};
  for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
  return counts;
}

describe.each(TEMPLATE_NAMES)('%s', (name) => {
  it('keeps every invariant of a board', async () => {
    const board = await boardFromTemplate(name);
    expect(findings(board)).toEqual([]);
    for (const card of cards(board)) {
      expect(board.organisations.has(card.owner)).toBe(true);
      if (card.lead !== undefined) expect(board.organisations.has(card.lead)).toBe(true);
      for (const { organisationId } of card.involvements) expect(board.organisations.has(organisationId)).toBe(true);
      for (const { outcomeId } of card.links) expect(board.outcomes.has(outcomeId)).toBe(true);
      expect([...card.links].sort(compareOrder)).toEqual(card.links);
    }
    for (const { outcomeId } of board.indicators.values()) expect(board.outcomes.has(outcomeId)).toBe(true);
  });

  it('gives every organisation a code of its own of two to four capitals', async () => {
    const { organisations } = await boardFromTemplate(name);
    const codes = [...organisations.values()].map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[A-Z]{2,4}$/);
  });

  it('is the same board every time', async () => {
    expect(await boardFromTemplate(name)).toEqual(await boardFromTemplate(name));
  });
});

describe('Deventer 2024-2025', () => {
  let board: Board;
  beforeAll(async () => {
    board = await boardFromTemplate('deventer-2024-2025');
  });

  it('has 7 columns, the seventh extra, 20 sections and 54 cards in the source order', () => {
    const { columns } = outcomeTree(board.outcomes);
    expect(columns.map(({ outcome }) => outcome.kind)).toEqual([...Array(6).fill('outcome'), 'extra']);
    expect(columns.map(({ sections }) => sections.length)).toEqual([7, 3, 3, 2, 3, 1, 1]);
    expect(bySection(board)).toEqual({
      '1.1': 4,
      '1.2': 2,
      '1.3': 5,
      '1.4': 2,
      '1.5': 3,
      '1.6': 1,
      '1.7': 1,
      '2.1': 2,
      '2.2': 3,
      '2.3': 2,
      '3.1': 1,
      '3.2': 1,
      '3.3': 2,
      '4.1': 10,
      '4.2': 2,
      '5.1': 2,
      '5.2': 1,
      '5.3': 1,
      '6.1': 3,
      '7.1': 6,
    });
    const inSection = cards(board).filter((card) => card.place?.outcomeId === 's4-1');
    const ordered = inSection.map((card) => ({ id: card.id, key: card.place?.key ?? '' })).sort(compareOrder);
    expect(ordered.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, index) => `s4-1-r${index + 1}`));
  });

  it('has 64 means, and the results of both years with their nested items and statuses', () => {
    expect(sum(cards(board).map((card) => items(card.texts.meansText)))).toBe(64);
    expect(count(board, 2024)).toEqual({ items: 96, nested: 4, blank: 0, awaitingSubsidy: 1 });
    expect(count(board, 2025)).toEqual({ items: 67, nested: 4, blank: 1, toBeDetermined: 8, notApplicable: 2 });
    expect(board.activities.get('s4-1-r2')?.texts['resultsText:2025']).toBeUndefined();
  });

  it('is owned by the municipality, and invents no lead', () => {
    expect(new Set(cards(board).map(({ owner }) => owner))).toEqual(new Set(['gemeente-deventer']));
    expect(cards(board).filter(({ lead }) => lead !== undefined)).toEqual([]);
    expect(sum(cards(board).map(({ involvements }) => involvements.length))).toBe(33);
  });

  it('makes each title from the first means, cut at a word within 90 characters', () => {
    for (const { title, titleDerived, texts } of cards(board)) {
      expect(titleDerived).toBe(true);
      expect(title.length).toBeLessThanOrEqual(90);
      const [means] = plainText(texts.meansText ?? []).split('\n');
      const start = title.replace(/…$/, '');
      expect(means?.startsWith(start)).toBe(true);
      if (title.endsWith('…')) expect(means?.charAt(start.length)).toMatch(/[\s,.;:–-]/);
    }
  });
});

describe('Deventer 2022', () => {
  let board: Board;
  beforeAll(async () => {
    board = await boardFromTemplate('deventer-2022');
  });

  it('has 5 themes without sections, 51 activities, 52 organisations and the 17 focus points in their theme', () => {
    const { columns } = outcomeTree(board.outcomes);
    expect(columns.map(({ outcome, sections }) => [outcome.title, sections.length])).toEqual([
      ['Preventie', 0],
      ['Onderwijs en Jeugdhulp', 0],
      ['Toegang', 0],
      ['Maatwerk', 0],
      ['Monitoring', 0],
    ]);
    expect(board.activities.size).toBe(51);
    expect(board.organisations.size).toBe(52);
    const points = columns.map(({ outcome }) => items(outcome.texts.focusPointsText?.slice(1)));
    expect(points).toEqual([4, 4, 4, 2, 3]);
  });

  it('has a lead only where the source names one, and says who is consulted', () => {
    const led = cards(board).filter(({ lead }) => lead !== undefined);
    expect(led.map(({ id, lead }) => [id, lead])).toEqual([
      ['a2-2', 'swv-po'],
      ['a2-3', 'gemeente-deventer'],
      ['a2-4', 'gemeente-deventer'],
      ['a2-5', 'gemeente-deventer'],
      ['a2-10', 'gemeente-deventer'],
      ['a2-11', 'ggd'],
    ]);
    expect(
      board.activities.get('a2-10')?.involvements.map(({ organisationId, role }) => [organisationId, role]),
    ).toEqual([
      ['ehl', 'inConsultation'],
      ['swv-vo', 'inConsultation'],
      ['zone-college', 'involved'],
    ]);
    expect(new Set(cards(board).map(({ owner }) => owner))).toEqual(new Set(['gemeente-deventer']));
  });

  it('shows the running text as working method, and the changes at their theme', () => {
    expect(cards(board).every(({ texts }) => texts.workingMethodText !== undefined)).toBe(true);
    expect(plainText(board.outcomes.get('g4')?.texts.introductionText ?? [])).toContain(
      'Ten opzichte van 2021 is er in hoofdlijnen het volgende gewijzigd:\nVoortzetten huiskamers in vier wijken;',
    );
  });
});

describe('Lelystad 2017 and Dalfsen 2023', () => {
  it('puts the six measures of Lelystad under its objective, owned by the municipality', async () => {
    const board = await boardFromTemplate('lelystad-2017');
    expect(board.outcomes.size).toBe(4);
    expect(cards(board).map(({ owner, place }) => [owner, place?.outcomeId])).toEqual(
      Array(6).fill(['gemeente-lelystad', 'o-doel']),
    );
    expect(board.plan.years).toEqual([2018, 2019]);
  });

  it('leaves the three activities of Dalfsen without outcome, since outcomes are still to be agreed', async () => {
    const board = await boardFromTemplate('dalfsen-2023');
    expect(board.outcomes.size).toBe(0);
    expect(cards(board).map(({ id, place }) => [id, place])).toEqual([
      ['a-pilot-jongerenwerk', undefined],
      ['a-onderzoek-windesheim', undefined],
      ['a-integraal-uitvoeringsplan', undefined],
    ]);
    const partners = ['saam-welzijn', 'bibliotheek-dalfsen', 'ggd-ijsselland', 'amw-de-kern', 'mee-samen'];
    const involved = board.activities.get('a-integraal-uitvoeringsplan')?.involvements;
    expect(involved?.map(({ organisationId }) => organisationId)).toEqual(expect.arrayContaining(partners));
    expect(plainText(board.plan.texts.introductionText ?? [])).toContain(
      'een overzicht van maatschappelijke opbrengsten',
    );
  });
});

describe('the example of 2026', () => {
  let board: Board;
  beforeAll(async () => {
    board = await boardFromTemplate('voorbeeld-2026');
  });

  it('has 12 outcomes, 11 indicators and 48 cards of seven organisations', () => {
    const { columns } = outcomeTree(board.outcomes);
    expect(columns.map(({ outcome, sections }) => [outcome.kind, sections.length])).toEqual([
      ['outcome', 3],
      ['outcome', 0],
      ['outcome', 0],
      ['outcome', 0],
      ['outcome', 2],
      ['outcome', 0],
      ['extra', 0],
    ]);
    expect(board.indicators.size).toBe(11);
    const owned: { [code: string]: number } = {};
    for (const { owner } of cards(board)) {
      const code = board.organisations.get(owner)?.code ?? '';
      owned[code] = (owned[code] ?? 0) + 1;
    }
    expect(owned).toEqual({ GEM: 8, WEL: 8, GGD: 8, MW: 7, BIB: 6, SPB: 6, SSV: 5 });
    const colours = [...board.organisations.values()].slice(0, 7).map(({ colour }) => colour);
    expect(new Set(colours).size).toBe(7);
  });

  it('has its links, five headings, means and results', () => {
    const linked = cards(board).filter(({ links }) => links.length > 0);
    expect(linked.length).toBe(32);
    expect(sum(linked.map(({ links }) => links.length))).toBe(37);
    const full = cards(board).filter(
      ({ texts }) =>
        texts.socialQuestionText &&
        texts.targetGroupText &&
        texts.objectiveText &&
        texts.workingMethodText &&
        texts.organisingText,
    );
    expect(full.length).toBe(25);
    expect(sum(cards(board).map(({ texts }) => items(texts.meansText)))).toBe(61);
    expect(count(board, 2026)).toEqual({ items: 69, nested: 9, blank: 1, toBeDetermined: 1, awaitingSubsidy: 1 });
    expect(count(board, 2027)).toEqual({ items: 56, nested: 0, blank: 4, toBeDetermined: 8, notApplicable: 3 });
  });

  it('says of a result to be determined before when and by whom', () => {
    const text = board.activities.get('a04')?.texts['resultsText:2027'];
    expect(resultStatuses(text)).toEqual(['toBeDetermined']);
    expect(list(text)?.content[0]).toMatchObject({ due: '2026-12-01', who: 'ggd' });
  });

  it('has one card without outcome and one with nothing but a title', () => {
    expect(
      cards(board)
        .filter(({ place }) => place === undefined)
        .map(({ id }) => id),
    ).toEqual(['a48']);
    const { texts, lead, involvements, links } = board.activities.get('a49')!;
    expect({ texts, lead, involvements, links }).toEqual({ texts: {}, lead: undefined, involvements: [], links: [] });
  });

  it('has its lists and says what an indicator measures', () => {
    const lists = [...board.lists.values()].map(({ list: name }) => name);
    const size = (name: string): number => lists.filter((other) => other === name).length;
    expect(['targetGroups', 'localities', 'preventionLevels', 'healthDimensions', 'definitions'].map(size)).toEqual([
      12, 5, 4, 6, 8,
    ]);
    expect(board.indicators.get('ind-12')).toMatchObject({
      outcomeId: 'o1',
      direction: 'down',
      baseline: { year: 2025, value: 17 },
      targets: [{ year: 2026 }, { year: 2027 }],
      unknown: { imported: { measurability: 'measurable', targets: [{ by: '2026-10-01' }, { by: '2027-10-01' }] } },
    });
  });
});
