import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientAddress } from '../../../server/http/clientAddress.ts';
import { allowedOrigins } from '../../../server/http/origins.ts';
import { client } from '../../support/client.ts';
import { startServer, type TestServer } from '../../support/server.ts';

const PUBLIC = 'https://bord.gemeente.example';
const PASSWORD = 'een lang wachtwoord';

describe('behind a proxy with https', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite', variables: { PUBLIC_URL: `${PUBLIC}/`, TRUST_PROXY: '1' } });
    await server.person({ email: 'jet@proxy.example', password: PASSWORD });
  });
  afterAll(() => server.close());

  const signIn = (origin: string, headers = {}) =>
    client(server.url, origin).post('/session', { email: 'jet@proxy.example', password: PASSWORD }, headers);

  test('the cookie travels by https only, and a neighbouring name cannot set it', async () => {
    const { status, headers } = await signIn(PUBLIC);
    expect(status).toBe(200);
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-opbrengstenbord=\w{40}; HttpOnly; .*Path=\/; SameSite=Lax; Secure$/,
    );
    expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  test('only the public address is an origin; links lead to it', async () => {
    expect((await signIn(server.url)).status).toBe(403);
    const jet = await server.person();
    const { id } = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body;
    const body = { organisation: { name: 'X' }, role: 'member' };
    expect((await jet.post(`/boards/${id}/invitations`, body)).body.url).toMatch(`${PUBLIC}/uitnodiging/`);
  });

  test('wrong tries are counted for who is behind the proxy, whatever else the header says', async () => {
    const tries = async (forwarded: string) =>
      (
        await client(server.url, PUBLIC).post(
          '/session',
          { email: `${Math.random()}@x.example`, password: 'x' },
          { 'x-forwarded-for': forwarded },
        )
      ).status;
    let last = 401;
    for (let times = 0; times < 61; times += 1) last = await tries(`10.0.0.${times}, 192.0.2.1`);
    expect(last).toBe(429);
    expect(await tries('192.0.2.1, 192.0.2.2')).toBe(401);
  });
});

test.each([
  [0, '192.0.2.9', 'socket'],
  [1, '192.0.2.9', '192.0.2.9'],
  [1, '198.51.100.1, 192.0.2.9', '192.0.2.9'],
  [2, '198.51.100.1, 192.0.2.9', '198.51.100.1'],
  [2, '192.0.2.9', 'socket'],
  [1, undefined, 'socket'],
  [1, '2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
  [1, '2001:db8::7', '2001:db8:0:0::/64'],
  [1, '::ffff:192.0.2.9', '::ffff:192.0.2.9'],
])('with %i trusted proxies, X-Forwarded-For %s is %s', (proxies, forwarded, address) => {
  const request = { socket: { remoteAddress: 'socket' }, headers: { 'x-forwarded-for': forwarded } };
  expect(clientAddress(request as unknown as IncomingMessage, proxies)).toBe(address);
});

test("one's own machine has several names, a real address has one", () => {
  expect([...allowedOrigins('http://localhost:3000')]).toEqual([
    'http://localhost:3000',
    'http://127.0.0.1:3000',
    'http://[::1]:3000',
  ]);
  expect([...allowedOrigins('https://bord.gemeente.nl')]).toEqual(['https://bord.gemeente.nl']);
});
