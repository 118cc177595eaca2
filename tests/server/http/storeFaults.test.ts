import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { emptyStore, startServer, type TestPerson, type TestServer } from '../../support/server.ts';
import { tcpProxy } from '../../support/tcpProxy.ts';
import { waitFor } from '../../support/waitFor.ts';

const PASSWORD = 'een lang wachtwoord';

/** A store that can be taken away: on PostgreSQL the wire is cut, on SQLite another program keeps the place of the writer. */
async function fallible(database: (typeof DATABASE_KINDS)[number]) {
  const store = await emptyStore(database);
  if (database === 'sqlite') {
    const server = await startServer({ database, store });
    const other = new SqliteConnection(join(store.variables['DATA_DIR']!, 'opbrengstenbord.sqlite'));
    const close = async (): Promise<void> => {
      other.close();
      await server.close();
    };
    return { server, fail: () => other.exec('begin immediate'), recover: () => other.exec('rollback'), close };
  }
  const url = new URL(store.variables['DATABASE_URL']!);
  const proxy = await tcpProxy(url.hostname, Number(url.port || 5432));
  url.hostname = '127.0.0.1';
  url.port = String(proxy.port);
  const server = await startServer({ database, store, variables: { DATABASE_URL: url.href } });
  const close = async (): Promise<void> => {
    proxy.mend();
    await server.close();
    await proxy.close();
  };
  return { server, fail: proxy.cut, recover: proxy.mend, close };
}

describe.each(DATABASE_KINDS)('while the store fails (%s)', (database) => {
  let store: Awaited<ReturnType<typeof fallible>>;
  let server: TestServer;
  let jet: TestPerson;
  let boardId: string;
  beforeAll(async () => {
    store = await fallible(database);
    server = store.server;
    jet = await server.person({ password: PASSWORD, email: 'jet@storing.example' });
    boardId = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body.id;
  });
  afterAll(() => store.close());

  test('writing is answered by a problem, the process stays up, and everything works again afterwards', async () => {
    store.fail();
    const answers = await Promise.all([
      jet.patch(`/boards/${boardId}`, { title: 'Niet bewaard' }),
      jet.post(`/boards/${boardId}/invitations`, { organisation: { name: 'X' }, role: 'member' }),
      server.stranger().post('/session', { email: 'jet@storing.example', password: PASSWORD }),
    ]);
    for (const { status, body, headers } of answers) {
      expect(status).toBe(503);
      expect(body.code).toBe('storeUnavailable');
      expect(headers.get('retry-after')).toBe('5');
    }
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    const ready = (await fetch(`${server.url}/readyz`)).status;
    const reading = (await jet.get('/boards')).status;
    expect([ready, reading]).toEqual(database === 'postgres' ? [503, 503] : [503, 200]);

    store.recover();
    await waitFor('the store', async () => (await fetch(`${server.url}/readyz`)).status === 200);
    expect((await jet.get(`/boards/${boardId}`)).body.title).toBe('Bord');
    expect((await jet.patch(`/boards/${boardId}`, { title: 'Bewaard' })).body.title).toBe('Bewaard');
    const again = await server.stranger().post('/session', { email: 'jet@storing.example', password: PASSWORD });
    expect(again.status).toBe(200);
  });
});
