import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../../server/cli/runCommand.ts';
import { setAccountActive } from '../../../server/services/accounts/setAccountActive.ts';
import { addMember } from '../../../server/services/addMember.ts';
import { deviceOf } from '../../../server/services/session/deviceOf.ts';
import type { Device } from '../../../shared/protocol/devices.ts';
import type { Client } from '../../support/client.ts';
import { TestClient } from '../../support/collabClient.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';

const PASSWORD = 'een lang wachtwoord';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1';

test.each([
  [FIREFOX, 'Firefox|Windows'],
  [IPHONE, 'Safari|iPhone'],
  [
    'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36 EdgA/140.0',
    'Edge|Android',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36', 'Chrome|Linux'],
  ['curl/8.1', null],
  [`${'('.repeat(100_000)}Firefox/1`, null],
  [undefined, null],
])('a device in words: %s', (userAgent, device) => expect(deviceOf(userAgent)).toBe(device));

describe.each(DATABASE_KINDS)('devices and accounts (%s)', (database) => {
  let server: TestServer;
  let jet: TestPerson;
  let boardId: string;
  beforeAll(async () => {
    server = await startServer({ database });
    jet = await server.person({ name: 'Jet', organisation: 'Gemeente Proef' });
    boardId = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body.id;
  });
  afterAll(() => server.close());

  async function signIn(email: string, userAgent: string): Promise<Client> {
    const browser = server.stranger();
    const answer = await browser.post('/session', { email, password: PASSWORD }, { 'user-agent': userAgent });
    expect(answer.status).toBe(200);
    return browser;
  }

  /** The board as it is open in this browser. */
  async function open(browser: Client): Promise<TestClient> {
    const socket = new TestClient(`${server.url.replace('http', 'ws')}/collab`, undefined, {
      cookie: browser.cookie(),
      origin: server.product.publicUrl,
    });
    await socket.opened(`board/${boardId}/frame`);
    return socket;
  }

  const devicesOf = async (browser: Client): Promise<Device[]> => (await browser.get('/session/devices')).body.devices;
  const within = async (ms: number, what: string, isSo: () => boolean): Promise<void> => {
    const start = performance.now();
    await waitFor(what, isSo);
    expect(performance.now() - start).toBeLessThan(ms);
  };

  test('one sees where one is signed in, ends one device, and what is open there is closed', async () => {
    const { email } = (await server.person({ email: 'apparaten@voorbeeld.example', password: PASSWORD })).person;
    const laptop = await signIn(email as string, FIREFOX);
    const phone = await signIn(email as string, IPHONE);
    const { person: me } = (await server.product.services.sessions.look(laptop.cookie())) ?? {};
    if (me) await addMember(server.product.services.db, me, boardId, 'member', new Date());
    const [first, second] = await devicesOf(laptop);
    expect(first).toMatchObject({ browser: 'Firefox', system: 'Windows', isCurrent: true });
    expect(second).toMatchObject({ browser: 'Safari', system: 'iPhone', isCurrent: false });
    const socket = await open(phone);
    const stays = await open(laptop);
    try {
      expect((await laptop.remove(`/session/devices/${second?.id}`)).status).toBe(204);
      await within(1000, 'the phone is out', () => socket.closeCodes.includes(4401));
      expect((await phone.get('/session')).status).toBe(401);
      expect(stays.closeCodes).toEqual([]);
      // Signed out everywhere, here too.
      const answer = await laptop.remove('/session/devices');
      expect(answer.headers.get('set-cookie')).toContain('Max-Age=0');
      await within(1000, 'the laptop is out', () => stays.closeCodes.includes(4401));
    } finally {
      for (const client of [socket, stays]) client.destroy();
    }
  });

  test('nobody ends another’s device, or learns from its id', async () => {
    const kim = await server.person();
    const [device] = await devicesOf(kim);
    expect((await jet.remove(`/session/devices/${device?.id}`)).body.code).toBe('notFound');
    expect((await server.stranger().get('/session/devices')).status).toBe(401);
    const name = kim.cookie().split('=')[0];
    const stolen = { cookie: `${name}=${device?.id}` };
    expect((await server.stranger().get('/session', stolen)).status).toBe(401);
    expect((await kim.get('/session')).status).toBe(200);
  });

  test('when a device was last used is noted now and then', async () => {
    const kim = await server.person();
    const { db } = server.product.services;
    const longAgo = Math.floor(Date.now() / 1000) - 4000;
    const mine = () => db.updateTable('sessions').where('userId', '=', kim.person.id);
    await mine()
      .set({ startedAt: longAgo, lastUsedAt: longAgo + 60 })
      .execute();
    const [device] = await devicesOf(kim);
    expect(Date.now() - Date.parse(device?.lastUsedAt ?? '')).toBeLessThan(10_000);
    expect(Date.parse(device?.since ?? '')).toBe(longAgo * 1000);
    const recent = longAgo + 3900;
    await mine().set({ lastUsedAt: recent }).execute();
    expect((await devicesOf(kim))[0]?.lastUsedAt).toBe(new Date(recent * 1000).toISOString());
  });

  test('an account that is switched off is out at once, and comes back as it was', async () => {
    const beheer = await server.person({ administrator: true });
    const kim = await server.onBoard(boardId, 'member');
    const { services } = server.product;
    const socket = await open(kim);
    try {
      for (const [by, whom] of [
        [jet, kim],
        [beheer, beheer],
      ] as const) {
        await expect(setAccountActive(services, by.person, whom.person.id, false)).rejects.toMatchObject({
          code: 'notAllowed',
        });
      }
      await setAccountActive(services, beheer.person, kim.person.id, false);
      await within(1000, 'the socket is closed', () => socket.closeCodes.includes(4401));
      expect((await kim.get('/session')).status).toBe(401);
      expect((await jet.get(`/boards/${boardId}/people`)).text).toContain(kim.person.id);
      await setAccountActive(services, beheer.person, kim.person.id, true);
      const cookie = (await services.sessions.start(kim.person.id)).split(';')[0] as string;
      expect((await server.stranger().get(`/boards/${boardId}`, { cookie })).body.role).toBe('member');
    } finally {
      socket.destroy();
    }
  });

  test('the operator switches one off beside the running server', async () => {
    const kim = await server.onBoard(boardId, 'facilitator');
    await kim.patch('/session', { password: { new: PASSWORD } });
    const token = (await kim.post(`/boards/${boardId}/tokens`, { name: 'Koppeling', access: 'write' })).body.token;
    const socket = await open(kim);
    const lines: string[] = [];
    const run = (command: string): Promise<number> =>
      runCommand(['user', command, '--email', kim.person.email as string, '--json'], server.store.variables, {
        readPassword: async () => undefined,
        out: (line) => lines.push(line),
        err: (line) => lines.push(line),
      });
    try {
      expect(await run('deactivate')).toBe(0);
      expect(JSON.parse(lines[0] ?? '')).toEqual({ id: kim.person.id, boards: [boardId], withoutFacilitator: [] });
      // The server looks each second.
      await within(2500, 'the socket is closed', () => socket.closeCodes.length > 0);
      const answer = await server.stranger().post('/session', { email: kim.person.email, password: PASSWORD });
      expect(answer.body.code).toBe('wrongCredentials');
      expect((await server.stranger().get(`/yjs/board/${boardId}?token=${token}`)).status).not.toBe(200);
      // One who cannot sign in keeps no board open to the others.
      expect((await jet.remove(`/boards/${boardId}/people/${jet.person.id}`)).body.code).toBe('lastFacilitator');
      expect(await run('reactivate')).toBe(0);
      expect((await server.stranger().post('/session', { email: kim.person.email, password: PASSWORD })).status).toBe(
        200,
      );
    } finally {
      socket.destroy();
    }
  });

  test('A3: another role takes effect on open screens within a second, without reconnecting', async () => {
    const kim = await server.onBoard(boardId, 'member');
    const socket = await open(kim);
    const frame = socket.documents.get(`board/${boardId}/frame`);
    try {
      const path = `/boards/${boardId}/people/${kim.person.id}`;
      await jet.patch(path, { role: 'viewer' });
      await within(1000, 'reading only', () => frame?.scopes.at(-1) === 'readonly');
      await jet.patch(path, { role: 'member' });
      await within(1000, 'writing again', () => frame?.scopes.at(-1) === 'read-write');
      expect(socket.closeCodes).toEqual([]);
      await jet.remove(path);
      await within(1000, 'gone', () => socket.closeCodes.includes(4403));
    } finally {
      socket.destroy();
    }
  });
});
