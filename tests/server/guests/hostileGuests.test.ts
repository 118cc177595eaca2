import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { GUEST_CODE_ALPHABET } from '../../../shared/access/guestCode.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { openTab } from '../../support/guestClient.ts';
import { GGD, type GuestDoor, guestDoor } from '../../support/guests.ts';
import { readBoard } from '../../support/readBoard.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';

/** All that a guest may ask for; every other route refuses them, one that is made tomorrow too. */
const OF_GUESTS = [
  'GET /boards',
  'GET /boards/{boardId}',
  'GET /boards/{boardId}/people',
  'GET /guest',
  'GET /guest-codes/{code}',
  'GET /invitations/{token}',
  'GET /session',
  'GET /session/link/{token}',
  'DELETE /session',
  'POST /guest-codes/{code}',
  'POST /invitations/{token}',
  'POST /session',
  'POST /session/link',
  'POST /sign-in-links',
].sort();

/** The status for a name of 200 kB, on a connection of its own: the server closes it. */
function hugeName(url: string, origin: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { origin, 'content-type': 'application/json' };
    const asked = request(url, { method: 'POST', agent: false, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asked.on('error', reject);
    asked.end(JSON.stringify({ name: 'x'.repeat(200_000), organisation: GGD }));
  });
}

