import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { runCommand } from '../../../server/cli/runCommand.ts';
import { draft } from '../../../shared/board/documentRef.ts';
import { documentName } from '../../../shared/doc/names.ts';
import type { BoardDetail } from '../../../shared/protocol/api.ts';
import { CLOSE } from '../../../shared/protocol/live.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { RawClient, SYNC } from '../../support/collabRaw.ts';
import { updateWith } from '../../support/collabSuite.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';

const EMPTY = Y.encodeStateVector(new Y.Doc());

describe.each(DATABASE_KINDS)('who sees the drafts of an organisation (%s)', (database) => {
  let server: TestServer;
  let jet: TestPerson;
  let kim: TestPerson;
  let boardId: string;
  let ggd: string;
  const made: { destroy: () => void }[] = [];
  beforeAll(async () => {
    server = await startServer({ database });
    jet = await server.person({ name: 'Jet' });
  });
  beforeEach(async () => {
    boardId = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body.id;
    kim = await comes('GGD Proef');
    ggd = (await detailOf(kim)).organisation.id;
  });
  afterEach(() => {
    for (const one of made.splice(0)) one.destroy();
  });
  afterAll(() => server.close());

  /** Someone accepts an invitation. */
  const accept = async (by: TestPerson, person: TestPerson, organisation: object, role: string): Promise<void> => {
    const invited = await by.post(`/boards/${boardId}/invitations`, { organisation, role });
    expect(invited.status).toBe(201);
    expect((await person.post(`/invitations/${invited.body.url.split('/').at(-1)}`, {})).status).toBe(200);
  };
  const comes = async (name: string, role = 'member', by = jet): Promise<TestPerson> => {
    const person = await server.person({ organisation: name });
    await accept(by, person, { name }, role);
    return person;
  };
  const detailOf = async (person: TestPerson): Promise<BoardDetail> => (await person.get(`/boards/${boardId}`)).body;
  /** What the details, and the live server asked by name, let this person do with the draft of the GGD. */
  const access = async (person: TestPerson): Promise<string> => {
    const secret = documentName(boardId, draft(ggd));
    const listed = (await detailOf(person)).documents.find(({ name }) => name === secret)?.access ?? 'none';
    const right = await (await socketOf(person)).open(secret);
    expect(right).toBe({ write: 'read-write', read: 'readonly', none: 'no-access' }[listed]);
    return listed;
  };
  const socketOf = async (person: TestPerson): Promise<RawClient> => {
    const headers = { cookie: person.cookie() };
    const url = `${server.url.replace('http', 'ws')}/collab`;
    const socket = await new RawClient(url, undefined, server.product.publicUrl, { headers }).opened();
    made.push(socket);
    return socket;
  };
  const readers = (person: TestPerson) => person.get(`/boards/${boardId}/drafts/readers`);
  const letIn = (by: TestPerson, person: TestPerson) => by.put(`/boards/${boardId}/drafts/readers/${person.person.id}`);
  const shutOut = (by: TestPerson, person: TestPerson) =>
    by.remove(`/boards/${boardId}/drafts/readers/${person.person.id}`);

  test('W2: the first of an organisation does; who a facilitator brings in after that does not', async () => {
    expect(await access(kim)).toBe('write');
    expect(await access(jet)).toBe('none');
    for (const role of ['member', 'viewer', 'commenter', 'facilitator'])
      expect(await access(await comes('GGD Proef', role)), role).toBe('none');
    const administrator = await server.person({ administrator: true });
    await accept(jet, administrator, { id: ggd }, 'member');
    expect(await access(administrator)).toBe('none');
    const { body } = await readers(administrator);
    expect(body).toMatchObject({ mine: false, readers: [{ userId: kim.person.id }] });
    expect(body.others).toHaveLength(5);
    // Others are told of their own organisation only.
    expect((await readers(jet)).body).toMatchObject({ mine: true, readers: [{ userId: jet.person.id }], others: [] });
  });

  test('W2: a facilitator who puts on the hat of an organisation does not see its drafts by that', async () => {
    // Jet leaves the board to another facilitator and comes back as the GGD's, by an own invitation from before.
    const noor = await comes('Gemeente Proef', 'facilitator');
    const { url } = (
      await jet.post(`/boards/${boardId}/invitations`, { organisation: { id: ggd }, role: 'facilitator' })
    ).body;
    expect((await jet.remove(`/boards/${boardId}/people/${jet.person.id}`)).status).toBe(204);
    expect((await jet.post(`/invitations/${url.split('/').at(-1)}`, {})).status).toBe(200);
    expect((await detailOf(jet)).organisation.id).toBe(ggd);
    expect(await access(jet)).toBe('none');
    expect((await letIn(jet, jet)).body.code).toBe('notAllowed');
    expect((await shutOut(jet, kim)).body.code).toBe('notAllowed');
    expect((await letIn(noor, jet)).body.code).toBe('notFound');
    const pat = await comes('GGD Proef', 'member', jet);
    expect(await access(pat)).toBe('none');
    // Not even once everyone who saw them is taken off the board: they wait for who lets in.
    expect((await jet.remove(`/boards/${boardId}/people/${kim.person.id}`)).status).toBe(204);
    expect(await access(await comes('GGD Proef'))).toBe('none');
    await accept(jet, kim, { id: ggd }, 'member');
    expect(await access(kim)).toBe('none');
  });

  test('W2: whom one who sees them brings in or lets in sees them, and the operator opens what is left alone', async () => {
    const lot = await comes('GGD Proef', 'facilitator');
    const list = await socketOf(lot);
    await list.open(documentName(boardId, { kind: 'frame' }));
    expect((await letIn(kim, lot)).status).toBe(204);
    await waitFor('an open page is told', () => list.received.some(({ type }) => type === 5));
    expect(await access(lot)).toBe('write');
    expect(await access(await comes('GGD Proef', 'member', lot))).toBe('write');
    const viewer = await comes('GGD Proef', 'viewer', lot);
    expect(await access(viewer)).toBe('read');
    expect((await letIn(kim, await comes('Bibliotheek Proef'))).body.code).toBe('notFound');
    expect((await shutOut(kim, kim)).body.code).toBe('notAllowed');

    const pat = await comes('GGD Proef');
    expect(await access(pat)).toBe('none');
    const email = pat.person.email ?? '';
    const nothing = { readPassword: async () => undefined, out: () => undefined, err: () => undefined };
    const command = ['member', 'add', '--board', boardId, '--email', email, '--role', 'member'];
    expect(await runCommand(command, server.store.variables, nothing)).toBe(0);
    expect(await access(pat)).toBe('write');
  });

  test('W1: in a locked board the organisation goes on writing its draft; in a closed one it reads it', async () => {
    await jet.patch(`/boards/${boardId}`, { mode: 'locked' });
    expect(await access(kim)).toBe('write');
    await jet.patch(`/boards/${boardId}`, { mode: 'own', closed: true });
    expect(await access(kim)).toBe('read');
  });

  test('W2: whose sight ends receives nothing more at once, and what they send is not taken', async () => {
    const lot = await comes('GGD Proef');
    await letIn(kim, lot);
    const secret = documentName(boardId, draft(ggd));
    const { generation, schema } = await detailOf(kim);
    const token = JSON.stringify({ generation, schema });
    const [mine, theirs] = [await socketOf(kim), await socketOf(lot)];
    for (const socket of [mine, theirs]) expect(await socket.open(secret, token)).toBe('read-write');
    theirs.sync(secret, SYNC.step1, EMPTY);
    mine.sync(secret, SYNC.update, updateWith('vooraf'));
    await waitFor('both have it', () => theirs.bytes.some((bytes) => Buffer.from(bytes).includes('vooraf')));
    expect((await shutOut(kim, lot)).status).toBe(204);
    // Still on the board: told to come back, to what they may read now.
    expect(await theirs.isClosed()).toEqual(CLOSE.restarting);
    const before = theirs.bytes.length;
    mine.sync(secret, SYNC.update, updateWith('achteraf'));
    await waitFor('it is taken', () => mine.statuses(secret).length === 2);
    expect(theirs.bytes.length).toBe(before);

    const again = await socketOf(lot);
    expect(await again.open(secret)).toBe('no-access');
    again.sync(secret, SYNC.step1, EMPTY);
    again.sync(secret, SYNC.update, updateWith('van buiten'));
    again.awareness(secret, [[7, 1, { at: null }]]);
    // Nor without asking to be let in.
    const unasked = await socketOf(lot);
    unasked.sync(secret, SYNC.step1, EMPTY);
    unasked.sync(secret, SYNC.update, updateWith('ongevraagd'));
    unasked.message(secret, (encoder) => encoder.cbuf.set([3], encoder.cpos++));
    await unasked.open(documentName(boardId, { kind: 'frame' }));
    for (const socket of [again, unasked]) {
      const heard = socket.bytes.map((bytes) => Buffer.from(bytes).toString('latin1')).join('\n');
      expect(heard).not.toMatch(/vooraf|achteraf/);
    }
    const state = await server.product.live.readDocument(boardId, `draft/${ggd}`);
    expect(Buffer.from(state).toString('latin1')).not.toMatch(/van buiten|ongevraagd/);
  });
});
