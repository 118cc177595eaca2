import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { isLive } from '../../../shared/board/board.ts';
import { boardIndex } from '../../../shared/board/boardIndex.ts';
import { documentKey, party } from '../../../shared/board/documentRef.ts';
import { addActivity } from '../../../shared/commands/addActivity.ts';
import { addOutcomes } from '../../../shared/commands/addOutcomes.ts';
import { archiveActivity, restoreActivity } from '../../../shared/commands/archiveActivity.ts';
import type { CommandContext } from '../../../shared/commands/command.ts';
import { editActivity } from '../../../shared/commands/editActivity.ts';
import { linkActivity } from '../../../shared/commands/linkActivity.ts';
import { moveActivity } from '../../../shared/commands/moveActivity.ts';
import { contextOf, plain, type Replica, seededRandom } from '../../support/board.ts';
import { PARTIES, randomStep, startedReplica } from '../../support/history.ts';
import { changedPaths, fieldsOf, typeInto, UndoPerson } from '../../support/undoPerson.ts';

const SEED = 20261122;
const seeds = fc.integer({ min: 1, max: 2 ** 31 });

/** Two replicas of one board: a person who undoes, and everyone else. */
function start(seed: number) {
  const random = seededRandom(seed);
  const other = startedReplica(random);
  const me = new UndoPerson(PARTIES, random);
  me.sync(other);
  const mine = contextOf('gem', random);
  const theirs = contextOf('ggd', random);
  return { random, me, other, mine, theirs };
}

/** The board as people see it: what is in the trash is left out. */
function shown(replica: Replica) {
  const index = boardIndex(replica.board);
  const { activities, outcomes, organisations, lists, plan } = replica.board;
  const live = <T extends { readonly archivedAt?: string }>(records: Iterable<T>): T[] => [...records].filter(isLive);
  return {
    outcomes: live(outcomes.values()).filter(({ id }) => index.tree.numberOf.has(id)),
    activities: live(activities.values()).map((activity) => ({
      ...activity,
      links: index.appearancesOf.get(activity.id),
      involvements: live(activity.involvements),
    })),
    organisations: live(organisations.values()),
    lists: live(lists.values()),
    plan,
  };
}

/** Someone else writes where this person's last step did: another value, the same one again, or words in its text. */
function meddle(me: UndoPerson, other: Replica, way: number, context: CommandContext): void {
  const step = me.runner.stack.get().done.at(-1);
  const patch = step?.inverse[way % step.inverse.length];
  if (!step || !patch) return;
  me.sync(other);
  const doc = other.doc(step.document);
  const record = doc.getMap(patch.collection).get(patch.id);
  if (!(record instanceof Y.Map)) return;
  if (way % 4 === 0) typeInto(other, step.document, `activity:${patch.id}:meansText`, 'Van een ander');
  else if (way % 4 === 1) {
    const made = other.run(addOutcomes, { titles: ['Erbij'], parentId: patch.id }, context);
    if (!made.ok) record.set('title', 'Van een ander');
  } else {
    for (const [field, mine] of Object.entries(patch.before)) {
      record.set(field, field === 'place' ? { outcomeId: 'elders', key: 'a0' } : 'Van een ander');
      if (way % 4 === 2 && mine === undefined) record.delete(field);
      else if (way % 4 === 2) record.set(field, mine);
    }
  }
  me.sync(other);
}

/** What the steps of a run went back and forth through, and what of them stayed because it was of others by then. */
interface Seen {
  /** `collection.field` of each field that was written. */
  readonly written: Set<string>;
  /** The same of each field of a step that others had written since. */
  readonly left: Set<string>;
}

/** Every field that some command writes and that is a person's to take back. */
const UNDOABLE = [
  'activities.archivedAt',
  'activities.lead',
  'activities.place',
  'activities.title',
  'involvements.archivedAt',
  'involvements.role',
  'links.archivedAt',
  'links.key',
  'lists.archivedAt',
  'lists.title',
  'organisations.code',
  'organisations.name',
  'outcomes.archivedAt',
  'outcomes.kind',
  'outcomes.place',
  'outcomes.title',
  'plan.years',
];