describe.each(DATABASE_KINDS)('hostile guests (%s)', (database) => {
  let server: TestServer;
  let jet: TestPerson;
  let boardId: string;
  let door: GuestDoor;
  let code: string;
  beforeAll(async () => {
    server = await startServer({ database, variables: { TRUST_PROXY: '1' } });
    jet = await server.person({ name: 'Jet' });
  });
  beforeEach(async () => {
    boardId = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body.id;
    door = guestDoor(server, jet, boardId);
    code = await door.open();
  });
  afterAll(() => server.close());

  const from = (address: string) => ({ 'x-forwarded-for': address });

  test('V6: every route but theirs refuses a guest, admitted or not, with what is real in it too', async () => {
    const guest = await door.join(code, 'Kim');
    await door.admit();
    const { paths } = (await server.stranger().get('/openapi.json')).body;
    const open: string[] = [];
    for (const [path, methods] of Object.entries(paths as Record<string, object>)) {
      for (const method of Object.keys(methods)) {
        const route = `${method.toUpperCase()} ${path}`;
        if (route === 'DELETE /session') {
          open.push(route);
          continue;
        }
        const real = path
          .replace('{boardId}', boardId)
          .replace('{userId}', guest.id)
          .replace(/\{\w+\}/, 'x');
        const headers = {
          origin: server.product.publicUrl,
          cookie: guest.cookie(),
          'content-type': 'application/json',
        };
        const body = method === 'get' || method === 'delete' ? {} : { body: '{}' };
        const answer = await fetch(`${server.url}/api/v1${real}`, { method: method.toUpperCase(), headers, ...body });
        if ((await answer.json()).code !== 'notAllowed') open.push(route);
      }
    }
    expect(open.sort()).toEqual(OF_GUESTS);
    for (const answer of [
      await guest.post(`/boards/${boardId}/guests/admit`, {}),
      await guest.post(`/boards/${boardId}/guests/admit/`, {}),
      await guest.post(`/boards/${boardId}/copy`, { title: 'Van mij' }),
      await guest.post('/boards', { title: 'Van mij', template: 'leeg' }),
      await guest.patch('/session', { email: 'ik@voorbeeld.example', password: { new: 'lang genoeg wachtwoord' } }),
      await guest.patch(`/boards/${boardId}/people/${guest.id}`, { role: 'facilitator' }),
      await guest.get('//boards/x/guests'),
    ]) {
      expect([403, 404]).toContain(answer.status);
    }
    expect((await guest.get('/boards')).body.boards).toHaveLength(1);
    expect((await guest.get('/session')).body.user.email).toBe('');
  });

  test('V6: nobody makes a guest a facilitator, and another member admits nobody', async () => {
    const guest = await door.join(code, 'Kim');
    const address = `/boards/${boardId}/people/${guest.id}`;
    expect((await jet.patch(address, { role: 'facilitator' })).body.code).toBe('notAllowed');
    expect((await jet.remove(address)).body.code).toBe('notAllowed');
    const other = await server.person({ name: 'Elders' });
    const elsewhere = (await other.post('/boards', { title: 'Elders', template: 'leeg' })).body.id;
    const body = { guestIds: [guest.id] };
    for (const act of ['admit', 'remove']) {
      // A facilitator of another board, by their own board and by this one; a member; nobody.
      expect((await other.post(`/boards/${elsewhere}/guests/${act}`, body)).status).toBe(404);
      expect((await other.post(`/boards/${boardId}/guests/${act}`, body)).status).toBe(404);
      const member = await server.onBoard(boardId, 'member');
      expect((await member.post(`/boards/${boardId}/guests/${act}`, body)).status).toBe(403);
      expect((await server.stranger().post(`/boards/${boardId}/guests/${act}`, body)).status).toBe(401);
    }
    const member = await server.onBoard(boardId, 'member');
    for (const answer of [
      await member.get(`/boards/${boardId}/guests`),
      await member.post(`/boards/${boardId}/guest-code`, { approval: false }),
      await member.patch(`/boards/${boardId}/guest-code`, { approval: false }),
      await member.remove(`/boards/${boardId}/guest-code`),
    ]) {
      expect(answer.status).toBe(403);
    }
    expect((await door.find('Kim')).state).toBe('reading');
  });

  test('V2: who reads along writes nothing, whatever they send', async () => {
    const guest = await door.join(code, 'Kim', { name: 'Verzonnen BV' });
    const tab = await openTab({ url: server.url, origin: server.product.publicUrl }, guest, boardId);
    const frame = tab.client.documents.get(`board/${boardId}/frame`);
    frame?.add('van een gast');
    await waitFor('it is refused', () => (frame?.refusals ?? 0) > 0);
    const invented = tab.client.open(`board/${boardId}/party/guest-${guest.id}`);
    await waitFor('no document for what was typed', () => invented.denied !== undefined);
    tab.client.destroy();
    const again = await openTab(
      { url: server.url, origin: server.product.publicUrl },
      await door.join(code, 'Kijker'),
      boardId,
    );
    expect(again.client.documents.get(`board/${boardId}/frame`)?.log).toEqual([]);
    again.client.destroy();
    expect((await readBoard(server, boardId)).organisations.size).toBe(1);
  });

  test('V8: names that are empty, too long, of 200 kB, or hide what they are; scripts are words', async () => {
    const long = 'x'.repeat(81);
    for (const [name, organisation] of [
      ['', GGD],
      ['   ', GGD],
      [long, GGD],
      ['Kim', { name: long }],
      ['Kim', { name: '' }],
      ['Kim', {}],
      ['Kim', { id: boardId }],
      ['Kim', { id: '../../frame' }],
      ['Kim\u0000', GGD],
      ['Kim\nBegeleider', GGD],
      ['\u202Emik', GGD],
      ['Kim', { id: 'x', name: 'GGD' }],
      [{ $gt: '' }, GGD],
    ] as const) {
      const answer = await server.stranger().post(`/guest-codes/${code}`, { name, organisation });
      expect(answer).toMatchObject({ status: 400, body: { code: 'invalidInput' } });
    }
    // In the body of 64 kB that is taken, and in one of 200 kB that is not read to its end.
    const large = await server.stranger().post(`/guest-codes/${code}`, { name: 'x'.repeat(60_000), organisation: GGD });
    expect(large.status).toBe(400);
    expect(await hugeName(`${server.url}/api/v1/guest-codes/${code}`, server.product.publicUrl)).toBe(413);
    const script = '<script>alert(1)</script><img src=x onerror=alert(1)>';
    await door.join(code, script, { name: script });
    await door.admit();
    expect((await door.find(script)).organisation.name).toBe(script);
    expect(await server.stranger().get(`/guest-codes/${code}`)).toMatchObject({ status: 200 });
  });

  test('V8: guessing codes ends for the address, and not for a hall elsewhere', async () => {
    const guess = (n: number) =>
      [...n.toString(20).padStart(8, '0')].map((digit) => GUEST_CODE_ALPHABET[Number.parseInt(digit, 20)]).join('');
    const answers: number[] = [];
    for (let n = 0; n < 80; n += 1) {
      answers.push((await server.stranger().get(`/guest-codes/${guess(n)}`, from('203.0.113.9'))).status);
    }
    expect(answers.filter((status) => status === 404)).toHaveLength(60);
    expect(answers.slice(60).every((status) => status === 429)).toBe(true);
    // It tells nothing any more, not even of a code that is right.
    expect((await server.stranger().get(`/guest-codes/${code}`, from('203.0.113.9'))).status).toBe(429);
    expect((await server.stranger().get(`/guest-codes/${code}`, from('203.0.113.10'))).status).toBe(200);
    // A hall where many mistype once comes in: what is right is not counted.
    for (let n = 0; n < 30; n += 1) {
      const hall = from('198.51.100.7');
      await server.stranger().get(`/guest-codes/${guess(n)}`, hall);
      expect((await server.stranger().get(`/guest-codes/${code}`, hall)).status).toBe(200);
    }
  });

  test('V8: a thousand joins leave a hundred who wait, and nothing on the board', async () => {
    const statuses = new Map<number, number>();
    const join = async (n: number): Promise<void> => {
      const body = { name: `Robot ${n}`, organisation: { name: `Organisatie ${n}` } };
      const headers = from(`203.0.113.${100 + (n % 50)}`);
      const { status } = await server.stranger().post(`/guest-codes/${code}`, body, headers);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    };
    for (let n = 0; n < 1_000; n += 20) await Promise.all(Array.from({ length: 20 }, (_, index) => join(n + index)));
    expect(Object.fromEntries(statuses)).toEqual({ 200: 100, 429: 900 });
    expect((await readBoard(server, boardId)).organisations.size).toBe(1);
    const { guests } = await door.list();
    expect(guests).toHaveLength(100);
    // The facilitator is rid of them in one go, and opens another code.
    await door.close('go');
    await door.open();
    expect((await door.list()).guests.every(({ state }) => state === 'left')).toBe(true);
  });

  test('a guest of one board is nobody on another', async () => {
    const guest = await door.join(code, 'Kim');
    const other = (await jet.post('/boards', { title: 'Ander bord', template: 'leeg' })).body.id;
    expect((await guest.get(`/boards/${other}`)).status).toBe(404);
    const otherCode = await guestDoor(server, jet, other).open();
    expect((await guest.post(`/guest-codes/${otherCode}`, { name: 'Kim', organisation: GGD })).status).toBe(200);
    expect((await guest.get(`/boards/${boardId}`)).status).toBe(404);
    expect((await guest.get(`/boards/${other}`)).status).toBe(200);
    expect((await door.find('Kim')).state).toBe('left');
  });
});
