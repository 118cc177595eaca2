import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cleanGuestCode, GUEST_CODE_ALPHABET, shownGuestCode } from '../../../shared/access/guestCode.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { GGD, type GuestDoor, guestDoor } from '../../support/guests.ts';
import { readBoard } from '../../support/readBoard.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';

describe.each(DATABASE_KINDS)('guests (%s)', (database) => {
  let server: TestServer;
  let jet: TestPerson;
  let boardId: string;
  let door: GuestDoor;
  beforeAll(async () => {
    server = await startServer({ database });
    jet = await server.person({ name: 'Jet', organisation: 'Gemeente Proef' });
  });
  beforeEach(async () => {
    boardId = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body.id;
    door = guestDoor(server, jet, boardId);
  });
  afterAll(() => server.close());

  const names = async (): Promise<string[]> =>
    [...(await readBoard(server, boardId)).organisations.values()].map(({ name }) => name).sort();
  const organisationRows = async (): Promise<string[]> =>
    (await server.product.services.db.selectFrom('organisations').select('name').execute()).map(({ name }) => name);
  const states = async (): Promise<string[]> => (await door.list()).guests.map(({ state }) => state);

  test('V1: a code of eight, shown to facilitators alone, with the address behind the QR code', async () => {
    expect(await door.list()).toEqual({ code: null, guests: [] });
    const code = await door.open();
    expect(code).toMatch(new RegExp(`^[${GUEST_CODE_ALPHABET}]{8}$`));
    const { code: open } = await door.list();
    expect(open).toMatchObject({ url: `${server.product.publicUrl}/meedoen/${code}`, approval: false });
    const hours = (Date.parse(open?.expiresAt ?? '') - Date.parse(open?.openedAt ?? '')) / 3_600_000;
    expect(hours).toBe(12);
    expect(cleanGuestCode(` ${shownGuestCode(code).toLowerCase()} `)).toBe(code);
    const stranger = server.stranger();
    const offer = (await stranger.get(`/guest-codes/${shownGuestCode(code).toLowerCase()}`)).body;
    expect(offer).toEqual({
      boardTitle: 'Bord',
      organisations: [{ id: expect.any(String), name: 'Gemeente Proef' }],
      approval: false,
    });
  });

  test('V2: a guest reads at once, V3: and nothing that they typed is on the board or anywhere else', async () => {
    const typed = `Stichting ${boardId}`;
    const guest = await door.join(await door.open(), 'Kim', { name: typed });
    const { body } = await guest.get('/session');
    expect(body.user).toMatchObject({ name: 'Kim', email: '', administrator: false, organisation: null, guest: true });
    const board = (await guest.get(`/boards/${boardId}`)).body;
    expect(board).toMatchObject({ title: 'Bord', role: 'viewer', organisation: { name: typed } });
    expect(board.documents.every(({ access }: { access: string }) => access === 'read')).toBe(true);
    expect((await guest.get('/guest')).body).toEqual({
      boardId,
      boardTitle: 'Bord',
      name: 'Kim',
      organisation: typed,
      state: 'reading',
    });
    expect(await names()).toEqual(['Gemeente Proef']);
    expect(await organisationRows()).not.toContain(typed);
    const people = (await jet.get(`/boards/${boardId}/people`)).body.participants;
    expect(people.find(({ name }: { name: string }) => name === 'Kim')).toMatchObject({
      guest: true,
      role: 'viewer',
      organisation: { name: typed },
    });
  });

  test('V4: admitted one by one and all who wait, as a member of the organisation, which is on the board then', async () => {
    const code = await door.open();
    const kim = await door.join(code, 'Kim');
    const bo = await door.join(code, 'Bo', { name: ' gemeente PROEF ' });
    const sam = await door.join(code, 'Sam', { name: `Raad ${boardId}` });
    expect((await door.find('Bo')).organisation).toEqual({ id: expect.any(String), name: 'Gemeente Proef' });
    expect((await door.admit({ guestIds: [kim.id] })).status).toBe(200);
    expect(await states()).toEqual(['admitted', 'reading', 'reading']);
    expect(await names()).toEqual(['GGD IJsselland', 'Gemeente Proef']);
    const board = (await kim.get(`/boards/${boardId}`)).body;
    expect(board).toMatchObject({ role: 'member', organisation: GGD });
    expect(board.documents.every(({ access }: { access: string }) => access === 'write')).toBe(true);
    expect((await door.admit()).status).toBe(200);
    expect(await states()).toEqual(['admitted', 'admitted', 'admitted']);
    expect((await bo.get(`/boards/${boardId}`)).body.organisation.name).toBe('Gemeente Proef');
    expect((await sam.get('/guest')).body.state).toBe('admitted');
    expect(await names()).toContain(`Raad ${boardId}`);
    // Again changes nothing.
    expect((await door.admit({ guestIds: [kim.id] })).status).toBe(200);
  });

  test('the facilitator admits a guest for another organisation than they named', async () => {
    const guest = await door.join(await door.open(), 'Kim', { name: 'gemente pruf' });
    const [own] = [...(await readBoard(server, boardId)).organisations.keys()];
    expect((await door.admit({ guestIds: [guest.id], organisation: { id: own } })).status).toBe(200);
    expect((await door.find('Kim')).organisation).toEqual({ id: own, name: 'Gemeente Proef' });
    const wrong = await door.join((await door.list()).code?.code ?? '', 'Bo');
    const answer = await door.admit({ guestIds: [wrong.id], organisation: { id: 'bestaatniet' } });
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalidInput' } });
    expect((await door.find('Bo')).state).toBe('reading');
  });

  test('V2: who waits at the door reads nothing until they are let in', async () => {
    const guest = await door.join(await door.open(true), 'Kim');
    expect((await guest.get('/guest')).body.state).toBe('atDoor');
    expect((await guest.get(`/boards/${boardId}`)).status).toBe(404);
    expect((await guest.get(`/boards/${boardId}/people`)).status).toBe(404);
    expect((await guest.get('/boards')).body).toEqual({ boards: [] });
    expect((await door.admit({ guestIds: [guest.id], as: 'reader' })).status).toBe(200);
    expect((await guest.get(`/boards/${boardId}`)).body.role).toBe('viewer');
    const next = await door.join((await door.list()).code?.code ?? '', 'Bo');
    await door.admit();
    expect((await next.get(`/boards/${boardId}`)).body.role).toBe('member');
  });

  test('V1: a code that was renewed or closed, or of a closed board, answers as one that never was', async () => {
    const first = await door.open();
    const second = await door.open();
    expect(second).not.toBe(first);
    const unknown = await server.stranger().get('/guest-codes/CCCCCCCC');
    const same = async (code: string): Promise<void> => {
      for (const answer of [await server.stranger().get(`/guest-codes/${code}`), await door.knock(code, 'Kim')]) {
        expect(answer).toMatchObject({ status: 404, text: unknown.text });
      }
    };
    await same(first);
    const stays = await door.join(second, 'Blijft');
    await door.close('stay');
    await same(second);
    expect((await stays.get(`/boards/${boardId}`)).status).toBe(200);
    const third = await door.open();
    await jet.patch(`/boards/${boardId}`, { closed: true });
    await same(third);
    expect(await door.list()).toMatchObject({ code: null });
    expect((await door.admit()).body.code).toBe('boardClosed');
    expect((await jet.post(`/boards/${boardId}/guest-code`, { approval: false })).body.code).toBe('boardClosed');
    await jet.patch(`/boards/${boardId}`, { closed: false });
    const goes = await door.join(third, 'Gaat');
    await door.close('go');
    for (const guest of [stays, goes]) expect((await guest.get('/session')).status).toBe(401);
    expect(await states()).toEqual(['left', 'left']);
    await server.product.services.db
      .updateTable('guestCodes')
      .set({ expiresAt: new Date().toISOString() })
      .where('boardId', '=', boardId)
      .execute();
    const fourth = await door.open();
    await server.product.services.db
      .updateTable('guestCodes')
      .set({ expiresAt: new Date().toISOString() })
      .where('boardId', '=', boardId)
      .execute();
    await same(fourth);
  });

  test('V5: a removed guest has nothing any more, and who comes after that waits at the door', async () => {
    const code = await door.open();
    const [kim, bo] = [await door.join(code, 'Kim'), await door.join(code, 'Bo')];
    await door.admit();
    expect((await door.remove(kim)).status).toBe(200);
    for (const path of ['/session', '/guest', `/boards/${boardId}`, `/boards/${boardId}/people`, '/boards']) {
      expect((await kim.get(path)).status).toBe(401);
    }
    expect((await bo.get(`/boards/${boardId}`)).body.role).toBe('member');
    expect((await door.find('Kim')).state).toBe('removed');
    // The same code, from the same device and from another.
    const again = await door.knock(code, 'Kim', GGD, kim);
    expect(again.body.state).toBe('atDoor');
    expect((await kim.get(`/boards/${boardId}`)).status).toBe(404);
    expect((await door.join(code, 'Iemand anders')).id).toBeDefined();
    expect((await door.find('Iemand anders')).state).toBe('atDoor');
    expect((await door.list()).code?.approval).toBe(true);
    expect((await jet.patch(`/boards/${boardId}/guest-code`, { approval: false })).body.code.approval).toBe(false);
    // Who is not there any more holds up nobody's removal.
    const former = { ...kim, id: 'bestaatniet' };
    expect((await door.remove(former)).status).toBe(404);
    expect((await door.remove(former, bo)).status).toBe(200);
    expect((await bo.get('/session')).status).toBe(401);
  });

  test('a guest leaves by signing out, by signing in as someone else, and after twelve hours', async () => {
    const code = await door.open();
    const [out, other, old] = [
      await door.join(code, 'Uit'),
      await door.join(code, 'Ander'),
      await door.join(code, 'Oud'),
    ];
    expect((await out.remove('/session')).status).toBe(204);
    await server.person({ name: 'Ander', email: 'ander@voorbeeld.example', password: 'lang genoeg wachtwoord' });
    const signIn = { email: 'ander@voorbeeld.example', password: 'lang genoeg wachtwoord' };
    // Once for each database: the address is taken the second time in one store only.
    expect((await other.post('/session', signIn)).status).toBe(200);
    expect((await other.get(`/boards/${boardId}`)).status).toBe(404);
    expect([(await door.find('Uit')).state, (await door.find('Ander')).state]).toEqual(['left', 'left']);
    const { db, sessions } = server.product.services;
    const row = db.selectFrom('sessions').selectAll().where('userId', '=', old.id);
    const hours = async () => ((await row.executeTakeFirstOrThrow()).expiresAt * 1000 - Date.now()) / 3_600_000;
    expect(await hours()).toBeGreaterThan(11.9);
    expect(await hours()).toBeLessThanOrEqual(12);
    // Using it does not make it longer.
    await db
      .updateTable('sessions')
      .set({ expiresAt: Math.floor(Date.now() / 1000) + 60 })
      .where('userId', '=', old.id)
      .execute();
    expect((await old.get('/session')).headers.get('set-cookie')).toBeNull();
    expect(await hours()).toBeLessThan(0.1);
    await db.updateTable('sessions').set({ expiresAt: 1 }).where('userId', '=', old.id).execute();
    expect((await old.get('/session')).status).toBe(401);
    await sessions.forgetExpired();
    const long = new Date(Date.now() - 12.1 * 3_600_000).toISOString();
    await db.updateTable('guests').set({ joinedAt: long }).where('userId', '=', old.id).execute();
    const { forgetOldSecrets } = await import('../../../server/services/forgetOldSecrets.ts');
    await forgetOldSecrets(server.product.services);
    expect((await door.find('Oud')).state).toBe('left');
    const people = (await jet.get(`/boards/${boardId}/people`)).body.participants;
    expect(people.map(({ name }: { name: string }) => name)).toEqual(['Jet']);
  });

  test('V7: what a guest wrote is claimed once, with the token, by who has an account; it opens no board', async () => {
    const code = await door.open();
    const kim = await door.join(code, 'Kim');
    await door.admit();
    await door.remove(kim);
    const account = await server.person({ name: 'Kim de Vries' });
    const thief = await server.person({ name: 'Dief' });
    const claim = (by: TestPerson, ...tokens: string[]) => by.post('/guest-claims', { tokens });
    expect((await claim(thief, 'verzonnen', kim.id)).body.code).toBe('notFound');
    const first = await claim(account, kim.claimToken, 'verzonnen');
    expect(first).toMatchObject({
      status: 200,
      body: { claimed: [{ boardTitle: 'Bord', name: 'Kim', organisation: GGD.name }] },
    });
    expect((await claim(thief, kim.claimToken)).status).toBe(404);
    expect((await claim(account, kim.claimToken)).status).toBe(200);
    expect((await door.find('Kim')).claimedBy).toBe('Kim de Vries');
    expect((await account.get(`/boards/${boardId}`)).status).toBe(404);
    expect((await server.stranger().post('/guest-claims', { tokens: [kim.claimToken] })).status).toBe(401);
    const rows = await server.product.services.db.selectFrom('guests').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(kim.claimToken);
  });

  test('an invitation makes a guest somebody: a new account, and not the guest, is on the other board', async () => {
    const other = (await jet.post('/boards', { title: 'Ander bord', template: 'leeg' })).body.id;
    const { url } = (await jet.post(`/boards/${other}/invitations`, { organisation: GGD, role: 'member' })).body;
    const token = url.split('/').at(-1);
    const kim = await door.join(await door.open(), 'Kim');
    expect((await kim.get(`/invitations/${token}`)).body.signedInAs).toBeUndefined();
    expect((await kim.post(`/invitations/${token}`, { name: 'Kim de Vries' })).status).toBe(200);
    const { user } = (await kim.get('/session')).body;
    expect(user).toMatchObject({ name: 'Kim de Vries' });
    expect(user).not.toHaveProperty('guest');
    expect(user.id).not.toBe(kim.id);
    expect((await kim.get(`/boards/${other}`)).status).toBe(200);
    expect((await kim.get(`/boards/${boardId}`)).status).toBe(404);
    expect((await door.find('Kim')).state).toBe('left');
    expect((await kim.post('/guest-claims', { tokens: [kim.claimToken] })).status).toBe(200);
  });

  test('who has an account is told so, and where they can go already', async () => {
    const code = await door.open();
    const member = await server.onBoard(boardId, 'member');
    expect((await member.get(`/guest-codes/${code}`)).body).toMatchObject({ signedInAs: 'Iemand', boardId });
    const stranger = await server.person();
    expect((await stranger.get(`/guest-codes/${code}`)).body).not.toHaveProperty('boardId');
    const guest = await door.join(code, 'Kim');
    expect((await guest.get(`/guest-codes/${code}`)).body).toMatchObject({ boardId });
    expect((await guest.get(`/guest-codes/${code}`)).body).not.toHaveProperty('signedInAs');
  });
});