/** Nothing happens while the board is locked, and the step stays where it was. */
function refusesWhileLocked(me: UndoPerson, direction: 'undo' | 'redo'): void {
  const before = fieldsOf(me.docs);
  const stack = me.runner.stack.get();
  const hasStep = (direction === 'undo' ? stack.done : stack.undone).length > 0;
  me.isLocked = true;
  expect(me.runner[direction]()).toMatchObject({ ok: false, reason: hasStep ? 'boardLocked' : 'nothing' });
  me.isLocked = false;
  expect(me.runner.stack.get()).toBe(stack);
  expect(fieldsOf(me.docs)).toEqual(before);
}

/** Takes one step back or forth, and asserts that it touches nothing that is not this person's. */
function takeStep(me: UndoPerson, direction: 'undo' | 'redo', seen?: Seen): boolean {
  const { done, undone } = me.runner.stack.get();
  const step = (direction === 'undo' ? done : undone).at(-1);
  for (const { collection, id, after } of step?.inverse ?? []) {
    for (const field of Object.keys(after)) {
      const path = `${step && documentKey(step.document)} ${collection} ${id} ${field}`;
      if (me.authors.get(path) === 'other') seen?.left.add(`${collection}.${field}`);
    }
  }
  const before = fieldsOf(me.docs);
  const authors = new Map(me.authors);
  const shared = new Set(me.shared);
  const result = me.runner[direction]();
  const after = fieldsOf(me.docs);
  for (const path of changedPaths(before, after)) {
    const [, collection, id = '', field] = path.split(' ');
    seen?.written.add(`${collection}.${field}`);
    expect(field, `${direction} made or removed a record`).toBeDefined();
    // A field that nobody gave anything is of who made the record.
    const record = path.split(' ').slice(0, 3).join(' ');
    expect(authors.get(path) ?? authors.get(record), `${direction} changed ${path}`).toBe('me');
    if (field === 'archivedAt' && after.has(path)) {
      expect([...shared].includes(id), `${direction} took ${path} off the board, in which others worked`).toBe(false);
    }
  }
  if (!result.ok) expect(after).toEqual(before);
  return result.ok;
}

/** One step, the other way and again: each takes back the other. Gives how many steps that were. */
function backAndForth(me: UndoPerson, way: 'undo' | 'redo', seen: Seen): number {
  const before = plain(me.board);
  refusesWhileLocked(me, way);
  if (!takeStep(me, way, seen)) return 0;
  const after = plain(me.board);
  takeStep(me, way === 'undo' ? 'redo' : 'undo');
  expect(plain(me.board)).toEqual(before);
  takeStep(me, way);
  expect(plain(me.board)).toEqual(after);
  return 1;
}

describe('U1, U2: a person’s own steps while others edit', () => {
  test('undo and redo change nothing that others wrote, and each takes back the other', { timeout: 90_000 }, () => {
    let taken = 0;
    const seen: Seen = { written: new Set(), left: new Set() };
    fc.assert(
      fc.property(seeds, fc.array(fc.nat({ max: 99 }), { minLength: 20, maxLength: 60 }), (seed, steps) => {
        const { random, me, other, mine, theirs } = start(seed);
        for (const step of steps) {
          if (step < 35) randomStep(me, random, mine);
          else if (step < 45) randomStep(other, random, theirs);
          else if (step < 65) {
            meddle(me, other, step, theirs);
            if (step < 60) taken += backAndForth(me, 'undo', seen);
          } else if (step < 80) me.sync(other);
          else taken += backAndForth(me, step < 94 ? 'undo' : 'redo', seen);
        }
        me.sync(other);
        expect(plain(me.board)).toEqual(plain(other.board));
      }),
      { numRuns: 60, seed: SEED },
    );
    expect(taken).toBeGreaterThan(100);
    expect([...seen.written].sort()).toEqual(UNDOABLE);
    expect([...seen.left].sort()).toEqual(UNDOABLE);
  });

  test('alone, undoing everything shows the board as it was, and redoing it as it became', { timeout: 90_000 }, () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { random, me, mine } = start(seed);
        const first = shown(me);
        for (let step = 0; step < 15; step += 1) randomStep(me, random, mine);
        const last = shown(me);
        while (takeStep(me, 'undo'));
        expect(me.runner.stack.get().done).toEqual([]);
        expect(shown(me)).toEqual(first);
        while (takeStep(me, 'redo'));
        expect(me.runner.stack.get().undone).toEqual([]);
        expect(shown(me)).toEqual(last);
      }),
      { numRuns: 60, seed: SEED },
    );
  });
});

