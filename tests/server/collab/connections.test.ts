import { describe, expect, test } from 'vitest';
import { CLOSE } from '../../../shared/protocol/live.ts';
import { insertTestBoard } from '../../support/collabBoard.ts';
import { SYNC, TYPE } from '../../support/collabRaw.ts';
import { collabSuite, updateWith } from '../../support/collabSuite.ts';
import { waitFor } from '../../support/waitFor.ts';

describe('looking after connections', () => {
  const suite = collabSuite('sqlite', () => ({ limits: { pingMs: 100, silentMs: 2_000, sessionMs: 50 } }));

  test('who answers stays, who is silent is cut off', async () => {
    await insertTestBoard(suite.store.database.db, 'silent');
    // A provider answers the protocol's own ping, without any presence.
    const tab = suite.tab('memberA');
    await tab.opened('board/silent/party/ggd');
    const silent = await suite.raw('memberB');
    silent.silent = true;
    await silent.open('board/silent/party/ggd');
    expect((await silent.isClosed()).code).toBe(1006);
    expect(tab.closeCodes).toEqual([]);
  });

  test('a session that ended elsewhere closes its sockets', async () => {
    const raw = await suite.raw('memberA');
    const other = await suite.raw('memberB');
    suite.server.ended.add('session-of-memberA');
    expect(await raw.isClosed()).toEqual({ code: 4401, reason: 'signed-out' });
    expect(other.closed).toBeUndefined();
    suite.server.ended.clear();
  });
});

describe('opening and closing documents', () => {
  const suite = collabSuite('sqlite');

  test('a document that is closed and opened again at once works', async () => {
    await insertTestBoard(suite.store.database.db, 'again');
    const name = 'board/again/frame';
    const watcher = await suite.tab('memberB').opened(name);
    const raw = await suite.raw('memberA');
    await raw.open(name);
    for (let round = 0; round < 20; round += 1) {
      raw.close(name);
      raw.authenticate(name);
      raw.sync(name, SYNC.update, updateWith(`ronde ${round}`));
    }
    await waitFor('every round is acknowledged', () => raw.statuses(name).length === 20);
    expect(raw.statuses(name).every(Boolean)).toBe(true);
    expect(raw.received.filter((message) => message.type === TYPE.close).length).toBe(20);
    await waitFor('the other sees them', () => watcher.log.length === 20);
    watcher.add('terug');
    await waitFor('it still receives', () =>
      raw.received.some((message) => message.type === TYPE.sync && Buffer.from(message.body).includes('terug')),
    );
  });

  test('a client that never gives its state may not fill the memory', async () => {
    await insertTestBoard(suite.store.database.db, 'holding');
    const name = 'board/holding/frame';
    const raw = await suite.raw('memberA');
    await raw.open(name);
    raw.sync(name, SYNC.step1, new Uint8Array([0]));
    for (let count = 0; count < 300; count += 1) raw.sync(name, SYNC.update, updateWith(`${count}`));
    expect(await raw.isClosed()).toEqual(CLOSE.tooMany);
    expect(await suite.rows('holding')).toBe(0);
  });

  test('a forgotten document leaves memory when its last reader leaves', async () => {
    await insertTestBoard(suite.store.database.db, 'memory');
    const tab = suite.tab('memberA');
    const doc = await tab.opened('board/memory/party/ggd');
    await doc.save('bewaard');
    tab.destroy();
    await waitFor('it left', () => suite.server.collab.counters()['live_documents'] === 0);
    expect((await suite.tab('memberB').opened('board/memory/party/ggd')).log).toEqual(['bewaard']);
  });
});
