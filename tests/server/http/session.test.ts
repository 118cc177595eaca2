import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSignInLink } from '../../../server/services/makeSignInLink.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';

const PASSWORD = 'een lang wachtwoord';

describe.each(DATABASE_KINDS)('signing in (%s)', (database) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ database });
  });
  afterAll(() => server.close());

  const tokenFor = async (userId: string): Promise<string> =>
    (await makeSignInLink(server.product.services, userId)).split('/').at(-1)!;

  test('by password', async () => {
    const { person } = await server.person({ password: PASSWORD, email: 'Jet@Voorbeeld.example' });
    const browser = server.stranger();
    const answer = await browser.post('/session', { email: ' jet@voorbeeld.EXAMPLE', password: PASSWORD });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ user: { id: person.id, email: 'jet@voorbeeld.example' }, hasPassword: true });
    expect(answer.headers.get('set-cookie')).toMatch(/^opbrengstenbord=\w{40}; HttpOnly; .*SameSite=Lax/);
    expect((await browser.get('/session')).body.user.id).toBe(person.id);
  });

  test('the same answer for a wrong password, an unknown address and an account without password', async () => {
    await server.person({ password: PASSWORD, email: 'wel@voorbeeld.example' });
    await server.person({ email: 'zonder@voorbeeld.example' });
    const bodies = await Promise.all(
      ['wel', 'niemand', 'zonder'].map(async (name) => {
        const answer = await server.stranger().post('/session', { email: `${name}@voorbeeld.example`, password: 'x' });
        expect(answer.status).toBe(401);
        expect(answer.headers.get('set-cookie')).toBeNull();
        return answer.text;
      }),
    );
    expect(new Set(bodies).size).toBe(1);
  });

  test('nobody is signed in without a cookie, with a forged one, or with the stored hash', async () => {
    const { cookie } = await server.person();
    const stored = await server.product.services.db.selectFrom('sessions').select('idHash').execute();
    const name = cookie().split('=')[0];
    for (const value of ['', 'x', 'a'.repeat(40), ...stored.map(({ idHash }) => idHash)]) {
      const answer = await server.stranger().get('/session', { cookie: `${name}=${value}` });
      expect(answer.status).toBe(401);
      expect(answer.body.code).toBe('notSignedIn');
    }
  });

  test('a cookie that was planted before signing in gets no rights by it', async () => {
    const victim = await server.person({ password: PASSWORD, email: 'doel@voorbeeld.example' });
    const planted = `opbrengstenbord=${'p'.repeat(40)}`;
    const credentials = { email: 'doel@voorbeeld.example', password: PASSWORD };
    const answer = await server.stranger().post('/session', credentials, { cookie: planted });
    expect(answer.headers.get('set-cookie')).not.toContain('pppp');
    expect((await server.stranger().get('/session', { cookie: planted })).status).toBe(401);

    const attacker = await server.person();
    const mixed = await server.stranger().post('/session', credentials, { cookie: attacker.cookie() });
    expect(mixed.body.user.id).toBe(victim.person.id);
    expect((await attacker.get('/session')).status).toBe(401);
  });

  test('the raw session id and the raw link token stand nowhere in the database', async () => {
    const { cookie, person } = await server.person();
    const id = cookie().split('=')[1]!;
    const token = await tokenFor(person.id);
    const { db } = server.product.services;
    const tables = ['sessions', 'signInLinks', 'users', 'invitations'] as const;
    const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
    const all = JSON.stringify(rows);
    expect(all).toContain(person.id);
    expect(all).not.toContain(id);
    expect(all).not.toContain(token);
    if (database === 'sqlite') {
      const folder = server.store.variables['DATA_DIR']!;
      for (const file of await readdir(folder)) {
        if (!file.includes('.sqlite')) continue;
        const bytes = await readFile(join(folder, file), 'latin1');
        expect(bytes.includes(id) || bytes.includes(token)).toBe(false);
      }
    }
  });

  test('signing out ends the session, not only the cookie', async () => {
    const me = await server.person();
    const kept = me.cookie();
    expect((await me.remove('/session')).status).toBe(204);
    expect(me.cookie()).toBe('');
    expect((await server.stranger().get('/session', { cookie: kept })).status).toBe(401);
  });

  test('a session that is used lives on, one that is not ends', async () => {
    const me = await server.person();
    const { db } = server.product.services;
    const inDays = (days: number) => ({ expiresAt: Math.floor(Date.now() / 1000) + days * 86_400 });
    expect((await me.get('/session')).headers.get('set-cookie')).toBeNull();
    await db.updateTable('sessions').set(inDays(10)).where('userId', '=', me.person.id).execute();
    const renewed = await me.get('/session');
    expect(renewed.headers.get('set-cookie')).toContain(`${me.cookie()}; HttpOnly; Max-Age=2592000;`);
    const rows = await db.selectFrom('sessions').selectAll().where('userId', '=', me.person.id).execute();
    expect(rows).toHaveLength(1);
    expect(rows[0]!.expiresAt).toBeGreaterThan(inDays(29).expiresAt);
    await db.updateTable('sessions').set(inDays(-1)).where('userId', '=', me.person.id).execute();
    expect((await me.get('/session')).status).toBe(401);
    expect(await db.selectFrom('sessions').selectAll().where('userId', '=', me.person.id).execute()).toEqual([]);
  });

  test('opening a sign-in link uses nothing up; its button does, once', async () => {
    const { person } = await server.person({ name: 'Joke' });
    const token = await tokenFor(person.id);
    const scanner = server.stranger();
    for (let times = 0; times < 3; times += 1) {
      expect((await scanner.get(`/session/link/${token}`)).body).toEqual({ name: 'Joke' });
      expect((await scanner.get(`/api/../aanmelden/link/${token}`)).headers.get('set-cookie')).toBeNull();
    }
    expect(scanner.cookie()).toBe('');
    const browser = server.stranger();
    expect((await browser.post('/session/link', { token })).body.user.id).toBe(person.id);
    expect((await browser.get('/session')).status).toBe(200);
    const again = await server.stranger().post('/session/link', { token });
    expect(again).toMatchObject({ status: 410, body: { code: 'linkUsed' } });
    expect((await scanner.get(`/session/link/${token}`)).body.code).toBe('linkUsed');
  });

  test('of two who press at the same moment one comes in', async () => {
    const { person } = await server.person();
    const token = await tokenFor(person.id);
    const answers = await Promise.all([1, 2, 3, 4].map(() => server.stranger().post('/session/link', { token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
  });

  test('an expired or invented link signs nobody in', async () => {
    const { person } = await server.person();
    const { services } = server.product;
    const longAgo = { ...services, now: () => new Date(Date.now() - 8 * 24 * 3_600_000) };
    const old = (await makeSignInLink(longAgo, person.id)).split('/').at(-1);
    expect((await server.stranger().post('/session/link', { token: old })).body.code).toBe('linkExpired');
    const forged = await server.stranger().post('/session/link', { token: 'A'.repeat(43) });
    expect(forged).toMatchObject({ status: 404, body: { code: 'notFound' } });
  });

  test('a mailed link comes to a known address only, and the answer does not tell which', async () => {
    await server.person({ email: 'post@voorbeeld.example' });
    const known = await server.stranger().post('/sign-in-links', { email: 'POST@voorbeeld.example' });
    const unknown = await server.stranger().post('/sign-in-links', { email: 'geen@voorbeeld.example' });
    expect([known.status, known.text]).toEqual([unknown.status, unknown.text]);
    expect(known.status).toBe(202);
    const outbox = join(server.store.variables['DATA_DIR']!, 'outbox');
    const letters = async (): Promise<string[]> =>
      (await readdir(outbox).catch(() => [])).filter((name) => /^[^.].*\.eml$/.test(name));
    await waitFor('a letter', async () => (await letters()).length > 0);
    expect(await letters()).toHaveLength(1);
    const letter = await simpleParser(await readFile(join(outbox, (await letters())[0]!)));
    expect(letter.to).toMatchObject({ text: 'post@voorbeeld.example' });
    const token = /aanmelden\/link\/([\w-]+)/.exec(letter.text!)![1];
    expect((await server.stranger().post('/session/link', { token })).status).toBe(200);
  });

  test('who takes an account by mail ends what someone else made of it', async () => {
    const { services } = server.product;
    const squatter = await server.person({ email: 'gekaapt@voorbeeld.example', password: PASSWORD });
    await services.db
      .updateTable('users')
      .set({ emailConfirmedAt: null })
      .where('id', '=', squatter.person.id)
      .execute();
    const token = (await makeSignInLink(services, squatter.person.id, 'gekaapt@voorbeeld.example')).split('/').at(-1);
    expect((await server.stranger().post('/session/link', { token })).status).toBe(200);
    expect((await squatter.get('/session')).status).toBe(401);
    const byPassword = { email: 'gekaapt@voorbeeld.example', password: PASSWORD };
    expect((await server.stranger().post('/session', byPassword)).status).toBe(401);
  });

  test('the profile: name, language and password; other sessions end with a new password', async () => {
    const me = await server.person({ email: 'profiel@voorbeeld.example' });
    const elsewhere = (await server.product.services.sessions.start(me.person.id)).split(';')[0]!;
    const renamed = await me.patch('/session', { name: 'Nieuwe naam', language: 'en' });
    expect(renamed.body.user).toMatchObject({ name: 'Nieuwe naam', language: 'en' });
    expect((await me.patch('/session', { password: { new: 'kort' } })).body).toMatchObject({
      code: 'invalidInput',
      fields: ['password.new'],
    });
    expect((await me.patch('/session', { password: { new: PASSWORD } })).body.hasPassword).toBe(true);
    expect((await server.stranger().get('/session', { cookie: elsewhere })).status).toBe(401);
    expect((await me.get('/session')).status).toBe(200);
    const wrong = await me.patch('/session', { password: { old: 'fout', new: 'nog een wachtwoord' } });
    expect(wrong).toMatchObject({ status: 403, body: { code: 'passwordWrong' } });
    const taken = await server.person({ email: 'bezet@voorbeeld.example' });
    expect((await me.patch('/session', { email: taken.person.email })).body.code).toBe('emailTaken');
    expect((await me.patch('/session', { organisation: 'Een andere' })).body.code).toBe('notAllowed');
  });

  test('a session left open cannot take the account over by another address', async () => {
    const me = await server.person({ email: `open-${Date.now()}@voorbeeld.example`, password: PASSWORD });
    const address = `nieuw-${Date.now()}@voorbeeld.example`;
    for (const change of [{ email: address }, { email: address, currentPassword: 'gok' }]) {
      expect((await me.patch('/session', change)).body.code).toBe('passwordWrong');
    }
    const changed = await me.patch('/session', { email: address, currentPassword: PASSWORD });
    expect(changed).toMatchObject({ status: 200, body: { user: { email: address } } });
  });

  test('a link that was mailed to an earlier address shows nothing about the one that the account has now', async () => {
    const { services } = server.product;
    const own = 'eigen@aanvaller.example';
    const attacker = await server.person({ email: own });
    const db = services.db;
    await db.updateTable('users').set({ emailConfirmedAt: null }).where('id', '=', attacker.person.id).execute();
    const token = (await makeSignInLink(services, attacker.person.id, own)).split('/').at(-1);
    expect((await attacker.patch('/session', { email: 'slachtoffer@voorbeeld.example' })).status).toBe(200);
    const answer = await server.stranger().post('/session/link', { token });
    expect(answer).toMatchObject({ status: 410, body: { code: 'linkExpired' } });
    const user = await db.selectFrom('users').selectAll().where('id', '=', attacker.person.id).executeTakeFirst();
    expect(user).toMatchObject({ email: 'slachtoffer@voorbeeld.example', emailConfirmedAt: null });
  });

  test('links that lie unused end with a new address or password', async () => {
    const me = await server.person({ email: `links-${Date.now()}@voorbeeld.example` });
    const lying = await tokenFor(me.person.id);
    await me.patch('/session', { password: { new: PASSWORD } });
    expect((await server.stranger().post('/session/link', { token: lying })).body.code).toBe('linkExpired');
  });

  test('a session left open cannot take over an account without a password either', async () => {
    const me = await server.person({ email: `zonder-${Date.now()}@voorbeeld.example` });
    const { db } = server.product.services;
    const longAgo = Math.floor(Date.now() / 1000) - 3600;
    await db.updateTable('sessions').set({ startedAt: longAgo }).where('userId', '=', me.person.id).execute();
    for (const change of [{ email: 'van-mij@aanvaller.example' }, { password: { new: PASSWORD } }]) {
      expect(await me.patch('/session', change)).toMatchObject({ status: 403, body: { code: 'signInAgain' } });
    }
    const again = server.stranger();
    await again.post('/session/link', { token: await tokenFor(me.person.id) });
    expect((await again.patch('/session', { password: { new: PASSWORD } })).status).toBe(200);
  });

  test('what goes on without the person does not make the session longer', async () => {
    const me = await server.person();
    const { db, sessions } = server.product.services;
    const soon = Math.floor(Date.now() / 1000) + 60;
    await db.updateTable('sessions').set({ expiresAt: soon }).where('userId', '=', me.person.id).execute();
    expect((await sessions.look(me.cookie()))?.person.id).toBe(me.person.id);
    const rows = await db.selectFrom('sessions').selectAll().where('userId', '=', me.person.id).execute();
    expect(rows[0]?.expiresAt).toBe(soon);
    await db
      .updateTable('sessions')
      .set({ expiresAt: soon - 120 })
      .where('userId', '=', me.person.id)
      .execute();
    expect(await sessions.look(me.cookie())).toBeUndefined();
  });

  test('an account can be tried ten times; links still sign its owner in', async () => {
    const { person } = await server.person({ password: PASSWORD, email: 'raad@voorbeeld.example' });
    const tries = [];
    for (let times = 0; times < 11; times += 1) {
      tries.push((await server.stranger().post('/session', { email: person.email, password: `gok ${times}` })).status);
    }
    expect(tries).toEqual([...Array(10).fill(401), 429]);
    const right = await server.stranger().post('/session', { email: person.email, password: PASSWORD });
    expect(right.body.code).toBe('tooManyRequests');
    expect(right.headers.get('retry-after')).toBe('60');
    expect((await server.stranger().post('/session/link', { token: await tokenFor(person.id) })).status).toBe(200);
  });
});
