import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { findBoard } from '../../../server/db/boards.ts';
import { checkBoard } from '../../../server/services/checkBoard.ts';
import { draft, FRAME, party } from '../../../shared/board/documentRef.ts';
import { lateEdits } from '../../../shared/board/lateText.ts';
import { plainText } from '../../../shared/board/richText.ts';
import { addActivity } from '../../../shared/commands/addActivity.ts';
import { addOutcomes } from '../../../shared/commands/addOutcomes.ts';
import { editActivity } from '../../../shared/commands/editActivity.ts';
import { involveOrganisation } from '../../../shared/commands/involveOrganisation.ts';
import { linkActivity, unlinkActivity } from '../../../shared/commands/linkActivity.ts';
import { moveActivity } from '../../../shared/commands/moveActivity.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { Employee, typeInto } from '../../support/employee.ts';
import { readBoard } from '../../support/readBoard.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';

describe.each(DATABASE_KINDS)('sharing a draft (%s)', (database) => {
  let server: TestServer;
  let jet: TestPerson;
  let kim: TestPerson;
  let colleague: TestPerson;
  let boardId: string;
  let ggd: string;
  let page: Employee;
  let outcomes: readonly string[];
  const made: { destroy: () => void }[] = [];
  beforeAll(async () => {
    server = await startServer({ database });
    jet = await server.person({ name: 'Jet' });
  });
  beforeEach(async () => {
    boardId = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body.id;
    kim = await server.onBoard(boardId, 'member', 'GGD Proef');
    colleague = await server.onBoard(boardId, 'member', 'GGD Proef');
    ggd = kim.person.organisationId ?? '';
    page = await open(kim);
    await page.run(addOutcomes, { titles: ['Gezond', 'Veilig'] });
    outcomes = [...page.board.outcomes.keys()];
  });
  afterEach(() => {
    for (const one of made.splice(0)) one.destroy();
  });
  afterAll(() => server.close());

  const open = async (person: TestPerson): Promise<Employee> => {
    const employee = await Employee.at(server, person, boardId);
    made.push(employee);
    return employee;
  };
  const share = (person: TestPerson, activityId: string) =>
    person.post(`/boards/${boardId}/drafts/${activityId}/share`);
  const newDraft = async (title: string): Promise<string> =>
    (await page.run(addActivity, { title, outcomeId: outcomes[0], draft: true })).id;
  const rows = async () => {
    const { db } = server.product.services;
    return db.selectFrom('journal').selectAll().where('boardId', '=', boardId).orderBy('sequence').execute();
  };
  const findings = async () => {
    const { db } = server.product.services;
    const row = await findBoard(db, boardId);
    return row && (await checkBoard(db, row)).findings;
  };

  test('W4: the card is for everyone, with everything that is on it, under its own id, and no draft any more', async () => {
    const id = await newDraft('Beweegtuin');
    await page.run(linkActivity, { activityId: id, outcomeId: outcomes[1] ?? '' });
    await page.run(involveOrganisation, { activityId: id, organisationId: ggd, role: 'carriesOut' });
    await page.run(editActivity, { activityId: id, leadId: ggd });
    await page.type(draft(ggd), `activity:${id}:meansText`, 'Drie toestellen');
    const before = page.board.activities.get(id);
    expect(before).toMatchObject({ draft: true, title: 'Beweegtuin', owner: ggd });
    const other = await open(jet);
    expect(other.board.activities.size).toBe(0);
    const { length } = await rows();

    expect((await share(kim, id)).status).toBe(204);
    await waitFor('the facilitator sees it', () => other.board.activities.has(id));
    const { draft: _draft, ...rest } = before ?? {};
    expect(other.board.activities.get(id)).toEqual(rest);
    await waitFor('its own organisation too', () => page.board.activities.get(id)?.draft === undefined);
    expect(page.board.activities.get(id)).toEqual(rest);
    expect([...page.board.activities.keys()]).toEqual([id]);
    expect(lateEdits(page.board, id)).toEqual([]);
    // Both documents in one transaction, with one author.
    const [toParty, fromDraft, ...more] = (await rows()).slice(length);
    expect([toParty?.document, fromDraft?.document, more]).toEqual([`party/${ggd}`, `draft/${ggd}`, []]);
    expect([toParty?.authorId, fromDraft?.authorId]).toEqual([kim.person.id, kim.person.id]);
    // Commands write it where it stands now.
    expect((await page.run(moveActivity, { activityId: id, toId: outcomes[1] ?? '' })).document).toEqual(party(ggd));
    expect((await share(kim, id)).body.code).toBe('notFound');
    expect(await findings()).toEqual([]);
  });

  test('W4: what was ended in the draft before is not shared', async () => {
    const id = await newDraft('Beweegtuin');
    await page.run(linkActivity, { activityId: id, outcomeId: outcomes[1] ?? '' });
    await page.run(unlinkActivity, { activityId: id, outcomeId: outcomes[1] ?? '' });
    await page.run(involveOrganisation, { activityId: id, organisationId: ggd, role: 'commissions' });
    await page.run(involveOrganisation, { activityId: id, organisationId: ggd, role: null });
    await share(kim, id);
    const shared = (await readBoard(server, boardId)).activities.get(id);
    expect(shared).toMatchObject({ links: [], involvements: [] });
    const state = Buffer.from(await server.product.live.readDocument(boardId, `party/${ggd}`)).toString('latin1');
    expect(state).toContain('Beweegtuin');
    expect(state).not.toMatch(/commissions/);
    expect(state).not.toContain(`${id}:${outcomes[1]}`);
  });

  test('W4: shared by two at once it is one; of those who may not nobody shares', async () => {
    const id = await newDraft('Beweegtuin');
    const answers = await Promise.all([share(kim, id), share(colleague, id), share(kim, id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404]);
    expect((await readBoard(server, boardId)).activities.get(id)?.title).toBe('Beweegtuin');

    const next = await newDraft('Nog een');
    const viewer = await server.onBoard(boardId, 'viewer', 'GGD Proef');
    const stranger = await server.person();
    const partner = await server.onBoard(boardId, 'member', 'Bibliotheek Proef');
    expect((await share(viewer, next)).body.code).toBe('notAllowed');
    for (const person of [jet, partner, stranger]) expect((await share(person, next)).body.code).toBe('notFound');
    for (const known of [next, 'bestaat-niet'])
      expect((await share(partner, known)).text).toBe((await share(partner, 'x')).text);
    await jet.patch(`/boards/${boardId}`, { mode: 'locked' });
    expect((await share(kim, next)).body.code).toBe('notAllowed');
    await jet.patch(`/boards/${boardId}`, { mode: 'own' });
    expect((await share(colleague, next)).status).toBe(204);
    await jet.patch(`/boards/${boardId}`, { closed: true });
    expect((await share(kim, next)).body.code).toBe('boardClosed');
  });

  test('W5: what a colleague still writes in the draft is kept, for their own organisation alone', async () => {
    const id = await newDraft('Beweegtuin');
    await page.type(draft(ggd), `activity:${id}:meansText`, 'Drie toestellen');
    const offline = await open(colleague);
    await waitFor('the colleague has it', () => offline.board.activities.get(id)?.texts.meansText !== undefined);
    offline.tab.socket.disconnect();
    const doc = offline.document(draft(ggd)).doc;
    typeInto(doc, `activity:${id}:meansText`, 'En een bankje.');
    (doc.getMap('activities').get(id) as Y.Map<unknown>).set('title', 'Beweegtuin met bankje');
    // Kim took back an edit meanwhile; doing so again after sharing writes nothing.
    const edited = await page.run(editActivity, { activityId: id, title: 'Beweegtuin in het park' });

    expect((await share(kim, id)).status).toBe(204);
    await waitFor('it is shared', () => page.board.activities.get(id)?.draft === undefined);
    await page.undo(edited);
    expect(lateEdits(page.board, id)).toEqual([]);
    void offline.tab.socket.connect();
    await waitFor('what the colleague wrote is late', () => lateEdits(page.board, id).length > 0);
    const late = lateEdits(page.board, id);
    expect(late.map((edit) => (edit.kind === 'title' ? edit.title : plainText(edit.text)))).toContain('En een bankje.');
    const others = await open(jet);
    expect(others.board.activities.get(id)?.title).toBe('Beweegtuin in het park');
    expect(lateEdits(others.board, id)).toEqual([]);
    expect(JSON.stringify([...others.board.departed])).toBe('[]');
    const state = await server.product.live.readDocument(boardId, `party/${ggd}`);
    expect(Buffer.from(state).toString('latin1')).not.toContain('bankje');
    expect(await findings()).toEqual([]);
  });

  test('G1, R4: drafts are checked and mended by ids alone, and stay after the server starts anew', async () => {
    const id = await newDraft('Kapotte kaart');
    await page.run(linkActivity, { activityId: id, outcomeId: outcomes[1] ?? '' });
    // Merging made a link to the home.
    const doc = page.document(draft(ggd)).doc;
    const record = doc.getMap('activities').get(id) as Y.Map<unknown>;
    record.set('place', { outcomeId: outcomes[1], key: 'a0' });
    await page.document(draft(ggd)).synced();
    expect(await findings()).toEqual([{ boardId, code: 'linkToHome', record: id }]);
    for (const one of made.splice(0)) one.destroy();
    const { live } = server.product;
    await waitFor('nobody has it open', () => live.openBoards().length === 0 && !live.isInMemory(boardId, FRAME));
    page = await open(kim);
    await waitFor('it is mended', async () => (await findings())?.length === 0);
    expect(page.board.activities.get(id)).toMatchObject({ title: 'Kapotte kaart', draft: true });
    expect((await rows()).at(-1)).toMatchObject({ authorId: null, document: `draft/${ggd}` });
  });
});
