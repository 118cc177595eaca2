import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BoardDetail } from '../../../shared/protocol/api.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { readBoard } from '../../support/readBoard.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';

describe.each(DATABASE_KINDS)('boards (%s)', (database) => {
  let server: TestServer;
  let jet: TestPerson;
  beforeAll(async () => {
    server = await startServer({ database });
    jet = await server.person({ organisation: 'Gemeente Proef' });
  });
  afterAll(() => server.close());

  const make = async (template = 'leeg', person = jet): Promise<BoardDetail> => {
    const answer = await person.post('/boards', { title: `Bord ${template}`, template });
    expect(answer.status).toBe(201);
    return answer.body;
  };

  test('a board from the Deventer template belongs to the organisation of who makes it', async () => {
    const answer = await jet.post('/boards', {
      title: ' Ons plan ',
      template: 'deventer-2024-2025',
      years: [2026, 2027],
    });
    expect(answer.status).toBe(201);
    const detail: BoardDetail = answer.body;
    expect(detail).toMatchObject({
      title: 'Ons plan',
      mode: 'open',
      role: 'facilitator',
      participants: 1,
      closedAt: null,
    });
    expect(detail.organisation).toEqual({ id: jet.person.organisationId, name: 'Gemeente Proef' });
    expect(detail.documents).toEqual([
      { name: `board/${detail.id}/frame`, kind: 'frame', access: 'write' },
      {
        name: `board/${detail.id}/draft/${jet.person.organisationId}`,
        kind: 'draft',
        organisationId: jet.person.organisationId,
        access: 'write',
      },
      {
        name: `board/${detail.id}/party/${jet.person.organisationId}`,
        kind: 'party',
        organisationId: jet.person.organisationId,
        access: 'write',
      },
    ]);
    const board = await readBoard(server, detail.id);
    const outcomes = [...board.outcomes.values()];
    expect(outcomes.filter(({ place }) => !place.parentId)).toHaveLength(7);
    expect(outcomes.filter(({ place }) => place.parentId)).toHaveLength(20);
    expect(board.activities.size).toBe(54);
    expect([...new Set([...board.activities.values()].map(({ owner }) => owner))]).toEqual([jet.person.organisationId]);
    expect(board.organisations.get(jet.person.organisationId!)?.name).toBe('Gemeente Proef');
    expect(board.plan.years).toEqual([2026, 2027]);
  });

  test('an organisation of the template that exists here already is the same one', async () => {
    const ggd = await server.person({ organisation: 'ggd voorbeeldland' });
    const board = await readBoard(server, (await make('voorbeeld-2026')).id);
    const named = [...board.organisations.values()].filter(({ name }) => name === 'GGD Voorbeeldland');
    expect(named.map(({ id }) => id)).toEqual([ggd.person.organisationId]);
    const theirs = [...board.activities.values()].filter(({ owner }) => owner === ggd.person.organisationId);
    expect(theirs).toHaveLength(8);
  });

  test('the list has the own boards only, last changed first', async () => {
    const other = await server.person();
    const first = await make('leeg', other);
    const second = await make('leeg', other);
    await make('leeg', jet);
    await other.patch(`/boards/${first.id}`, { title: 'Laatst gewijzigd' });
    const { boards } = (await other.get('/boards')).body;
    expect(boards.map(({ id }: { id: string }) => id)).toEqual([first.id, second.id]);
    expect((await server.stranger().get('/boards')).status).toBe(401);
  });

  test.each([
    ['an unknown template', { title: 'X', template: 'bestaat-niet' }, 'template'],
    ['an empty title', { title: '  ', template: 'leeg' }, 'title'],
    ['a title that is too long', { title: 'x'.repeat(301), template: 'leeg' }, 'title'],
    ['years that are none', { title: 'X', template: 'leeg', years: [12] }, 'years.0'],
    ['no title', { template: 'leeg' }, 'title'],
  ])('refuses %s', async (_what, body, field) => {
    const answer = await jet.post('/boards', body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalidInput', fields: [field] } });
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  test('who has no organisation is asked for one', async () => {
    const lone = await server.person();
    const { db } = server.product.services;
    await db.updateTable('users').set({ organisationId: null }).where('id', '=', lone.person.id).execute();
    const answer = await lone.post('/boards', { title: 'X', template: 'leeg' });
    expect(answer.body).toMatchObject({ code: 'invalidInput', fields: ['organisation'] });
    expect((await lone.patch('/session', { organisation: 'Welzijn Nieuw' })).body.user.organisation.name).toBe(
      'Welzijn Nieuw',
    );
    expect((await lone.post('/boards', { title: 'X', template: 'leeg' })).status).toBe(201);
  });

  test('hostile text in a title stays text', async () => {
    const title = `<script>alert(1)</script>'; drop table boards; -- \u202e ‮ ${'é'.repeat(20)}`;
    const made = await jet.post('/boards', { title, template: 'leeg' });
    expect((await jet.get(`/boards/${made.body.id}`)).body.title).toBe(title);
  });

  test('the mode decides what a member may write; closing leaves reading', async () => {
    const { id } = await make('leeg');
    const member = await server.onBoard(id, 'member', 'GGD Proef');
    const viewer = await server.onBoard(id, 'viewer');
    const access = async (person: TestPerson): Promise<string[]> => {
      const detail: BoardDetail = (await person.get(`/boards/${id}`)).body;
      const shared = detail.documents.filter(({ kind }) => kind !== 'draft');
      return shared.map(
        (document) =>
          `${document.organisationId === member.person.organisationId ? 'own' : document.kind} ${document.access}`,
      );
    };
    expect((await access(member)).sort()).toEqual(['frame write', 'own write', 'party write']);
    expect((await jet.patch(`/boards/${id}`, { mode: 'own' })).body.mode).toBe('own');
    expect((await access(member)).sort()).toEqual(['frame read', 'own write', 'party read']);
    await jet.patch(`/boards/${id}`, { mode: 'locked' });
    expect((await access(member)).sort()).toEqual(['frame read', 'own read', 'party read']);
    expect((await access(jet)).sort()).toEqual(['frame write', 'own write', 'party write']);
    expect((await access(viewer)).sort()).toEqual(['frame read', 'own read', 'party read']);
    const closed = await jet.patch(`/boards/${id}`, { closed: true });
    expect(closed.body.closedAt).toMatch(/^\d{4}-/);
    expect((await access(jet)).sort()).toEqual(['frame read', 'own read', 'party read']);
    expect((await jet.patch(`/boards/${id}`, { title: 'Y' })).body.code).toBe('boardClosed');
    expect((await jet.patch(`/boards/${id}`, { closed: false, title: 'Y' })).body).toMatchObject({
      closedAt: null,
      title: 'Y',
    });
  });

  test('a copy has the same records under the same ids, and nobody else on it', async () => {
    const source = await make('voorbeeld-2026');
    const member = await server.onBoard(source.id, 'member', 'GGD Voorbeeldland');
    const copied = await member.post(`/boards/${source.id}/copy`, { title: 'Kopie' });
    expect(copied.status).toBe(201);
    expect(copied.body).toMatchObject({ title: 'Kopie', role: 'facilitator', participants: 1 });
    expect(copied.body.organisation.name.toLowerCase()).toBe('ggd voorbeeldland');
    expect(await readBoard(server, copied.body.id)).toEqual(await readBoard(server, source.id));
    expect((await jet.get(`/boards/${copied.body.id}`)).status).toBe(404);
  });

  test('what one may not do is refused, and what one may not see is not there', async () => {
    const { id } = await make('leeg');
    const stranger = await server.person();
    const administrator = await server.person({ administrator: true });
    for (const outsider of [stranger, administrator]) {
      const answers = await Promise.all([
        outsider.get(`/boards/${id}`),
        outsider.patch(`/boards/${id}`, { title: 'X' }),
        outsider.post(`/boards/${id}/copy`, { title: 'X' }),
        outsider.get(`/boards/${id}/people`),
        outsider.post(`/boards/${id}/invitations`, { organisation: { name: 'X' }, role: 'member' }),
        outsider.get('/boards/bestaat-niet'),
      ]);
      expect(answers.map(({ status, text }) => [status, text])).toEqual(answers.map(() => [404, answers[5]!.text]));
    }
    for (const role of ['member', 'commenter', 'viewer'] as const) {
      const person = await server.onBoard(id, role, 'GGD Proef');
      for (const change of [{ title: 'X' }, { mode: 'locked' }, { closed: true }]) {
        expect((await person.patch(`/boards/${id}`, change)).body.code).toBe('notAllowed');
      }
      const copy = await person.post(`/boards/${id}/copy`, { title: 'X' });
      expect(copy.status).toBe(role === 'member' ? 201 : 403);
    }
    const anonymous = server.stranger();
    expect((await anonymous.get(`/boards/${id}`)).status).toBe(401);
    expect((await anonymous.post('/boards', { title: 'X', template: 'leeg' })).status).toBe(401);
    expect((await jet.get(`/boards/${id}`)).body).toMatchObject({ title: 'Bord leeg', mode: 'open', closedAt: null });
  });

  test('the templates say what is in them', async () => {
    const { templates } = (await jet.get('/templates')).body;
    expect(templates.map(({ name }: { name: string }) => name)).toContain('leeg');
    const deventer = templates.find(({ name }: { name: string }) => name === 'deventer-2024-2025');
    expect(deventer).toMatchObject({ columns: 7, sections: 20, activities: 54, years: [2024, 2025], fictional: false });
    expect((await server.stranger().get('/templates')).status).toBe(401);
  });
});
