import { type AddressInfo, connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer as startProduct } from '../../../server/build.ts';
import { readSettings } from '../../../server/env.ts';
import { TestClient } from '../../support/collabClient.ts';
import { QUIET } from '../../support/collabServer.ts';
import { emptyStore, startServer, type TestPerson, type TestServer } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';

const TOKEN = 'een-lang-geheim-van-de-beheerder';

describe('metrics', () => {
  let server: TestServer;
  let jet: TestPerson;
  let boardId: string;
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
    jet = await server.person({ name: 'Jet van de Meting' });
    boardId = (await jet.post('/boards', { title: 'Meetbord', template: 'leeg' })).body.id;
  });
  afterAll(() => server.close());
  const metrics = async (): Promise<string> => (await fetch(`${server.url}/metrics`)).text();

  test('every metric is described, has a type and only numbers', async () => {
    const text = await metrics();
    const described = new Map<string, string>();
    for (const line of text.trimEnd().split('\n')) {
      const help = /^# HELP (opbrengstenbord_\w+) (.+\.)$/.exec(line);
      const type = /^# TYPE (opbrengstenbord_\w+) (counter|gauge|histogram)$/.exec(line);
      const sample = /^(opbrengstenbord_\w+?)(?:_bucket|_sum|_count)?(?:\{[^{}]*\})? ([0-9.e+-]+)$/.exec(line);
      if (help) described.set(help[1]!, 'help');
      else if (type) expect(described.get(type[1]!), line).toBe('help');
      else expect(sample, line).not.toBeNull();
      if (sample)
        expect(
          [...described.keys()].some((name) => line.startsWith(name)),
          line,
        ).toBe(true);
    }
    expect(described.size).toBeGreaterThan(20);
  });

  test('an edit is timed from receiving it to its acknowledgement, and so is its commit', async () => {
    const cookie = jet.cookie();
    const url = `${server.url.replace('http', 'ws')}/collab`;
    const tab = new TestClient(url, undefined, { cookie, origin: server.product.publicUrl });
    const frame = await tab.opened(`board/${boardId}/frame`);
    const count = (text: string, name: string): number =>
      Number(new RegExp(`^opbrengstenbord_${name} (\\S+)$`, 'm').exec(text)?.[1]);
    const before = await metrics();
    for (const text of ['een', 'twee', 'drie']) await frame.save(text);
    const after = await metrics();
    tab.destroy();
    for (const name of [
      'live_acknowledgement_seconds_count',
      'journal_commit_seconds_count',
      'journal_commit_rows_sum',
      'live_updates_total',
    ]) {
      expect(count(after, name) - count(before, name), name).toBe(3);
    }
    // An acknowledgement waits for its commit.
    const seconds = (name: string): number => count(after, name) - count(before, name);
    expect(seconds('live_acknowledgement_seconds_sum')).toBeGreaterThan(seconds('journal_commit_seconds_sum'));
    expect(count(after, 'journal_waiting_rows')).toBe(0);
    expect(count(after, 'live_sockets')).toBe(1);
  });

  test('requests are counted by template; nobody and no board is named', async () => {
    await jet.get(`/boards/${boardId}`);
    await jet.get('/boards/bestaat-niet');
    await server.stranger().get('/invitations/geheime-uitnodiging');
    await fetch(`${server.url}/aanmelden/link/geheim-in-het-adres`);
    const text = await metrics();
    const label = (method: string, route: string, status: string): RegExp =>
      new RegExp(
        `^opbrengstenbord_http_requests_total\\{method="${method}",route="${route}",status="${status}"\\} \\d+$`,
        'm',
      );
    expect(text).toMatch(label('GET', '/api/v1/boards/:boardId', '2xx'));
    expect(text).toMatch(label('GET', '/api/v1/boards/:boardId', '4xx'));
    expect(text).toMatch(label('POST', '/api/v1/boards', '2xx'));
    for (const secret of [boardId, jet.person.id, 'geheim', 'bestaat-niet', 'Meetbord', 'Jet van', 'ggd'])
      expect(text).not.toContain(secret);
    // Addresses that are made up make no new lines.
    const lines = text.split('\n').length;
    for (let count = 0; count < 20; count += 1) await jet.get(`/nergens/${count}`);
    expect((await metrics()).split('\n').length).toBeLessThanOrEqual(lines + 1);
  });

  test('are hidden from who comes through a proxy', async () => {
    for (const header of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) {
      const answer = await fetch(`${server.url}/metrics`, { headers: { [header]: '127.0.0.1' } });
      expect(answer.status, header).toBe(404);
    }
  });

  test('behind a trusted proxy are for this machine, with a token for who knows it', async () => {
    const variables = { TRUST_PROXY: '1' };
    const behind = await startServer({ database: 'sqlite', variables });
    const from = async (address: string): Promise<number> =>
      (await fetch(`${behind.url}/metrics`, { headers: { 'x-forwarded-for': address } })).status;
    expect([await from('203.0.113.9'), await from('127.0.0.1')]).toEqual([404, 200]);
    await behind.close();
    const guarded = await startServer({ database: 'sqlite', variables: { METRICS_TOKEN: TOKEN } });
    const ask = async (headers: Record<string, string>): Promise<number> =>
      (await fetch(`${guarded.url}/metrics`, { headers })).status;
    expect(await ask({})).toBe(401);
    expect(await ask({ authorization: `Bearer ${TOKEN}x` })).toBe(401);
    expect(await ask({ authorization: `Bearer ${TOKEN}`, 'x-forwarded-for': '203.0.113.9' })).toBe(200);
    await guarded.close();
  });
});

describe('readiness', () => {
  test('is denied while the database is still being opened, and the process says that it lives', async () => {
    // A database that takes the connection and never answers.
    const silent = createServer((socket) => socket.on('error', () => undefined));
    const port = await new Promise<number>((resolve) => {
      silent.listen(0, '127.0.0.1', () => resolve((silent.address() as AddressInfo).port));
    });
    const free = createServer();
    const own = await new Promise<number>((resolve) => {
      free.listen(0, '127.0.0.1', () => resolve((free.address() as AddressInfo).port));
    });
    await new Promise((resolve) => free.close(resolve));
    const store = await emptyStore('sqlite');
    const variables = { ...store.variables, PORT: String(own), DATABASE_URL: `postgres://x@127.0.0.1:${port}/x` };
    const opened = new Promise<{ destroy: () => void }>((resolve) => silent.once('connection', resolve));
    const start = startProduct(readSettings(variables), QUIET);
    const failed = expect(start).rejects.toThrow();
    const database = await opened;
    const status = async (path: string): Promise<number> => (await fetch(`http://127.0.0.1:${own}${path}`)).status;
    expect([await status('/readyz'), await status('/healthz'), await status('/metrics')]).toEqual([503, 200, 503]);
    database.destroy();
    await failed;
    silent.close();
    await store.remove();
  });

  test('is denied to who asks while the process stops', async () => {
    const server = await startServer({ database: 'sqlite' });
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
    const { port } = new URL(server.url);
    const socket = connect(Number(port), '127.0.0.1');
    let answer = '';
    socket.on('data', (data) => {
      answer += data;
    });
    // The second request has begun when the first is answered, so that the connection is not idle.
    socket.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /readyz HTTP/1.1\r\nHost: x\r\n');
    await waitFor('the first answer', () => answer.includes('200 OK'));
    const closed = server.close();
    socket.write('Connection: close\r\n\r\n');
    await waitFor('the second answer', () => answer.includes('HTTP/1.1 503 ') || socket.destroyed);
    expect(answer).toContain('HTTP/1.1 503 ');
    await closed;
  });
});
