import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { backupFolder, command } from '../../support/backups.ts';
import { TestClient } from '../../support/collabClient.ts';
import { DATABASE_KINDS, type DatabaseKind, type TestDatabase, testDatabase } from '../../support/collabDatabase.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';

const OTHER: { readonly [kind in DatabaseKind]: DatabaseKind } = { sqlite: 'postgres', postgres: 'sqlite' };

describe.each(DATABASE_KINDS)('the audit log, beside HTTP (%s)', (database) => {
  let server: TestServer;
  let jet: TestPerson;
  let other: TestDatabase;
  let folder: Awaited<ReturnType<typeof backupFolder>>;
  beforeAll(async () => {
    [server, other, folder] = await Promise.all([
      startServer({ database }),
      testDatabase(OTHER[database]),
      backupFolder(),
    ]);
    jet = await server.person();
  });
  afterAll(async () => {
    await server.close();
    await other.remove();
    await folder.remove();
  });

  const rows = (of = server.product.services.db) =>
    of.selectFrom('auditEvents').selectAll().orderBy('sequence').execute();

  // L3
  test('tells of edits that a socket refused, once and as a sum', async () => {
    const boardId = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body.id;
    const reader = await server.onBoard(boardId, 'viewer');
    const { generation, schema, documents } = (await reader.get(`/boards/${boardId}`)).body;
    const { url, publicUrl } = server.product;
    const socket = `${url.replace('http', 'ws')}/collab`;
    const tab = new TestClient(socket, undefined, { cookie: reader.cookie(), origin: publicUrl });
    const doc = await tab.opened(documents[0].name, JSON.stringify({ generation, schema }));
    for (const text of ['een', 'twee', 'drie']) doc.add(text);
    await waitFor('three refusals', () => doc.refusals >= 3);
    tab.destroy();
    const refused = async () => (await rows()).filter(({ action }) => action === 'refused.edit');
    await waitFor('the event', async () => (await refused()).length > 0);
    await server.product.services.audit.writeSums(true);
    const events = await refused();
    expect(events.map(({ boardId: on, actorId, address }) => [on, actorId, address])).toEqual(
      Array(2).fill([boardId, reader.person.id, '127.0.0.1']),
    );
    const detail = { document: 'frame', reason: 'may-not-write' };
    expect(events.map((event) => JSON.parse(event.detail))).toEqual([detail, { ...detail, times: 2 }]);
  });

  // L2
  test('comes back with a backup and goes on from there; a store with nothing but a log is empty', async () => {
    const file = folder.path('bord.gz');
    const { DATA_DIR: dataDir = '', DATABASE_URL: databaseUrl } = server.store.variables;
    const settings = { dataDir, databaseUrl };
    await command(['backup', file], settings);
    expect((await rows()).at(-1)).toMatchObject({ action: 'data.backedUp', actorKind: 'operator' });
    await command(['backup', file], settings);
    await command(['organisation', 'create', '--name', 'Even'], other.settings);
    await other.database.db.deleteFrom('organisations').execute();
    expect(await rows(other.database.db)).toHaveLength(1);

    const restored = await command(['restore', file], other.settings);
    expect([restored.code, restored.err]).toEqual([0, '']);
    const before = (await rows()).slice(0, -1);
    const after = await rows(other.database.db);
    expect(after.slice(0, -1)).toEqual(before);
    expect(after.at(-1)).toMatchObject({ action: 'data.restored', sequence: before.length + 1 });
    expect(JSON.parse(after.at(-1)?.detail ?? '')).toMatchObject({ dropped: 1 });
    for (const store of [settings, other.settings]) {
      expect((await command(['check'], store)).result.findings).toEqual([]);
    }
  });
});