describe('what the histories found', () => {
  function card() {
    const all = start(1);
    const { me, other, mine } = all;
    const made = me.run(addActivity, { title: 'Van mij', outcomeId: firstOutcome(me) }, mine);
    me.sync(other);
    return { ...all, id: made.ok ? made.id : '', title: () => me.board.activities.get(made.ok ? made.id : '')?.title };
  }
  const firstOutcome = (replica: Replica): string => [...replica.board.outcomes.keys()][0] ?? '';
  const overtaken = { ok: false, reason: 'overtaken' };

  test('the same title given again by someone else is theirs', () => {
    const { me, other, mine, theirs, id, title } = card();
    me.run(editActivity, { activityId: id, title: 'Nieuw' }, mine);
    me.sync(other);
    other.run(editActivity, { activityId: id, title: 'Anders' }, theirs);
    other.run(editActivity, { activityId: id, title: 'Nieuw' }, theirs);
    me.sync(other);
    expect(me.runner.undo()).toEqual(overtaken);
    expect(title()).toBe('Nieuw');
  });

  test('a card that someone else took out of the trash again stays', () => {
    const { me, other, mine, theirs, id } = card();
    other.run(archiveActivity, { activityId: id }, theirs);
    me.sync(other);
    me.run(restoreActivity, { activityId: id }, mine);
    me.sync(other);
    other.run(archiveActivity, { activityId: id }, theirs);
    other.run(restoreActivity, { activityId: id }, theirs);
    me.sync(other);
    expect(me.runner.undo()).toEqual(overtaken);
    expect(me.board.activities.get(id)?.archivedAt).toBeUndefined();
  });

  test('a link that both made at the same time is not mine to remove when theirs stands', () => {
    const { me, other, mine, theirs, id } = card();
    const outcomeId = [...me.board.outcomes.keys()][1] ?? '';
    me.run(linkActivity, { activityId: id, outcomeId }, mine);
    other.run(linkActivity, { activityId: id, outcomeId }, theirs);
    const owner = party('gem');
    const standsOf = (replica: Replica): number | undefined => {
      const link = replica.doc(owner).getMap('links').get(`${id}:${outcomeId}`);
      return link instanceof Y.Map ? link._item?.id.client : undefined;
    };
    me.sync(other);
    const isMine = standsOf(me) === me.doc(owner).clientID;
    expect(me.runner.undo()).toEqual(isMine ? { ok: true, count: 2 } : overtaken);
    expect(me.board.activities.get(id)?.links[0]?.archivedAt === undefined).toBe(!isMine);
  });

  test('a card of mine in which someone wrote stays on the board', () => {
    const { me, other, id } = card();
    typeInto(other, party('gem'), `activity:${id}:meansText`, 'Van een ander');
    me.sync(other);
    expect(me.runner.undo()).toEqual(overtaken);
    expect(me.board.activities.get(id)?.archivedAt).toBeUndefined();
  });

  test('a column of mine stays when someone added a section to it', () => {
    const { me, other, mine, theirs } = card();
    const made = me.run(addOutcomes, { titles: ['Kolom'] }, mine);
    const parentId = made.ok ? made.id : '';
    me.sync(other);
    other.run(addOutcomes, { titles: ['Onderdeel'], parentId }, theirs);
    me.sync(other);
    expect(me.runner.undo()).toEqual(overtaken);
    expect(me.board.outcomes.get(parentId)?.archivedAt).toBeUndefined();
  });

  test('undoing the move of a further showing leaves nothing where it went', () => {
    const { me, mine, id } = card();
    const [, fromId = '', toId = ''] = [...me.board.outcomes.keys()];
    me.run(linkActivity, { activityId: id, outcomeId: fromId }, mine);
    const before = shown(me);
    me.run(moveActivity, { activityId: id, fromId, toId }, mine);
    me.runner.undo();
    expect(shown(me)).toEqual(before);
  });
});
