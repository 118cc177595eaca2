import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CLOSE } from '../../../shared/protocol/live.ts';
import { insertPeople, insertTestBoard } from '../../support/collabBoard.ts';
import { TestClient } from '../../support/collabClient.ts';
import { DATABASE_KINDS, type TestDatabase, testDatabase } from '../../support/collabDatabase.ts';
import { startTestServer } from '../../support/collabServer.ts';
import { faultyStore } from '../../support/storeFault.ts';
import { waitFor } from '../../support/waitFor.ts';

describe.each(DATABASE_KINDS)('stopping on %s', (kind) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await testDatabase(kind);
    await insertPeople(store.database.db);
  });
  afterAll(() => store.remove());

  test('in a busy session everything acknowledged is kept, people are told to come back, and they go on', async () => {
    await insertTestBoard(store.database.db, 'busy');
    const first = await startTestServer(store.database);
    const tabs = Array.from({ length: 8 }, () => new TestClient(first.url, 'memberA'));
    const docs = await Promise.all(tabs.map((tab) => tab.opened('board/busy/frame')));
    let typed = 0;
    const typing = setInterval(() => {
      for (const doc of docs) doc.add(`${typed++}`);
    }, 5);
    await waitFor('everyone types', () => typed > 200);
    const started = Date.now();
    await first.stop();
    expect(Date.now() - started).toBeLessThan(10_000);
    clearInterval(typing);
    for (const tab of tabs) expect(tab.closeCodes).toContain(CLOSE.restarting.code);
    const second = await startTestServer(store.database, { port: first.port });
    await Promise.all(docs.map((doc) => doc.synced()));
    await waitFor('everyone has everything', () => docs.every((doc) => doc.log.length === typed));
    expect(docs.every((doc) => doc.refusals === 0)).toBe(true);
    for (const tab of tabs) tab.destroy();
    await second.stop();
  });

  test('takes no longer than 10 s while the store is gone', async () => {
    await insertTestBoard(store.database.db, 'stuck');
    const faulty = await faultyStore(store);
    const server = await startTestServer(faulty.database);
    const tab = new TestClient(server.url, 'memberA', { delay: 60_000 });
    const frame = await tab.opened('board/stuck/frame');
    faulty.fail();
    frame.add('kwijt noch opgeslagen');
    await waitFor('it is seen', () => server.journal.state() === 'failing');
    const started = Date.now();
    await server.collab.close();
    await server.journal.close(1_000);
    expect(Date.now() - started).toBeLessThan(10_000);
    server.server.close();
    expect(frame.acknowledged).toBe(false);
    faulty.recover();
    tab.destroy();
    await faulty.close();
  });
});
