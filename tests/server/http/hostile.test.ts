import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';

describe('requests that nobody of ours sends', () => {
  let server: TestServer;
  let jet: TestPerson;
  let boardId: string;
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite' });
    jet = await server.person();
    boardId = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body.id;
  });
  afterAll(() => server.close());

  test.each(['https://evil.example', 'null', 'http://localhost', 'http://localhost.evil.example:3000'])(
    'another origin changes nothing: %s',
    async (origin) => {
      const answers = await Promise.all([
        jet.post('/boards', { title: 'X', template: 'leeg' }, { origin }),
        jet.patch(`/boards/${boardId}`, { title: 'X' }, { origin }),
        jet.remove('/session', { origin }),
        server.stranger().post('/session', { email: 'a@b.nl', password: 'x' }, { origin }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
      expect((await jet.get(`/boards/${boardId}`)).body.title).toBe('Bord');
    },
  );

  test('a form of another site changes nothing', async () => {
    const asForm = { 'content-type': 'text/plain', origin: server.product.publicUrl };
    const body = JSON.stringify({ title: 'X', template: 'leeg' });
    expect((await jet.post('/boards', body, asForm)).status).toBe(400);
    const address = `${server.url}/api/v1/boards`;
    const headers = { cookie: jet.cookie(), 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' };
    expect((await fetch(address, { method: 'POST', headers, body })).status).toBe(403);
  });

  test('a program that is no browser needs no origin', async () => {
    const headers = { cookie: jet.cookie(), 'content-type': 'application/json' };
    const body = JSON.stringify({ title: 'Per programma', template: 'leeg' });
    expect((await fetch(`${server.url}/api/v1/boards`, { method: 'POST', headers, body })).status).toBe(201);
  });

  test.each([
    ['no JSON', '{"title": '],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '7'],
    ['nothing', ''],
  ])('a body that is %s is invalid input', async (_what, body) => {
    const answer = await jet.post('/boards', body, { 'content-type': 'application/json' });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalidInput' } });
  });

  test('a body that is too large is not read', async () => {
    const answer = await jet.post('/boards', { title: 'x'.repeat(70_000), template: 'leeg' });
    expect(answer).toMatchObject({ status: 413, body: { code: 'payloadTooLarge' } });
  });

  test.each([
    '/boards/..%2f..%2fetc',
    '/boards/%00',
    '/boards/a:b',
    `/boards/${'a'.repeat(65)}`,
    '/boards/%F0%9F%92%A9',
  ])('an id that is none names no board: %s', async (path) => {
    const { status } = await jet.get(path);
    expect([400, 404]).toContain(status);
  });

  test('an address that is none is a problem in JSON', async () => {
    for (const path of ['/nergens', '/boards/x/nergens', '/session/nergens/verder']) {
      const answer = await jet.get(path);
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({
        code: 'notFound',
        status: 404,
        type: 'urn:opbrengstenbord:problem:notFound',
      });
    }
    expect(
      (await fetch(`${server.url}/api/v1/boards`, { method: 'PUT', headers: { origin: server.product.publicUrl } }))
        .status,
    ).toBe(404);
  });

  test('a path with dots leads to no file', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const path = '/assets/../../../package.json';
      const { port } = new URL(server.url);
      httpRequest({ port, host: '127.0.0.1', path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });

  test('every answer carries the headers that protect the page', async () => {
    const answers = [await jet.get('/boards'), await jet.get('/nergens'), await jet.post('/boards', '[')];
    const page = await fetch(`${server.url}/bord/x`);
    for (const headers of [...answers.map((answer) => answer.headers), page.headers]) {
      const policy = headers.get('content-security-policy');
      expect(policy).toContain("script-src 'self';");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
    expect((await jet.get('/boards')).headers.get('cache-control')).toBe('no-store');
  });

  test('SQL in every field is text', async () => {
    const evil = `x'; drop table users; --`;
    expect((await server.stranger().post('/session', { email: 'a@b.nl', password: evil })).status).toBe(401);
    expect((await jet.get(`/invitations/${encodeURIComponent(evil)}`)).status).toBe(404);
    expect(
      (await jet.post(`/boards/${boardId}/invitations`, { organisation: { name: evil }, role: 'member' })).body
        .organisation.name,
    ).toBe(evil);
    expect((await jet.get('/session')).status).toBe(200);
  });
});
