import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';

const ROUTES = [
  ['GET', '/admin/overview'],
  ['GET', '/admin/organisations'],
  ['POST', '/admin/organisations'],
  ['PATCH', '/admin/organisations/x'],
  ['GET', '/admin/people'],
  ['POST', '/admin/people/x/sign-out'],
  ['POST', '/admin/people/x/sign-in-link'],
  ['GET', '/admin/invitations'],
  ['GET', '/admin/audit'],
] as const;

describe.each(DATABASE_KINDS)('the administrator (%s)', (database) => {
  let server: TestServer;
  let admin: TestPerson;
  let jet: TestPerson;
  let boardId: string;
  beforeAll(async () => {
    server = await startServer({ database });
    admin = await server.person({ name: 'Ada', organisation: 'ICT', administrator: true });
    jet = await server.person({ name: 'Jet 100%', organisation: 'Gemeente Proef', email: 'jet@voorbeeld.example' });
    boardId = (await jet.post('/boards', { title: 'Geheim bord', template: 'leeg' })).body.id;
  });
  afterAll(() => server.close());

  const events = () => server.product.services.db.selectFrom('auditEvents').selectAll().orderBy('sequence').execute();
  const ask = (who: TestPerson | ReturnType<TestServer['stranger']>, [method, path]: readonly [string, string]) => {
    if (method === 'GET') return who.get(path);
    return method === 'POST' ? who.post(path, { name: 'x' }) : who.patch(path, { name: 'x' });
  };

  // L6
  test.each(ROUTES)('%s %s is not there for others', async (...route) => {
    const path = await ask(jet, route);
    expect([path.status, path.body.code]).toEqual([404, 'notFound']);
    // Wrong input tells no more than right input.
    expect((await jet.post('/admin/organisations', 'geen json')).status).toBe(404);
    expect((await ask(server.stranger(), route)).status).toBe(401);
  });

  // L6
  test('every route of the administrator is one of these', async () => {
    const { paths } = (await jet.get('/openapi.json')).body;
    const known = Object.entries<object>(paths).flatMap(([path, methods]) =>
      path.startsWith('/admin') ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`) : [],
    );
    const tried = ROUTES.map(([method, path]) => {
      const template = path.replace('organisations/x', 'organisations/{organisationId}').replace('/x/', '/{userId}/');
      return `${method} ${template}`;
    });
    expect(known.sort()).toEqual(tried.sort());
  });

  // L6
  test('is told of when someone else tries', async () => {
    await jet.get('/admin/people');
    const tries = async () =>
      (await events()).filter(({ actorId, action }) => actorId === jet.person.id && action === 'refused.request');
    await waitFor('the event', async () => (await tries()).length > 0);
    expect((await tries())[0]).toMatchObject({ result: 'refused', boardId: null });
  });

  // L6
  test('sees numbers, and no board: not its title, not its id, not by its address', async () => {
    await jet.post(`/boards/${boardId}/invitations`, { organisation: { name: 'GGD' }, role: 'member' });
    const texts = [];
    for (const path of ['overview', 'organisations', 'people', 'invitations', 'audit']) {
      const answer = await admin.get(`/admin/${path}`);
      expect(answer.status).toBe(200);
      texts.push(answer.text);
    }
    expect(texts.join()).not.toContain('Geheim bord');
    expect(texts.join()).not.toContain(boardId);
    for (const path of ['', '/people', '/audit', '/rights', '/tokens']) {
      expect((await admin.get(`/boards/${boardId}${path}`)).status).toBe(404);
    }
    const { body } = await admin.get('/admin/overview');
    expect(body).toMatchObject({
      counts: { boards: 1, closedBoards: 0, organisations: 3, people: 2, administrators: 1, openInvitations: 1 },
      storage: { kind: database, freeBytes: expect.any(Number) },
      health: { ready: true, numbers: { journal_failing: 0, http_errors_total: 0 } },
    });
    expect(body.storage.storeBytes).toBeGreaterThan(10_000);
    expect(body.storage.journalRows).toBeGreaterThan(0);
    expect(body.storage.auditEvents).toBe((await events()).length);
    const { invitations } = (await admin.get('/admin/invitations')).body;
    expect(invitations).toMatchObject([{ organisation: 'GGD', role: 'member', invitedBy: 'Jet 100%' }]);
  });

  test('makes and renames organisations, each under one name', async () => {
    const made = await admin.post('/admin/organisations', { name: ' Bibliotheek ' });
    expect(made.status).toBe(201);
    const { id } = made.body;
    expect((await admin.post('/admin/organisations', { name: 'bibliotheek' })).body.fields).toEqual(['name']);
    expect((await admin.patch(`/admin/organisations/${id}`, { name: 'ict' })).body.fields).toEqual(['name']);
    expect((await admin.patch('/admin/organisations/nergens', { name: 'Iets' })).status).toBe(404);
    expect((await admin.patch(`/admin/organisations/${id}`, { name: 'Bibliotheek Oost' })).status).toBe(204);
    // In its own name only the capitals change.
    expect((await admin.patch(`/admin/organisations/${id}`, { name: 'bibliotheek Oost' })).status).toBe(204);
    const { organisations } = (await admin.get('/admin/organisations')).body;
    const of = (name: string) => organisations.find((one: { name: string }) => one.name === name);
    expect(of('bibliotheek Oost')).toMatchObject({ id, people: 0, boards: 0 });
    expect(of('Gemeente Proef')).toMatchObject({ people: 1, boards: 1 });
    const told = (await events()).filter(({ action }) => action.startsWith('organisation.'));
    expect(told.map(({ action, actorId, subjectId }) => [action, actorId, subjectId])).toEqual([
      ['organisation.made', admin.person.id, id],
      ['organisation.renamed', admin.person.id, id],
      ['organisation.renamed', admin.person.id, id],
    ]);
  });

  test('finds people by a part of a name or address, and nobody by a pattern', async () => {
    const names = async (query: string) =>
      (await admin.get(`/admin/people?${query}`)).body.people.map(({ name }: { name: string }) => name);
    expect(await names('')).toEqual(['Ada', 'Jet 100%']);
    expect(await names('search=JET')).toEqual(['Jet 100%']);
    expect(await names('search=Voorbeeld.ex')).toEqual(['Ada', 'Jet 100%']);
    expect(await names(`search=${encodeURIComponent('0%')}`)).toEqual(['Jet 100%']);
    expect(await names(`search=${encodeURIComponent('%')}`)).toEqual(['Jet 100%']);
    expect(await names(`search=${encodeURIComponent('_et')}`)).toEqual([]);
    expect(await names(`search=${encodeURIComponent("' or 1=1 --")}`)).toEqual([]);
    expect(await names(`organisation=${admin.person.organisationId}`)).toEqual(['Ada']);
    expect((await admin.get('/admin/people?page=0')).status).toBe(400);
    const { people, total, pages } = (await admin.get('/admin/people?page=2')).body;
    expect([people, total, pages]).toEqual([[], 2, 1]);
  });

  test('signs someone out everywhere, and hands them a link that works once', async () => {
    const { id } = jet.person;
    const old = (await admin.post(`/admin/people/${id}/sign-in-link`)).body.url;
    expect((await admin.post(`/admin/people/${id}/sign-out`)).status).toBe(204);
    expect((await jet.get('/session')).status).toBe(401);
    const open = async (url: string) => {
      const browser = server.stranger();
      const { status } = await browser.post('/session/link', { token: url.split('/').at(-1) });
      return { status, browser };
    };
    expect((await open(old)).status).toBe(410);
    const fresh = await admin.post(`/admin/people/${id}/sign-in-link`);
    expect(fresh.status).toBe(201);
    const { status, browser } = await open(fresh.body.url);
    expect([status, (await browser.get('/session')).body.user.id]).toEqual([200, id]);
    expect((await open(fresh.body.url)).status).toBe(410);
    for (const act of ['sign-out', 'sign-in-link']) {
      expect((await admin.post(`/admin/people/nergens/${act}`)).status).toBe(404);
    }
    const { people } = (await admin.get('/admin/people?search=jet')).body;
    expect(people[0]).toMatchObject({ sessions: 1, boards: 1, administrator: false });
    expect(people[0].lastSignIn).toMatch(/^20/);
    const told = (await events()).filter(({ actorId, subjectId }) => actorId === admin.person.id && subjectId === id);
    expect(told.map(({ action }) => action)).toEqual(['signIn.linkMade', 'signIn.endedEverywhere', 'signIn.linkMade']);
    expect(JSON.stringify(await events())).not.toContain(fresh.body.url.split('/').at(-1));
    const { events: shown } = (await admin.get('/admin/audit?group=signIn')).body;
    expect(shown.map(({ action }: { action: string }) => action)).toContain('signIn.endedEverywhere');
  });
});
