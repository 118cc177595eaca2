import { describe, expect, test } from 'vitest';
import { type Person, peopleAt, peopleIn, peopleOf } from '../../../client/board/presence.ts';

const anna = { id: 'u1', name: 'Anna', organisationId: 'ggd', role: 'member' };
const bas = { id: 'u2', name: 'Bas', organisationId: 'welzijn', role: 'member' };
const own = { clientId: 1, userId: 'me' };

function people(states: Record<number, unknown>, before: readonly Person[] = []): readonly Person[] {
  return peopleOf(new Map(Object.entries(states).map(([id, state]) => [Number(id), state])), own, before);
}

describe('who is on the board', () => {
  test('leaves out this tab, and this person in another tab', () => {
    expect(people({ 1: { user: anna }, 2: { user: { ...anna, id: 'me' } }, 3: { user: bas } })).toEqual([
      { ...bas, at: [] },
    ]);
  });

  test('counts several tabs of one person once, with everywhere they are', () => {
    const found = people({
      2: { user: anna, at: { activityId: 'a1', field: 'title' } },
      3: { user: anna, at: { activityId: 'a2' } },
    });
    expect(found).toEqual([{ ...anna, at: [{ activityId: 'a1', field: 'title' }, { activityId: 'a2' }] }]);
    expect(peopleAt(found, 'a2')).toHaveLength(1);
    expect(peopleIn(found, 'a1', 'title')).toHaveLength(1);
    expect(peopleIn(found, 'a2', 'title')).toHaveLength(0);
  });

  test('knows a program by what the server says of it', () => {
    expect(people({ 2: { user: { ...anna, program: true } } })).toEqual([{ ...anna, program: true, at: [] }]);
    expect(people({ 2: { user: { ...anna, program: 'ja' } } })).toEqual([{ ...anna, at: [] }]);
  });

  test('trusts no shape: what has no identity from the server is nobody', () => {
    expect(people({ 2: 'x', 3: null, 4: {}, 5: { user: 'Anna' }, 6: { user: { id: 4, name: 'n' } } })).toEqual([]);
    expect(people({ 2: { user: anna, at: { activityId: 7, field: [] } } })).toEqual([{ ...anna, at: [] }]);
  });

  test('keeps its identity while only a caret moves', () => {
    const before = people({ 2: { user: anna, cursor: { anchor: 1 } }, 3: { user: bas } });
    expect(people({ 2: { user: anna, cursor: { anchor: 2 } }, 3: { user: bas } }, before)).toBe(before);
    const after = people({ 2: { user: anna, at: { activityId: 'a1' } }, 3: { user: bas } }, before);
    expect(after).not.toBe(before);
    expect(after[1]).toBe(before[1]);
  });
});
