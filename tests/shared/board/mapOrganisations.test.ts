import { expect, test } from 'vitest';
import type { Activity, Organisation } from '../../../shared/board/board.ts';
import { EMPTY_BOARD } from '../../../shared/board/board.ts';
import { mapOrganisations } from '../../../shared/board/mapOrganisations.ts';

const organisation = (id: string): Organisation => ({
  id,
  name: id,
  code: id.slice(0, 2).toUpperCase(),
  colour: 0,
  kind: 'partner',
});
const activity = (id: string, parts: Partial<Activity>): Activity => ({
  id,
  owner: 'ggd',
  title: id,
  links: [],
  involvements: [],
  texts: {},
  ...parts,
});
const involved = (activityId: string, organisationId: string) =>
  ({ id: `${activityId}:${organisationId}`, organisationId, role: 'involved' }) as const;

test('an organisation gets its other id wherever the board refers to it', () => {
  const board = {
    ...EMPTY_BOARD,
    organisations: new Map(['ggd', 'welzijn'].map((id) => [id, organisation(id)])),
    activities: new Map([
      ['a1', activity('a1', { lead: 'welzijn', involvements: [involved('a1', 'welzijn'), involved('a1', 'elders')] })],
      ['a2', activity('a2', { owner: 'welzijn' })],
    ]),
  };
  const mapped = mapOrganisations(
    board,
    new Map([
      ['ggd', 'g1'],
      ['welzijn', 'w1'],
    ]),
  );
  expect([...mapped.organisations.keys()]).toEqual(['g1', 'w1']);
  expect(mapped.organisations.get('g1')).toEqual({ ...organisation('ggd'), id: 'g1' });
  expect(mapped.activities.get('a1')).toEqual(
    activity('a1', { owner: 'g1', lead: 'w1', involvements: [involved('a1', 'w1'), involved('a1', 'elders')] }),
  );
  expect(mapped.activities.get('a2')).toEqual(activity('a2', { owner: 'w1' }));
});

test('where two become one, the first record stays and nobody is involved twice', () => {
  const board = {
    ...EMPTY_BOARD,
    organisations: new Map(['ggd', 'welzijn'].map((id) => [id, organisation(id)])),
    activities: new Map([['a1', activity('a1', { involvements: [involved('a1', 'ggd'), involved('a1', 'welzijn')] })]]),
  };
  const mapped = mapOrganisations(board, new Map([['welzijn', 'ggd']]));
  expect([...mapped.organisations.values()]).toEqual([organisation('ggd')]);
  expect(mapped.activities.get('a1')?.involvements).toEqual([involved('a1', 'ggd')]);
});
