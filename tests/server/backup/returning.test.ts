import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DENIED } from '../../../shared/protocol/live.ts';
import { backupFolder, command } from '../../support/backups.ts';
import { insertPeople, insertTestBoard } from '../../support/collabBoard.ts';
import { TestClient } from '../../support/collabClient.ts';
import { DATABASE_KINDS, type TestDatabase, testDatabase } from '../../support/collabDatabase.ts';
import { startTestServer } from '../../support/collabServer.ts';
import { waitFor } from '../../support/waitFor.ts';

const token = (generation: number): string => JSON.stringify({ generation, schema: 1 });

describe.each(DATABASE_KINDS)('a client that is ahead of a restored backup (%s)', (kind) => {
  const made: TestDatabase[] = [];
  let folder: Awaited<ReturnType<typeof backupFolder>>;
  beforeAll(async () => {
    folder = await backupFolder();
  });
  afterAll(async () => {
    for (const store of made) await store.remove();
    await folder.remove();
  });
  const emptyStore = async (): Promise<TestDatabase> => {
    const store = await testDatabase(kind);
    made.push(store);
    return store;
  };

  test('is told so when it comes back, and nothing of what it holds gets in; also when one file is put back twice', async () => {
    const lost = await emptyStore();
    await insertPeople(lost.database.db);
    await insertTestBoard(lost.database.db, 'bord');
    const file = folder.path(`${kind}.gz`);
    const names = ['board/bord/frame', 'board/bord/party/ggd'] as const;
    let server = await startTestServer(lost.database);
    const clients: TestClient[] = [];
    const come = async (generation: number) => {
      const tab = new TestClient(server.url, 'memberA');
      clients.push(tab);
      return Promise.all(names.map((name) => tab.opened(name, token(generation))));
    };
    /** The store is gone; in its place stands what the backup holds. */
    const restore = async (): Promise<number> => {
      await server.stop();
      const store = await emptyStore();
      const restored = await command(['restore', file], store.settings);
      expect([restored.code, restored.err]).toEqual([0, '']);
      server = await startTestServer(store.database, { port: server.port });
      return restored.result.boards[0].generation;
    };

    const ahead = await come(1);
    for (const doc of ahead) await doc.save('voor');
    expect((await command(['backup', file], lost.settings)).code).toBe(0);
    for (const doc of ahead) await doc.save('na de back-up');
    const generation = await restore();
    for (const doc of ahead) doc.add('terwijl niemand luisterde');
    await waitFor('it is told', () => ahead.every(({ denied }) => denied === DENIED.olderGeneration));
    for (const doc of ahead) doc.add('alsof er niets is');

    const fresh = await come(generation);
    for (const doc of fresh) expect(doc.log).toEqual(['voor']);
    for (const doc of fresh) await doc.save('verder');

    // Whoever worked on after the first restore is ahead of the second.
    const second = await restore();
    expect(second).not.toBe(generation);
    await waitFor('they are told', () => fresh.every(({ denied }) => denied === DENIED.olderGeneration));
    const last = await come(second);
    for (const doc of last) expect(doc.log).toEqual(['voor']);
    for (const doc of last) await doc.save('nog eens');
    const [reader] = await come(second);
    expect(reader?.log).toEqual(['voor', 'nog eens']);
    for (const doc of ahead) expect(doc.acknowledged).toBe(false);
    for (const client of clients) client.destroy();
    await server.stop();
  });
});
