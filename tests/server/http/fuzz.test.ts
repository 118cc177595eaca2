import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { Dice } from '../../support/dice.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';

const REQUESTS = 1_000;
const METHODS = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'PROPFIND'];
const ODD = ['', '%00', '%', '%ff', '%2e%2e', '..', '__proto__', 'constructor', "' or 1=1 --", '😀', 'x'.repeat(500)];
const STRINGS = ['', 'tekst', '\0', '\ud800', '😀', "'; drop table users; --", 'x'.repeat(10_000), '__proto__'];
const TYPES = ['application/json', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', 'x', ''];
const BROKEN = ['', '{', '[1,', 'null', '"x', '{"a":1}}', '\ufeff{}', '[]', '0', '{"__proto__":{"admin":true}}'];

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

function send(url: string, method: string, path: string, headers: object, body: string | undefined): Promise<Answer> {
  const { port } = new URL(url);
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', method, path, headers: { ...headers } }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', body: text }),
      );
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

describe.each(DATABASE_KINDS)('requests at random on %s', (database) => {
  let server: TestServer;
  let jet: TestPerson;
  let boardId: string;
  beforeAll(async () => {
    server = await startServer({ database });
    jet = await server.person();
    boardId = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body.id;
  });
  afterAll(() => server.close());

  /** Every path and method that the product describes, with the fields that each takes. */
  async function described(): Promise<{ path: string; method: string; fields: string[] }[]> {
    const { paths } = (await jet.get('/openapi.json')).body;
    return Object.entries(paths as Record<string, Record<string, object>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => {
        const fields = [...JSON.stringify(operation).matchAll(/"properties":\{"(\w+)"|,"(\w+)":\{"type"/g)];
        return { path, method: method.toUpperCase(), fields: fields.map(([, one, two]) => one ?? two ?? '') };
      }),
    );
  }

  function value(dice: Dice, depth = 0): unknown {
    switch (dice.below(depth < 3 ? 7 : 5)) {
      case 0:
        return dice.pick([null, true, false]);
      case 1:
        return dice.pick([0, -1, 1.5, 2 ** 53, 1e308, -0]);
      case 2:
      case 3:
        return dice.pick(STRINGS);
      case 4:
        return boardId;
      case 5:
        return Array.from({ length: dice.below(4) }, () => value(dice, depth + 1));
      default:
        return Object.fromEntries(
          Array.from({ length: dice.below(4) }, () => [dice.pick(STRINGS), value(dice, depth + 1)]),
        );
    }
  }

  test.each([1])(`seed %i: ${REQUESTS} of them never fail inside, and tell nothing of the inside`, async (seed) => {
    const dice = new Dice(seed);
    const routes = await described();
    const statuses = new Map<number, number>();
    for (let count = 0; count < REQUESTS; count += 1) {
      const route = dice.pick(routes);
      const odd = (): string => encodeURI(dice.pick(ODD)).replaceAll('%25', '%');
      const parameter = (): string => (dice.chance(0.5) ? boardId : odd());
      const path = dice.chance(0.9)
        ? `/api/v1${route.path.replaceAll(/\{\w+\}/g, parameter)}`
        : `/${Array.from({ length: 1 + dice.below(4) }, odd).join('/')}`;
      const method = dice.chance(0.8) ? route.method : dice.pick(METHODS);
      // Signing out or leaving would end the run for whoever asks.
      const isSignedIn = dice.chance(0.6) && !(method === 'DELETE' || path.includes('/session'));
      const headers = {
        ...(isSignedIn && { cookie: jet.cookie() }),
        ...(dice.chance(0.1) && {
          cookie: `opbrengstenbord=${dice.pick(['', 'x', 'x'.repeat(4_000), '%00', ';;=;'])}`,
        }),
        ...(dice.chance(0.8) && { origin: server.product.publicUrl }),
        ...(dice.chance(0.2) && { authorization: dice.pick(['Bearer ', 'Bearer x', 'Basic eDp5', 'x']) }),
        'content-type': dice.chance(0.8) ? 'application/json' : dice.pick(TYPES),
        accept: dice.pick(['*/*', 'application/json', 'x', '']),
        'x-forwarded-for': dice.pick(['', '1.2.3.4', '::', 'x, , y', "'"]),
        'accept-encoding': dice.pick(['gzip', 'br', 'x;q=2', '']),
      };
      const fields = route.fields.map((field) => [field, value(dice)]);
      const body = dice.chance(0.2)
        ? dice.pick(BROKEN)
        : JSON.stringify(dice.chance(0.7) ? Object.fromEntries(fields) : value(dice));
      const hasBody = !['GET', 'HEAD', 'TRACE'].includes(method);
      const answer = await send(server.url, method, path, headers, hasBody ? body : undefined);
      const what = `${count}: ${method} ${path} ${body.slice(0, 200)} → ${answer.body.slice(0, 300)}`;
      expect(answer.status, what).toBeLessThan(500);
      expect(answer.body, what).not.toMatch(/node_modules|\.ts:\d|\bat \w+ \(|SQLITE|select .* from/i);
      const isProblem = answer.status >= 400 && answer.type.includes('json') && method !== 'HEAD';
      if (isProblem) expect(answer.body, what).toContain('"code"');
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    }
    // It got past the first check often enough to mean something.
    expect(statuses.get(400) ?? 0).toBeGreaterThan(50);
    expect((statuses.get(200) ?? 0) + (statuses.get(201) ?? 0)).toBeGreaterThan(50);
    expect((await jet.get(`/boards/${boardId}`)).status).toBe(200);
  });
});
