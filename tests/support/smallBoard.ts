import { type Activity, type Board, EMPTY_BOARD, type Organisation, type Outcome } from '../../shared/board/board.ts';
import { pairId } from '../../shared/board/ids.ts';
import { paragraph } from '../../shared/board/richText.ts';

function outcome(id: string, title: string, key: string, parentId?: string): Outcome {
  return { id, title, kind: 'outcome', place: parentId === undefined ? { key } : { parentId, key }, texts: {} };
}

function card(
  id: string,
  title: string,
  place: Activity['place'] | undefined,
  parts: Partial<Activity> = {},
): Activity {
  return { id, owner: 'gem', title, ...(place && { place }), links: [], involvements: [], texts: {}, ...parts };
}

function byId<T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.id, record]));
}

/**
 * Two columns, the first with two sections, and five cards of two organisations: `a1` is at home in section `s1` and
 * contributes to `c2`, `a5` has no outcome.
 */
export function smallBoard(): Board {
  const organisations: Organisation[] = [
    { id: 'gem', name: 'Gemeente Voorbeeld', code: 'GEM', colour: 0, kind: 'municipality' },
    { id: 'ggd', name: 'GGD Voorbeeldland', code: 'GGD', colour: 3, kind: 'partner' },
  ];
  return {
    ...EMPTY_BOARD,
    plan: { years: [2026, 2027], texts: {} },
    organisations: byId(organisations),
    outcomes: byId([
      outcome('c1', 'Gezond opgroeien', 'a0'),
      outcome('s1', 'Goede start', 'a0', 'c1'),
      outcome('s2', 'Taal', 'a1', 'c1'),
      outcome('c2', 'Meedoen', 'a1'),
    ]),
    activities: byId([
      card(
        'a1',
        'Huisbezoek',
        { outcomeId: 's1', key: 'a0' },
        {
          links: [{ id: pairId('a1', 'c2'), outcomeId: 'c2', key: 'a5' }],
          involvements: [{ id: pairId('a1', 'ggd'), organisationId: 'ggd', role: 'involved' }],
          texts: { meansText: [paragraph('De wijkverpleegkundige komt langs.')] },
        },
      ),
      card('a2', 'Voorleesuur', { outcomeId: 's2', key: 'a0' }),
      card('a3', 'Coördinatie jeugd', { outcomeId: 'c2', key: 'a0' }, { owner: 'ggd' }),
      card('a5', 'Schoolplein open', undefined, { owner: 'ggd' }),
      card('a6', 'Weggelegd', { outcomeId: 'c2', key: 'a9' }, { archivedAt: '2026-01-01T10:00:00.000Z' }),
      card(
        'a4',
        'Buurtbus',
        { outcomeId: 'gone', key: 'a0' },
        { links: [{ id: pairId('a4', 's2'), outcomeId: 's2', key: 'a4' }] },
      ),
    ]),
  };
}
