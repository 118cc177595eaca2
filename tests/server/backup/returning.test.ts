import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Db } from '../../../server/db/database.ts';
import { DENIED } from '../../../shared/protocol/live.ts';
import { backupFolder, command } from '../../support/backups.ts';
import { insertPeople, insertTestBoard } from '../../support/collabBoard.ts';
import { TestClient } from '../../support/collabClient.ts';
import { DATABASE_KINDS, type DatabaseKind, type TestDatabase, testDatabase } from '../../support/collabDatabase.ts';
import { startTestServer } from '../../support/collabServer.ts';
import { waitFor } from '../../support/waitFor.ts';

const NAMES = ['board/bord/frame', 'board/bord/party/ggd'] as const;
const OTHER: { readonly [kind in DatabaseKind]: DatabaseKind } = { sqlite: 'postgres', postgres: 'sqlite' };

/** What the journal of a store says that each document held at a number. */
async function logsAt(db: Db, sequence: number): Promise<string[][]> {
  const rows = await db.selectFrom('journal').selectAll().where('boardId', '=', 'bord').orderBy('sequence').execute();
  return NAMES.map((name) => {
    const doc = new Y.Doc();
    const own = rows.filter((row) => row.sequence <= sequence && name.endsWith(`/${row.document}`));
    for (const { update } of own) Y.applyUpdate(doc, update);
    return doc.getArray<string>('log').toArray();
  });
}

const token = (generation: number): string => JSON.stringify({ generation, schema: 1 });

describe.each(DATABASE_KINDS)('clients that are ahead of a backup of %s', (kind) => {
  const made: TestDatabase[] = [];
  let folder: Awaited<ReturnType<typeof backupFolder>>;
  beforeAll(async () => {
    folder = await backupFolder();
  });
  afterAll(async () => {
    for (const store of made) await store.remove();
    await folder.remove();
  });
  const emptyStore = async (of: DatabaseKind): Promise<TestDatabase> => {
    const store = await testDatabase(of);
    made.push(store);
    return store;
  };

  test(`are told so, and nothing of what they hold gets in: on ${OTHER[kind]}, and when one file is put back twice`, async () => {
    const lost = await emptyStore(kind);
    await insertPeople(lost.database.db);
    await insertTestBoard(lost.database.db, 'bord');
    const file = folder.path(`${kind}.gz`);
    let server = await startTestServer(lost.database);
    const clients: TestClient[] = [];
    const come = async (user: string, generation: number) => {
      const tab = new TestClient(server.url, user);
      clients.push(tab);
      return Promise.all(NAMES.map((name) => tab.opened(name, token(generation))));
    };
    /** The store is gone; in its place stands what the backup holds, in a store of another kind. */
    const restore = async (of: DatabaseKind) => {
      await server.stop();
      const store = await emptyStore(of);
      const restored = await command(['restore', file], store.settings);
      expect([restored.code, restored.err]).toEqual([0, '']);
      server = await startTestServer(store.database, { port: server.port });
      return { generation: Number(restored.result.boards[0].generation), db: store.database.db };
    };

    const ahead = [...(await come('memberA', 1)), ...(await come('facilitator', 1))];
    for (const doc of ahead) await doc.save('voor');
    let typed = 0;
    const typing = setInterval(() => {
      for (const doc of ahead) doc.add(`onder het werk ${typed++}`);
    }, 5);
    await waitFor('they write', () => typed > 20);
    const backup = await command(['backup', file], lost.settings);
    expect([backup.code, backup.err]).toEqual([0, '']);
    const before = typed;
    await waitFor('they write on', () => typed > before + 20);
    clearInterval(typing);
    for (const doc of ahead) await doc.save('na de back-up');
    const { sequence } = backup.result.boards[0];
    const expected = await logsAt(lost.database.db, sequence);
    const all = await logsAt(lost.database.db, Number.MAX_SAFE_INTEGER);
    for (const [index, log] of expected.entries()) {
      expect(log).toContain('voor');
      expect(all[index]?.length).toBeGreaterThan(log.length);
    }

    const first = await restore(OTHER[kind]);
    for (const doc of ahead) doc.add('terwijl niemand luisterde');
    await waitFor('they are told', () => ahead.every(({ denied }) => denied === DENIED.olderGeneration));
    for (const doc of ahead) doc.add('alsof er niets is');
    const fresh = await come('memberA', first.generation);
    expect(fresh.map(({ log }) => log)).toEqual(expected);
    for (const doc of fresh) await doc.save('verder');

    // Whoever worked on after the first restore is ahead of the second.
    const second = await restore(kind);
    expect(second.generation).not.toBe(first.generation);
    await waitFor('they are told', () => fresh.every(({ denied }) => denied === DENIED.olderGeneration));
    const last = await come('facilitator', second.generation);
    expect(last.map(({ log }) => log)).toEqual(expected);
    for (const doc of last) await doc.save('nog eens');
    const now = (await come('memberA', second.generation)).map(({ log }) => log);
    expect(now).toEqual(expected.map((log) => [...log, 'nog eens']));
    expect(await logsAt(second.db, Number.MAX_SAFE_INTEGER)).toEqual(now);
    for (const doc of ahead) expect(doc.acknowledged).toBe(false);
    for (const client of clients) client.destroy();
    await server.stop();
  });
});
