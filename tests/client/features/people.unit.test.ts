import { describe, expect, test } from 'vitest';
import {
  knownOrganisations,
  organisationNamed,
  peopleByOrganisation,
} from '../../../client/features/people/organisations.ts';
import type { Organisation } from '../../../shared/board/board.ts';
import type { People } from '../../../shared/protocol/people.ts';

const ggd = { id: 'o-ggd', name: 'GGD IJsselland' };
const gemeente = { id: 'o-gem', name: 'gemeente Deventer' };
const equip = { id: 'o-equip', name: 'Équipe Zuid' };

function person(userId: string, name: string, organisation: { id: string; name: string }, role = 'member') {
  return { userId, name, organisation, role, alsoFor: [], isContact: false } as People['participants'][number];
}

const people: People = {
  participants: [
    person('u1', 'Zoë', ggd),
    person('u2', 'Anne', ggd),
    person('u3', 'Wim', ggd, 'facilitator'),
    person('u4', 'Bea', gemeente),
    person('u5', 'Éva', equip),
  ],
  invitations: [
    {
      id: 'i1',
      organisation: { id: 'o-bib', name: 'Bibliotheek' },
      role: 'member',
      asContact: false,
      once: false,
      state: 'open',
      invitedBy: 'Wim',
      sentAt: null,
      createdAt: '2026-11-01T00:00:00.000Z',
      expiresAt: '2026-12-01T00:00:00.000Z',
      used: 0,
    },
  ],
  withContact: [],
};

describe('people of a board', () => {
  test('stand by organisation, facilitators first, in a reader’s order', () => {
    const groups = peopleByOrganisation(people.participants).map(({ name, people: members }) => [
      name,
      members.map((member) => member.name).join(' '),
    ]);
    expect(groups).toEqual([
      ['Équipe Zuid', 'Éva'],
      ['gemeente Deventer', 'Bea'],
      ['GGD IJsselland', 'Wim Anne Zoë'],
    ]);
  });

  test('organisations of the board, its people and its invitations can be invited, each once', () => {
    const record: Organisation = { id: 'o-ggd', name: 'GGD', code: 'GGD', colour: 2, kind: 'partner' };
    const school: Organisation = { id: 'o-school', name: 'De School', code: 'DS', colour: 3, kind: 'school' };
    const known = knownOrganisations([record, school], people);
    expect(known.map(({ label }) => label)).toEqual([
      'Bibliotheek',
      'De School',
      'Équipe Zuid',
      'gemeente Deventer',
      'GGD',
    ]);
    expect(known.at(-1)?.record).toBe(record);
  });

  test('a typed name finds the organisation however it is capitalised', () => {
    const known = knownOrganisations([], people);
    expect(organisationNamed(known, '  ggd ijsselland ')?.id).toBe('o-ggd');
    expect(organisationNamed(known, 'GGD')).toBeUndefined();
  });
});
