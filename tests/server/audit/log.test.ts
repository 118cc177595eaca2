import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AUDIT_ACTIONS } from '../../../shared/access/auditActions.ts';
import type { AuditEventShown } from '../../../shared/protocol/audit.ts';
import { command } from '../../support/backups.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';

const PASSWORD = 'een-lang-wachtwoord-42';
const WRONG = 'fout-wachtwoord-4711';

describe.each(DATABASE_KINDS)('the audit log (%s)', (database) => {
  let server: TestServer;
  let jet: TestPerson;
  beforeAll(async () => {
    server = await startServer({ database });
    jet = await server.person({ name: 'Jet', password: PASSWORD, email: 'jet@voorbeeld.example' });
  });
  afterAll(() => server.close());

  const newBoard = async (by = jet): Promise<string> =>
    (await by.post('/boards', { title: 'Geheime titel', template: 'leeg' })).body.id;
  const logOf = async (boardId: string, query = ''): Promise<AuditEventShown[]> =>
    (await jet.get(`/boards/${boardId}/audit${query}`)).body.events;
  const rows = () => server.product.services.db.selectFrom('auditEvents').selectAll().orderBy('sequence').execute();
  const settings = () => {
    const { DATA_DIR: dataDir = '', DATABASE_URL: databaseUrl } = server.store.variables;
    return { dataDir, databaseUrl };
  };
  const check = () => command(['check'], settings());

  // L1
  test('tells who changed which rights on a board, in order, from where, and nothing of another board', async () => {
    const other = await newBoard();
    const boardId = await newBoard();
    const invited = await jet.post(`/boards/${boardId}/invitations`, {
      organisation: { name: 'GGD Proef' },
      role: 'member',
    });
    const token = invited.body.url.split('/').at(-1);
    const kim = server.stranger();
    await kim.post(`/invitations/${token}`, { name: 'Kim', email: 'kim@voorbeeld.example' });
    const kimId = (await kim.get('/session')).body.user.id;
    await jet.remove(`/boards/${boardId}/invitations/${invited.body.id}`);
    await jet.patch(`/boards/${boardId}/people/${kimId}`, { role: 'viewer' });
    // The same role once more is no change.
    await jet.patch(`/boards/${boardId}/people/${kimId}`, { role: 'viewer' });
    await jet.patch(`/boards/${boardId}`, { title: 'Nieuwe titel', mode: 'locked' });
    const made = await jet.post(`/boards/${boardId}/tokens`, { name: 'Rapport', access: 'read' });
    await jet.remove(`/boards/${boardId}/tokens/${made.body.id}`);
    await jet.remove(`/boards/${boardId}/people/${kimId}`);
    await jet.post(`/boards/${boardId}/copy`, { title: 'Kopie' });
    await jet.patch(`/boards/${boardId}`, { closed: true });

    const events = (await logOf(boardId)).reverse();
    expect(events.map(({ action }) => action)).toEqual([
      'board.made',
      'people.invited',
      'account.made',
      'people.joined',
      'people.invitationWithdrawn',
      'people.roleChanged',
      'board.renamed',
      'board.modeChanged',
      'program.tokenMade',
      'program.tokenRevoked',
      'people.removed',
      'board.copied',
      'board.closed',
    ]);
    const sequences = events.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    expect(events[5]).toMatchObject({
      actor: { kind: 'person', id: jet.person.id, name: 'Jet' },
      subject: { kind: 'person', id: kimId, name: 'Kim' },
      organisation: { name: 'GGD Proef' },
      detail: { from: 'member', role: 'viewer' },
      address: '127.0.0.1',
      result: 'done',
    });
    expect(events[7]?.detail).toEqual({ from: 'open', mode: 'locked' });
    expect(events[8]?.subject).toMatchObject({ kind: 'program', name: 'Rapport' });
    expect((await logOf(other)).map(({ action }) => action)).toEqual(['board.made']);
    const grouped = await logOf(boardId, '?group=program');
    expect(grouped.map(({ action }) => action)).toEqual(['program.tokenRevoked', 'program.tokenMade']);
  });

  // L1
  test('tells of commands as the operator’s, and of whom they were done for', async () => {
    const boardId = await newBoard();
    const noor = await server.person({ name: 'Noor', email: 'noor@voorbeeld.example' });
    const add = ['member', 'add', '--board', boardId, '--email', 'noor@voorbeeld.example', '--role'];
    await command([...add, 'viewer'], settings());
    await command([...add, 'facilitator'], settings());
    await command(['link', '--email', 'noor@voorbeeld.example'], settings());
    expect((await logOf(boardId)).slice(0, 2)).toMatchObject([
      { action: 'people.roleChanged', actor: { kind: 'operator' }, detail: { from: 'viewer', role: 'facilitator' } },
      { action: 'people.added', actor: { kind: 'operator' }, subject: { id: noor.person.id, name: 'Noor' } },
    ]);
    expect((await rows()).at(-1)).toMatchObject({ action: 'signIn.linkMade', actorKind: 'operator', address: null });
    const made = await command(
      ['board', 'create', '--title', 'B', '--template', 'leeg', '--facilitator', 'noor@voorbeeld.example'],
      settings(),
    );
    const event = (await rows()).at(-1);
    expect(event).toMatchObject({
      action: 'board.made',
      actorKind: 'operator',
      actorId: null,
      boardId: made.result.id,
    });
    expect(JSON.parse(event?.detail ?? '')).toMatchObject({ as: noor.person.id });
  });

  // L1, L3
  test('tells of signing in and out; wrong tries are the same for a known and an unknown address', async () => {
    const from = (await rows()).length;
    const browser = server.stranger();
    for (const email of ['jet@voorbeeld.example', 'niemand@voorbeeld.example']) {
      for (let count = 0; count < 3; count += 1) await browser.post('/session', { email, password: WRONG });
    }
    await browser.post('/session', { email: 'jet@voorbeeld.example', password: PASSWORD });
    await browser.remove('/session');
    await browser.post('/session/link', { token: 'x'.repeat(43) });
    await waitFor('five events', async () => (await rows()).length >= from + 5);
    const seen = (await rows()).slice(from);
    const short = seen.map(({ action, result, actorKind, subjectId }) => [action, result, actorKind, subjectId]);
    expect(short).toHaveLength(5);
    const { id } = jet.person;
    expect(short).toEqual(
      expect.arrayContaining([
        ['signIn.password', 'failed', 'stranger', id],
        ['signIn.password', 'failed', 'stranger', null],
        ['signIn.password', 'done', 'person', id],
        ['signIn.out', 'done', 'person', id],
        ['signIn.link', 'failed', 'stranger', null],
      ]),
    );
    await server.product.services.audit.writeSums(true);
    const sums = (await rows()).slice(from + 5);
    expect(sums.map(({ action, detail }) => [action, JSON.parse(detail).times])).toEqual([
      ['signIn.password', 2],
      ['signIn.password', 2],
    ]);
  });

  // L3
  test('thirty like refusals are two rows', async () => {
    const boardId = await newBoard();
    const kim = await server.onBoard(boardId, 'member');
    const from = (await rows()).length;
    for (let count = 0; count < 30; count += 1) await kim.patch(`/boards/${boardId}`, { mode: 'locked' });
    expect((await kim.get(`/boards/${boardId}/audit`)).status).toBe(403);
    expect((await kim.get(`/boards/${boardId}/rights`)).status).toBe(403);
    await waitFor('three events', async () => (await rows()).length >= from + 3);
    await server.product.services.audit.writeSums(true);
    const events = (await rows()).slice(from);
    expect(events.map(({ action, boardId: on, actorId }) => [action, on, actorId])).toEqual(
      Array(4).fill(['refused.request', boardId, kim.person.id]),
    );
    expect(events.map(({ detail }) => JSON.parse(detail))).toEqual(
      expect.arrayContaining([
        { method: 'PATCH', route: '/api/v1/boards/:boardId' },
        { method: 'PATCH', route: '/api/v1/boards/:boardId', times: 29 },
        { method: 'GET', route: '/api/v1/boards/:boardId/audit' },
        { method: 'GET', route: '/api/v1/boards/:boardId/rights' },
      ]),
    );
  });

  // L4
  test('who is not on the board finds no log and no overview, and another site gets none by a facilitator', async () => {
    const boardId = await newBoard();
    const stranger = await server.person();
    for (const page of ['audit', 'rights']) {
      expect((await stranger.get(`/boards/${boardId}/${page}`)).status).toBe(404);
      expect((await server.stranger().get(`/boards/${boardId}/${page}`)).status).toBe(401);
    }
    expect((await jet.get(`/boards/${boardId}/audit?before=0`)).status).toBe(400);
    expect((await jet.get(`/boards/${boardId}/audit?group=people.%25`)).status).toBe(400);
    await jet.patch(`/boards/${boardId}`, { mode: 'locked' }, { origin: 'https://elders.example' });
    const strangers = async () =>
      (await rows()).filter(({ result, actorKind }) => result === 'refused' && actorKind === 'stranger');
    await waitFor('the refusal of another site', async () => (await strangers()).length > 0);
    const [event] = await strangers();
    expect(event).toMatchObject({ action: 'refused.request', boardId: null, address: '127.0.0.1' });
  });

  // L5
  test('the overview of rights names everyone, open invitations and tokens', async () => {
    const boardId = await newBoard();
    const kim = await server.onBoard(boardId, 'viewer', 'GGD Proef');
    await jet.post(`/boards/${boardId}/invitations`, { organisation: { name: 'Welzijn' }, role: 'member' });
    await jet.post(`/boards/${boardId}/tokens`, { name: 'Rapport', access: 'write' });
    const { body } = await jet.get(`/boards/${boardId}/rights`);
    expect(body).toMatchObject({
      board: { title: 'Geheime titel', mode: 'open', closedAt: null },
      invitations: [{ organisation: { name: 'Welzijn' }, role: 'member', invitedBy: 'Jet', used: 0 }],
      tokens: [{ name: 'Rapport', access: 'write', madeBy: 'Jet' }],
    });
    const of = (id: string) => body.people.find(({ userId }: { userId: string }) => userId === id);
    expect(of(kim.person.id)).toMatchObject({ role: 'viewer', organisation: { name: 'GGD Proef' }, lastSignIn: null });
    expect(of(jet.person.id).lastSignIn).toMatch(/^20/);
    expect(of(jet.person.id).since).toMatch(/^20/);
  });

  // L1
  test('holds no word that anyone typed, no secret and no address of mail', async () => {
    const title = '<img src=x onerror=alert(1)>';
    const boardId = (await jet.post('/boards', { title, template: 'leeg' })).body.id;
    const invited = await jet.post(`/boards/${boardId}/invitations`, { organisation: { name: title }, role: 'member' });
    const { token } = (await jet.post(`/boards/${boardId}/tokens`, { name: title, access: 'read' })).body;
    await jet.patch('/session', { name: 'Jet de Vries' });
    const text = JSON.stringify(await rows());
    const invitation = invited.body.url.split('/').at(-1);
    const secrets = [
      PASSWORD,
      WRONG,
      'voorbeeld.example',
      'Jet',
      'Kim',
      'titel',
      '<img',
      'Rapport',
      'GGD',
      invitation,
      token,
    ];
    for (const secret of [...secrets, jet.cookie().split('=')[1] ?? '?']) expect(text).not.toContain(secret);
    expect(new Set((await rows()).map(({ action }) => action in AUDIT_ACTIONS))).toEqual(new Set([true]));
  });

  // L2
  test('a change of rights that fails leaves no event, and an event that cannot be written no change', async () => {
    const boardId = await newBoard();
    const from = (await rows()).length;
    expect((await jet.remove(`/boards/${boardId}/people/${jet.person.id}`)).status).toBe(409);
    expect(await rows()).toHaveLength(from);
    const { db } = server.product.services;
    const kim = await server.onBoard(boardId, 'viewer');
    await db.schema.alterTable('auditHead').renameTo('auditHeadAway').execute();
    const refused = await jet.patch(`/boards/${boardId}/people/${kim.person.id}`, { role: 'facilitator' });
    await db.schema.alterTable('auditHeadAway').renameTo('auditHead').execute();
    expect(refused.status).toBe(500);
    const { participants } = (await jet.get(`/boards/${boardId}/people`)).body;
    expect(participants.find(({ userId }: { userId: string }) => userId === kim.person.id).role).toBe('viewer');
  });

  // L2
  test('is one chain, whoever appends at once', async () => {
    const boards = await Promise.all([newBoard(), newBoard(), newBoard()]);
    await Promise.all(
      boards.flatMap((boardId) => [
        ...['open', 'own', 'locked', 'own'].map((mode) => jet.patch(`/boards/${boardId}`, { mode })),
        ...[1, 2].map(() => jet.post(`/boards/${boardId}/tokens`, { name: 'x', access: 'read' })),
        server.stranger().post('/session', { email: 'jet@voorbeeld.example', password: PASSWORD }),
      ]),
    );
    const all = await rows();
    expect(all.map(({ sequence }) => sequence)).toEqual(all.map((_, index) => index + 1));
    const { code, result } = await check();
    expect({ code, findings: result.findings }).toEqual({ code: 0, findings: [] });
    expect(result.audit).toEqual({ events: all.length, head: { sequence: all.length, hash: all.at(-1)?.hash } });
  });

  // L2
  test('check names a row that was changed, taken out, put elsewhere, put before or cut off', async () => {
    const { db } = server.product.services;
    const sound = await rows();
    const findings = async () => (await check()).result.findings;
    const count = sound.length;
    const set = (sequence: number, change: object) =>
      db.updateTable('auditEvents').set(change).where('sequence', '=', sequence).execute();
    const restore = async () => {
      await db.deleteFrom('auditEvents').execute();
      await db.insertInto('auditEvents').values(sound).execute();
    };
    await set(3, { actorId: 'iemand-anders' });
    expect(await findings()).toEqual([{ code: 'auditRowChanged', sequence: 3 }]);
    await restore();
    await db.deleteFrom('auditEvents').where('sequence', '=', 5).execute();
    expect(await findings()).toEqual([{ code: 'auditRowMissing', sequence: 5 }]);
    await restore();
    await set(3, { sequence: -1 });
    await set(4, { sequence: 3 });
    await set(-1, { sequence: 4 });
    const swapped = await findings();
    expect(swapped).toContainEqual({ code: 'auditRowChanged', sequence: 3 });
    expect(swapped).toContainEqual({ code: 'auditRowChanged', sequence: 4 });
    await restore();
    await db.deleteFrom('auditEvents').where('sequence', '=', count).execute();
    expect(await findings()).toEqual([{ code: 'auditRowMissing', sequence: count }]);
    await db
      .updateTable('auditHead')
      .set({ sequence: count - 1 })
      .execute();
    expect(await findings()).toEqual([{ code: 'auditHead', sequence: count - 1 }]);
    await db.updateTable('auditHead').set({ sequence: count }).execute();
    await restore();
    await db
      .insertInto('auditEvents')
      .values({ ...sound[0]!, sequence: 0 })
      .execute();
    expect((await findings())[0]).toMatchObject({ code: 'auditRowMissing' });
    await restore();
    await db.updateTable('auditEvents').set({ sequence: 0 }).where('sequence', '=', -1).execute();
    expect(await findings()).toEqual([]);
  });
});
