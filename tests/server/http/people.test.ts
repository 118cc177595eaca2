import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addMember } from '../../../server/services/addMember.ts';
import type { People } from '../../../shared/protocol/people.ts';
import type { Client } from '../../support/client.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { readBoard } from '../../support/readBoard.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';

describe.each(DATABASE_KINDS)('people and invitations (%s)', (database) => {
  let server: TestServer;
  let jet: TestPerson;
  let boardId: string;
  beforeAll(async () => {
    server = await startServer({ database });
    jet = await server.person({ name: 'Jet', organisation: 'Gemeente Proef' });
  });
  beforeEach(async () => {
    boardId = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body.id;
  });
  afterAll(() => server.close());

  const invite = async (
    organisation: object,
    role = 'member',
  ): Promise<{
    readonly id: string;
    readonly url: string;
    readonly token: string;
    readonly organisation: { id: string };
  }> => {
    const answer = await jet.post(`/boards/${boardId}/invitations`, { organisation, role });
    expect(answer.status).toBe(201);
    return { ...answer.body, token: answer.body.url.split('/').at(-1) };
  };
  const accept = (browser: Client, token: string, body: object = {}) => browser.post(`/invitations/${token}`, body);

  test('a new organisation by name is on the board at once: in the frame, with a document of its own', async () => {
    const { url, organisation } = await invite({ name: 'GGD IJsselland' });
    expect(url).toMatch(new RegExp(`^${server.product.publicUrl}/uitnodiging/[\\w-]{43}$`));
    const board = await readBoard(server, boardId);
    expect(board.organisations.get(organisation.id)).toEqual({
      id: organisation.id,
      name: 'GGD IJsselland',
      code: 'GGD',
      colour: 1,
      kind: 'partner',
    });
    const { documents } = (await jet.get(`/boards/${boardId}`)).body;
    expect(documents.at(-1).name).toMatch(/party/);
    expect(documents.map(({ organisationId }: { organisationId?: string }) => organisationId)).toContain(
      organisation.id,
    );
    const again = await invite({ name: ' ggd ijsselland ' }, 'viewer');
    expect(again.organisation.id).toBe(organisation.id);
    expect((await readBoard(server, boardId)).organisations.size).toBe(2);
  });

  test('an organisation that may only look gets a name on the board and no document', async () => {
    const { organisation } = await invite({ name: `Raad ${boardId}` }, 'viewer');
    expect((await readBoard(server, boardId)).organisations.has(organisation.id)).toBe(true);
    expect((await jet.get(`/boards/${boardId}`)).body.documents).toHaveLength(3);
    const { token } = await invite({ id: organisation.id }, 'member');
    expect((await jet.get(`/boards/${boardId}`)).body.documents).toHaveLength(4);
    expect((await accept(server.stranger(), token, { name: 'Kim' })).status).toBe(200);
  });

  test('an organisation that is not on the board cannot be invited by its id', async () => {
    const other = await server.person({ organisation: 'Elders' });
    const body = { organisation: { id: other.person.organisationId }, role: 'member' };
    expect((await jet.post(`/boards/${boardId}/invitations`, body)).body).toMatchObject({
      code: 'invalidInput',
      fields: ['organisation.id'],
    });
  });

  test('opening an invitation shows what it offers and changes nothing', async () => {
    const { token } = await invite({ name: 'Welzijn Proef' });
    const offer = {
      boardTitle: 'Bord',
      organisation: 'Welzijn Proef',
      role: 'member',
      asContact: false,
      invitedBy: 'Jet',
    };
    const browser = server.stranger();
    expect((await browser.get(`/invitations/${token}`)).body).toEqual(offer);
    const kim = await server.person({ name: 'Kim' });
    expect((await kim.get(`/invitations/${token}`)).body).toEqual({ ...offer, signedInAs: 'Kim' });
    expect(browser.cookie()).toBe('');
    expect((await jet.get(`/boards/${boardId}/people`)).body.participants).toHaveLength(1);
  });

  test('someone new gives a name and is in; several people may use one invitation', async () => {
    const { id, token, organisation } = await invite({ name: 'Welzijn Proef' });
    const first = server.stranger();
    const email = `kim-${boardId}@voorbeeld.example`;
    expect((await accept(first, token, { name: 'Kim', email })).body).toEqual({ boardId });
    const { user } = (await first.get('/session')).body;
    expect(user).toMatchObject({ name: 'Kim', email, organisation: { id: organisation.id } });
    const second = server.stranger();
    expect((await accept(second, token, { name: 'Kim' })).status).toBe(200);
    expect((await second.get('/session')).body.user).toMatchObject({ name: 'Kim', email: '' });
    expect((await second.get(`/boards/${boardId}`)).body).toMatchObject({ role: 'member', participants: 3 });
    const { participants, invitations } = (await jet.get(`/boards/${boardId}/people`)).body;
    expect(participants.map(({ name }: { name: string }) => name).sort()).toEqual(['Jet', 'Kim', 'Kim']);
    expect(invitations.find((each: People['invitations'][number]) => each.id === id)).toMatchObject({
      used: 2,
      role: 'member',
    });
    expect(JSON.stringify(invitations)).not.toContain(token);
  });

  test('someone new without a name is asked for it; a known address is told to sign in', async () => {
    const { token } = await invite({ name: 'Welzijn Proef' });
    const browser = server.stranger();
    expect((await accept(browser, token)).body).toMatchObject({ code: 'invalidInput', fields: ['name'] });
    const known = await accept(browser, token, { name: 'Namaak', email: jet.person.email!.toUpperCase() });
    expect(known).toMatchObject({ status: 409, body: { code: 'emailTaken' } });
    expect(browser.cookie()).toBe('');
  });

  test('who is signed in joins with one button, for the organisation of the invitation', async () => {
    const { token, organisation } = await invite({ name: 'Welzijn Proef' });
    const kim = await server.person({ organisation: 'Gemeente Proef' });
    expect((await accept(kim, token)).body).toEqual({ boardId });
    expect((await kim.get(`/boards/${boardId}`)).body.organisation.id).toBe(organisation.id);
  });

  test('who is on the board keeps the role that allows more', async () => {
    const { token } = await invite({ name: 'Welzijn Proef' }, 'viewer');
    await accept(jet, token);
    expect((await jet.get(`/boards/${boardId}`)).body.role).toBe('facilitator');
    const kim = await server.onBoard(boardId, 'viewer');
    await accept(kim, (await invite({ name: 'Welzijn Proef' })).token);
    expect((await kim.get(`/boards/${boardId}`)).body).toMatchObject({
      role: 'member',
      organisation: { name: 'Welzijn Proef' },
    });
  });

  test('A6: whose role was taken away does not get it back by an earlier invitation, but by a new one', async () => {
    const { token } = await invite({ name: 'Welzijn Proef' });
    const kim = await server.onBoard(boardId, 'viewer');
    await accept(kim, token);
    const own = await kim.get(`/boards/${boardId}`);
    expect(own.body.role).toBe('member');
    const userId = kim.person.id;
    await jet.patch(`/boards/${boardId}/people/${userId}`, { role: 'viewer' });
    await accept(kim, token);
    expect((await kim.get(`/boards/${boardId}`)).body.role).toBe('viewer');
    expect((await jet.remove(`/boards/${boardId}/people/${userId}`)).status).toBe(204);
    expect(await accept(kim, token)).toMatchObject({ status: 410 });
    expect((await kim.get(`/boards/${boardId}`)).status).toBe(404);
    await accept(kim, (await invite({ name: 'Welzijn Proef' })).token);
    expect((await kim.get(`/boards/${boardId}`)).body.role).toBe('member');
  });

  test('A6: nor does it after the operator took it away', async () => {
    const { token } = await invite({ name: 'Welzijn Proef' });
    const noor = await server.onBoard(boardId, 'viewer');
    await accept(noor, token);
    const { db, now } = server.product.services;
    await addMember(db, noor.person, boardId, 'viewer', now());
    await accept(noor, token);
    expect((await noor.get(`/boards/${boardId}`)).body.role).toBe('viewer');
  });

  test('a change of a board that asks for nothing is refused, whoever sends it', async () => {
    const lea = await server.onBoard(boardId, 'viewer');
    for (const change of [{}, { onbekend: 1 }]) {
      expect(await lea.patch(`/boards/${boardId}`, change)).toMatchObject({ status: 400 });
    }
  });

  test('boards can be made sixty times an hour', async () => {
    const piet = await server.person();
    const tries = [];
    for (let times = 0; times < 61; times += 1) {
      tries.push((await piet.post('/boards', { title: 'Bord', template: 'onbekend' })).status);
    }
    expect(tries).toEqual([...Array(60).fill(400), 429]);
  });

  test('a revoked, expired or invented invitation lets nobody in', async () => {
    const { id, token } = await invite({ name: 'Welzijn Proef' });
    expect((await jet.remove(`/boards/${boardId}/invitations/${id}`)).status).toBe(204);
    expect((await jet.remove(`/boards/${boardId}/invitations/${id}`)).status).toBe(404);
    const old = await invite({ name: 'Welzijn Proef' });
    const { db } = server.product.services;
    await db
      .updateTable('invitations')
      .set({ expiresAt: '2020-01-01T00:00:00.000Z' })
      .where('id', '=', old.id)
      .execute();
    for (const dead of [token, old.token]) {
      expect((await server.stranger().get(`/invitations/${dead}`)).body.code).toBe('invitationExpired');
      expect(await accept(server.stranger(), dead, { name: 'X' })).toMatchObject({ status: 410 });
    }
    expect((await accept(server.stranger(), 'A'.repeat(43), { name: 'X' })).status).toBe(404);
    expect((await jet.get(`/boards/${boardId}/people`)).body).toMatchObject({
      invitations: [],
      participants: [{ name: 'Jet' }],
    });
  });

  test('a closed board lets nobody in', async () => {
    const { token } = await invite({ name: 'Welzijn Proef' });
    await jet.patch(`/boards/${boardId}`, { closed: true });
    expect((await accept(server.stranger(), token, { name: 'X' })).body.code).toBe('boardClosed');
    const invitation = { organisation: { name: 'Y' }, role: 'member' };
    expect((await jet.post(`/boards/${boardId}/invitations`, invitation)).body.code).toBe('boardClosed');
  });

  test('addresses and invitations are for facilitators', async () => {
    await invite({ name: 'Welzijn Proef' });
    const member = await server.onBoard(boardId, 'member');
    const { participants, invitations } = (await member.get(`/boards/${boardId}/people`)).body;
    expect(invitations).toEqual([]);
    expect(participants).toHaveLength(2);
    expect(JSON.stringify(participants)).not.toContain('@');
    expect(JSON.stringify((await jet.get(`/boards/${boardId}/people`)).body)).toContain(jet.person.email);
  });

  test('only facilitators change roles, remove people and invite; others take themselves off', async () => {
    const member = await server.onBoard(boardId, 'member');
    const viewer = await server.onBoard(boardId, 'viewer');
    const of = (person: TestPerson): string => `/boards/${boardId}/people/${person.person.id}`;
    for (const person of [member, viewer]) {
      expect((await person.patch(of(person), { role: 'facilitator' })).body.code).toBe('notAllowed');
      expect((await person.remove(of(jet))).body.code).toBe('notAllowed');
      const body = { organisation: { name: 'X' }, role: 'facilitator' };
      expect((await person.post(`/boards/${boardId}/invitations`, body)).body.code).toBe('notAllowed');
    }
    expect((await jet.patch(of(viewer), { role: 'commenter' })).status).toBe(204);
    expect((await viewer.get(`/boards/${boardId}`)).body.role).toBe('commenter');
    expect((await viewer.remove(of(viewer))).status).toBe(204);
    expect((await viewer.get(`/boards/${boardId}`)).status).toBe(404);
    expect((await jet.remove(of(member))).status).toBe(204);
    expect((await member.get('/boards')).body.boards).toEqual([]);
    expect((await jet.remove(of(member))).status).toBe(404);
  });

  test('the last facilitator stays one, also when two leave at once', async () => {
    const mine = `/boards/${boardId}/people/${jet.person.id}`;
    expect((await jet.remove(mine)).body.code).toBe('lastFacilitator');
    expect((await jet.patch(mine, { role: 'member' })).body.code).toBe('lastFacilitator');
    const other = await server.onBoard(boardId, 'facilitator');
    const answers = await Promise.all([jet.remove(mine), other.remove(`/boards/${boardId}/people/${other.person.id}`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  });

  test('sixty organisations with cards fit on a board, and no more', async () => {
    for (let number = 1; number < 60; number += 1) await invite({ name: `Partner ${number}` });
    const body = { organisation: { name: 'Partner 60' }, role: 'member' };
    const answer = await jet.post(`/boards/${boardId}/invitations`, body);
    expect(answer).toMatchObject({ status: 409, body: { code: 'tooManyParties' } });
    expect((await jet.get(`/boards/${boardId}`)).body.documents).toHaveLength(62);
    const codes = [...(await readBoard(server, boardId)).organisations.values()].map(({ code }) => code);
    expect(new Set(codes).size).toBe(60);
    expect((await jet.post(`/boards/${boardId}/invitations`, { ...body, role: 'viewer' })).status).toBe(201);
  });
});
