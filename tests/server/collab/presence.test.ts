import { describe, expect, test } from 'vitest';
import type { PresenceState } from '../../../shared/protocol/live.ts';
import { insertTestBoard } from '../../support/collabBoard.ts';
import type { ClientDocument } from '../../support/collabClient.ts';
import { TYPE } from '../../support/collabRaw.ts';
import { collabSuite } from '../../support/collabSuite.ts';
import { waitFor } from '../../support/waitFor.ts';

describe('presence', () => {
  const suite = collabSuite('sqlite', () => ({ limits: { presenceCharacters: 1_000 } }));
  const states = (frame: ClientDocument) => frame.provider.awareness?.getStates() as Map<number, PresenceState>;

  test('people appear with the identity that the server knows, at once and to who comes later', async () => {
    await insertTestBoard(suite.store.database.db, 'seen');
    const one = await suite.tab('memberA').opened('board/seen/frame');
    const two = await suite.tab('memberB').opened('board/seen/frame');
    const user = { id: 'memberA', name: 'Naam van memberA', organisationId: 'ggd', role: 'member' };
    await waitFor('two sees one', () => states(two).has(one.doc.clientID));
    await waitFor('one sees two', () => states(one).has(two.doc.clientID));
    expect(states(two).get(one.doc.clientID)).toEqual({ user });
    one.provider.setAwarenessField('at', { activityId: 'a1', field: 'title' });
    await waitFor('two sees where one is', () => states(two).get(one.doc.clientID)?.at !== undefined);
    expect(states(two).get(one.doc.clientID)).toEqual({ user, at: { activityId: 'a1', field: 'title' } });
  });

  test('row 5: a forged name, somebody else and states that are no record are not believed', async () => {
    await insertTestBoard(suite.store.database.db, 'forged');
    const name = 'board/forged/frame';
    const victim = await suite.tab('facilitator').opened(name);
    const raw = await suite.raw('memberA');
    await raw.open(name);
    await waitFor('the victim is there', () => raw.received.some((message) => message.type === TYPE.awareness));
    const forged = { user: { id: 'facilitator', name: 'De burgemeester', organisationId: 'gemeente', role: 'king' } };
    raw.awareness(name, [
      [victim.doc.clientID, 900, forged],
      [77, 1, forged],
      [78, 1, forged],
    ]);
    await waitFor('the liar is seen', () => states(victim).has(77));
    expect(states(victim).get(77)?.user).toEqual({
      id: 'memberA',
      name: 'Naam van memberA',
      organisationId: 'ggd',
      role: 'member',
    });
    expect(states(victim).get(victim.doc.clientID)?.user?.id ?? 'facilitator').toBe('facilitator');
    // It spoke for 77 first, so it speaks for nobody else.
    expect(states(victim).has(78)).toBe(false);
    raw.awareness(name, [[77, 5, 'tekst']]);
    raw.awareness(name, [[77, 6, { at: 'x'.repeat(2_000) }]]);
    raw.awareness(name, [[victim.doc.clientID, 999, null]]);
    raw.awareness(name, [[77, 7, { at: { activityId: 'goed' } }]]);
    await waitFor('the good one is seen', () => states(victim).get(77)?.at?.activityId === 'goed');
    const watcher = await suite.tab('memberB').opened(name);
    await waitFor(
      'the victim is still there',
      () => states(watcher).get(victim.doc.clientID)?.user?.id === 'facilitator',
    );
  });

  test('people who leave disappear, however they leave', async () => {
    await insertTestBoard(suite.store.database.db, 'left');
    const name = 'board/left/frame';
    const watcher = await suite.tab('facilitator').opened(name);
    const leaving: ((tab: ReturnType<typeof suite.tab>, frame: ClientDocument) => void)[] = [
      // Closing the document, the tab, the laptop.
      (_tab, frame) => frame.provider.destroy(),
      (tab) => tab.destroy(),
      (tab) => (tab.socket.webSocket as unknown as { terminate: () => void }).terminate(),
      (_tab, frame) => frame.provider.awareness?.setLocalState(null),
    ];
    for (const [index, leave] of leaving.entries()) {
      const tab = suite.tab('memberA');
      const frame = await tab.opened(name);
      await waitFor(`${index} is seen`, () => states(watcher).has(frame.doc.clientID));
      tab.socket.shouldConnect = false;
      leave(tab, frame);
      await waitFor(`${index} disappears`, () => !states(watcher).has(frame.doc.clientID));
    }
  });

  test('who comes back is seen again, also before the old connection is gone', async () => {
    await insertTestBoard(suite.store.database.db, 'back');
    const name = 'board/back/frame';
    const watcher = await suite.tab('facilitator').opened(name);
    const tab = suite.tab('memberA');
    const frame = await tab.opened(name);
    const isSeen = () => states(watcher).has(frame.doc.clientID);
    await waitFor('seen', isSeen);
    for (let round = 0; round < 3; round += 1) {
      tab.socket.webSocket?.close();
      await waitFor('gone', () => !isSeen());
      await waitFor('back', isSeen);
    }
    // The same tab twice: a connection that is dead but not noticed, and its successor.
    const raw = await suite.raw('memberA');
    await raw.open(name);
    raw.awareness(name, [[555, 3, { at: { field: 'oud' } }]]);
    await waitFor('the old one is seen', () => states(watcher).get(555)?.at?.field === 'oud');
    const successor = await suite.raw('memberA');
    await successor.open(name);
    successor.awareness(name, [[555, 3, { at: { field: 'nieuw' } }]]);
    await waitFor('the new one is seen', () => states(watcher).get(555)?.at?.field === 'nieuw');
    raw.destroy();
    await waitFor('the old one is noticed', () => suite.server.collab.counters()['live_sockets'] === 3);
    successor.awareness(name, [[555, 4, { at: { field: 'nog steeds' } }]]);
    await waitFor('the new one stays', () => states(watcher).get(555)?.at?.field === 'nog steeds');
    // Another person does not take it over.
    const thief = await suite.raw('memberB');
    await thief.open(name);
    thief.awareness(name, [[555, 9, { at: { field: 'gestolen' } }]]);
    thief.awareness(name, [[556, 9, { at: { field: 'eigen' } }]]);
    await waitFor('the thief is seen as itself', () => states(watcher).get(556)?.at?.field === 'eigen');
    expect(states(watcher).get(555)?.at?.field).toBe('nog steeds');
  });

  test('documents other than the frame take no presence', async () => {
    await insertTestBoard(suite.store.database.db, 'parties');
    const name = 'board/parties/party/ggd';
    const raw = await suite.raw('memberA');
    const other = await suite.raw('memberB');
    await Promise.all([raw.open(name), other.open(name)]);
    raw.awareness(name, [[5, 1, { at: {} }]]);
    await raw.open('board/parties/frame');
    await other.open('board/parties/frame');
    raw.awareness('board/parties/frame', [[5, 1, { at: {} }]]);
    await waitFor('the frame has presence', () => other.received.some((message) => message.type === TYPE.awareness));
    const addresses = other.received.filter((message) => message.type === TYPE.awareness).map(({ address }) => address);
    expect(new Set(addresses)).toEqual(new Set(['board/parties/frame']));
  });

  test('a cursor that moves fast is sent a few times, with its last place', async () => {
    await insertTestBoard(suite.store.database.db, 'fast');
    const name = 'board/fast/frame';
    const watcher = await suite.tab('facilitator').opened(name);
    const raw = await suite.raw('memberA');
    await raw.open(name);
    let messages = 0;
    watcher.provider.awareness?.on('change', () => {
      messages += 1;
    });
    for (let clock = 1; clock <= 500; clock += 1) raw.awareness(name, [[9, clock, { at: { field: `${clock}` } }]]);
    await waitFor('the last place', () => states(watcher).get(9)?.at?.field === '500');
    expect(messages).toBeLessThan(50);
  });

  test('a flood from many tabs reaches others a few times a second, with the newest of each', async () => {
    await insertTestBoard(suite.store.database.db, 'crowd');
    const name = 'board/crowd/frame';
    const tabs = 20;
    const each = 200;
    const watcher = await suite.raw('facilitator');
    await watcher.open(name);
    const honest = await suite.tab('memberB').opened(name);
    const raws: Awaited<ReturnType<typeof suite.raw>>[] = [];
    for (let tab = 0; tab < tabs; tab += 1) {
      const raw = await suite.raw('memberA');
      await raw.open(name);
      raws.push(raw);
    }
    const before = performance.now();
    for (let clock = 1; clock <= each; clock += 1) {
      for (const [tab, raw] of raws.entries())
        raw.awareness(name, [[1_000 + tab, clock, { at: { field: `${clock}` } }]]);
    }
    const newest = () => raws.filter((_, tab) => states(honest).get(1_000 + tab)?.at?.field === `${each}`).length;
    await waitFor('the newest of each is seen', () => newest() === tabs);
    const windows = Math.ceil((performance.now() - before) / 60) + 1;
    const messages = watcher.received.filter(({ type }) => type === TYPE.awareness).length;
    // One for each tab in a window of 60 ms at most; as many as were sent otherwise.
    expect(messages).toBeLessThanOrEqual(Math.min(tabs * windows, (tabs * each) / 4) + tabs);
    await honest.save('wordt bediend');
    expect(raws.every(({ closed }) => closed === undefined)).toBe(true);
  });

  test('a clock that is set back silences nobody', async () => {
    await insertTestBoard(suite.store.database.db, 'clock');
    const name = 'board/clock/frame';
    const watcher = await suite.tab('facilitator').opened(name);
    const raw = await suite.raw('memberA');
    await raw.open(name);
    raw.awareness(name, [[9, 1, { at: { field: 'voor' } }]]);
    await waitFor('it is seen', () => states(watcher).get(9)?.at?.field === 'voor');
    const now = Date.now;
    Date.now = () => now() - 3_600_000;
    try {
      raw.awareness(name, [[9, 2, { at: { field: 'na' } }]]);
      await waitFor('it is seen again', () => states(watcher).get(9)?.at?.field === 'na');
    } finally {
      Date.now = now;
    }
  });
});
