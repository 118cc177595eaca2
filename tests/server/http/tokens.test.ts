import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertAccessToken, tokenIdOf } from '../../../server/db/accessTokens.ts';
import { addMember } from '../../../server/services/addMember.ts';
import { newId } from '../../../server/services/secrets.ts';
import { CLOSE } from '../../../shared/protocol/live.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';
import { YjsProgram } from '../../support/yjsProgram.ts';

describe.each(DATABASE_KINDS)('access tokens (%s)', (database) => {
  let server: TestServer;
  let jet: TestPerson;
  let boardId: string;
  beforeAll(async () => {
    server = await startServer({ database });
    jet = await server.person({ name: 'Jet' });
  });
  beforeEach(async () => {
    boardId = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body.id;
  });
  afterAll(() => server.close());

  const tokens = (): string => `/boards/${boardId}/tokens`;
  const make = async (by: TestPerson = jet, body: object = {}): Promise<{ id: string; token: string }> => {
    const answer = await by.post(tokens(), { name: 'Rapport', access: 'write', ...body });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const listed = async (): Promise<string[]> =>
    (await jet.get(tokens())).body.tokens.map(({ id }: { id: string }) => id);
  const program = (token: string): YjsProgram =>
    new YjsProgram(server.url, `board/${boardId}/frame`, { params: { token } });
  /** Runs something while a program is connected, and gives with what the program was closed. */
  async function closedBy(token: string, change: () => Promise<unknown>) {
    const one = await program(token).synced();
    await change();
    const closed = await one.isClosed();
    one.destroy();
    return closed;
  }

  test('a token is shown once, is listed without it, and only its hash is stored', async () => {
    const { token, ...rest } = (await jet.post(tokens(), { name: ' Rapport ', access: 'read', validDays: 30 })).body;
    expect(token).toMatch(/^obt_[\w-]{43}$/);
    expect(rest).toMatchObject({ name: 'Rapport', access: 'read', madeBy: 'Jet', lastUsedAt: null });
    expect(Date.parse(rest.expiresAt) - Date.parse(rest.createdAt)).toBe(30 * 24 * 60 * 60 * 1000);
    expect((await jet.get(tokens())).body).toEqual({ tokens: [rest] });
    const rows = await server.product.services.db.selectFrom('accessTokens').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token.slice(4));
    (await program(token).synced()).destroy();
    const [used] = (await jet.get(tokens())).body.tokens;
    expect(used.lastUsedAt).not.toBeNull();
    const endless = await make(jet, { name: 'Zonder einde' });
    expect(endless).toMatchObject({ expiresAt: null });
  });

  test('revoking ends it at once, also for who is connected', async () => {
    const { id, token } = await make();
    const began = Date.now();
    expect(await closedBy(token, () => jet.remove(`${tokens()}/${id}`))).toEqual(CLOSE.noAccess);
    expect(Date.now() - began).toBeLessThan(2_000);
    expect(await listed()).toEqual([]);
    expect((await jet.remove(`${tokens()}/${id}`)).status).toBe(404);
    const late = program(token);
    await waitFor('it is not let in', () => late.errors.some((error) => error.includes('401')));
    late.destroy();
  });

  test('a program asks by its token what to name and which documents there are, and of its own board alone', async () => {
    const { token } = await make(jet, { access: 'read' });
    const ask = (board: string, key: string) => fetch(`${server.url}/yjs/board/${board}?token=${key}`);
    const answer = await ask(boardId, token);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    const { generation, schema, documents } = await answer.json();
    const { body } = await jet.get(`/boards/${boardId}`);
    expect({ generation, schema }).toEqual({ generation: body.generation, schema: body.schema });
    const listed: { readonly name: string; readonly kind: string }[] = body.documents;
    const shared = listed.filter(({ kind }) => kind !== 'draft');
    expect(documents.sort()).toEqual(shared.map(({ name }) => name).sort());
    const other = (await jet.post('/boards', { title: 'Ander bord', template: 'leeg' })).body.id;
    expect((await ask(other, token)).status).toBe(404);
    for (const wrong of ['', 'verzonnen']) expect((await ask(boardId, wrong)).status).toBe(401);
  });

  test('A6: permission first: tokens are for facilitators, and who is not on the board finds nothing', async () => {
    const { id } = await make();
    const member = await server.onBoard(boardId, 'member');
    const viewer = await server.onBoard(boardId, 'viewer');
    const stranger = await server.person();
    const body = { name: 'X', access: 'read' };
    for (const [browser, status, code] of [
      [member, 403, 'notAllowed'],
      [viewer, 403, 'notAllowed'],
      [stranger, 404, 'notFound'],
      [server.stranger(), 401, 'notSignedIn'],
    ] as const) {
      for (const answer of [
        await browser.get(tokens()),
        await browser.post(tokens(), body),
        await browser.remove(`${tokens()}/${id}`),
      ]) {
        expect(answer).toMatchObject({ status, body: { code } });
      }
    }
    const missing = await stranger.get('/boards/bestaatniet/tokens');
    expect(missing.text).toBe((await stranger.get(tokens())).text);
    expect(await listed()).toEqual([id]);
  });

  test('a token of one board is not found on another', async () => {
    const { id } = await make();
    const other = (await jet.post('/boards', { title: 'Ander bord', template: 'leeg' })).body.id;
    expect((await jet.remove(`/boards/${other}/tokens/${id}`)).status).toBe(404);
    expect(await listed()).toEqual([id]);
  });

  test('a token ends with the role of who made it, and does not come back with it', async () => {
    const kim = await server.onBoard(boardId, 'facilitator');
    const me = `/boards/${boardId}/people/${kim.person.id}`;
    const lower = await make(kim);
    expect(await closedBy(lower.token, () => jet.patch(me, { role: 'member' }))).toEqual(CLOSE.noAccess);
    await jet.patch(me, { role: 'facilitator' });
    expect(await listed()).toEqual([]);
    const removed = await make(kim);
    expect(await closedBy(removed.token, () => kim.remove(me))).toEqual(CLOSE.noAccess);
    // By the operator's command, beside the server.
    const { db } = server.product.services;
    await addMember(db, kim.person, boardId, 'facilitator', new Date());
    const commanded = await make(kim);
    const byCommand = () => addMember(db, kim.person, boardId, 'viewer', new Date());
    expect(await closedBy(commanded.token, byCommand)).toEqual(CLOSE.noAccess);
    await addMember(db, kim.person, boardId, 'facilitator', new Date());
    expect(await listed()).toEqual([]);
  });

  test('what is wrong is named; a closed board gets none', async () => {
    for (const [body, field] of [
      [{ name: ' ', access: 'read' }, 'name'],
      [{ name: 'X', access: 'facilitator' }, 'access'],
      [{ name: 'X', access: 'read', validDays: 0 }, 'validDays'],
    ] as const) {
      expect((await jet.post(tokens(), body)).body).toMatchObject({ code: 'invalidInput', fields: [field] });
    }
    await jet.patch(`/boards/${boardId}`, { closed: true });
    expect((await jet.post(tokens(), { name: 'X', access: 'read' })).body.code).toBe('boardClosed');
  });

  test('nobody makes them without end', async () => {
    const other = await server.person();
    const codes = new Set<string>();
    for (let count = 0; count < 60; count += 1) {
      codes.add((await other.post(tokens(), { name: 'X', access: 'read' })).body.code);
    }
    expect([...codes]).toEqual(['notFound']);
    expect((await other.post(tokens(), { name: 'X', access: 'read' })).body.code).toBe('tooManyRequests');
  });

  test('a board has at most fifty that work', async () => {
    const { db } = server.product.services;
    const row = { boardId, name: 'X', access: 'read', createdBy: jet.person.id, lastUsedAt: null } as const;
    const at = { createdAt: '2026-01-01T00:00:00.000Z', revokedAt: null };
    for (let number = 0; number < 50; number += 1) {
      // The first is over, and does not count.
      const expiresAt = number === 0 ? at.createdAt : null;
      await insertAccessToken(db, { ...row, ...at, expiresAt, id: tokenIdOf(newId()), tokenHash: newId() });
    }
    await make();
    expect((await jet.post(tokens(), { name: 'X', access: 'read' })).body.code).toBe('tooManyTokens');
  });
});
