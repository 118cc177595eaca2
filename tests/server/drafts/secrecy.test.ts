import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { draft, FRAME, party } from '../../../shared/board/documentRef.ts';
import { addActivity } from '../../../shared/commands/addActivity.ts';
import { addOutcomes } from '../../../shared/commands/addOutcomes.ts';
import { archiveActivity, restoreActivity } from '../../../shared/commands/archiveActivity.ts';
import { editActivity } from '../../../shared/commands/editActivity.ts';
import { linkActivity } from '../../../shared/commands/linkActivity.ts';
import { documentName } from '../../../shared/doc/names.ts';
import type { BoardDetail } from '../../../shared/protocol/api.ts';
import type { Client } from '../../support/client.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { RawClient, SYNC } from '../../support/collabRaw.ts';
import { Employee } from '../../support/employee.ts';
import { type Heard, ProgramSocket, Received } from '../../support/markers.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';

const EMPTY = Y.encodeStateVector(new Y.Doc());

/** Words that stand in drafts and nowhere else, by where they are written. */
const SECRET = {
  title: 'zwaluwnest',
  oldTitle: 'houtduifnest',
  undone: 'kraaiennest',
  typed: 'merelnestje',
  pasted: 'spechtenhol',
  archived: 'uilenkastje',
  archivedText: 'reigerkolonie',
  other: 'eksternest',
} as const;
const SECRETS = Object.values(SECRET);
/** Stands on a card that everyone reads: who does not find this looks in the wrong place. */
const KNOWN = ['ooievaarsnest', 'ganzenbord'];

/** Someone who looks at everything that they are given, and asks for what they are not. */
class Observer {
  readonly received = new Received();
  readonly sockets: Heard[] = [];
  readonly name: string;
  readonly #server: TestServer;
  readonly #client: Client;

  constructor(server: TestServer, name: string, client: Client) {
    this.#server = server;
    this.name = name;
    this.#client = client;
  }

  /** Everything that HTTP gives on a board. */
  async ask(boardId: string): Promise<void> {
    const board = `/boards/${boardId}`;
    const paths = ['/boards', board, `${board}/people`, `${board}/drafts/readers`, `${board}/tokens`, '/session'];
    for (const path of [...paths, '/templates', '/openapi.json', `${board}/drafts`, `${board}/export`]) {
      const answer = await this.#client.get(path);
      this.received.add(`GET ${path}`, `${JSON.stringify([...answer.headers])}\n${answer.text}`);
    }
    for (const path of ['/metrics', '/healthz', '/readyz']) {
      const answer = await fetch(`${this.#server.url}${path}`);
      this.received.add(`GET ${path}`, await answer.text());
    }
  }

  /** Opens these documents on one socket and keeps listening. Gives what was said of each right. */
  async listen(names: readonly string[], address = '/collab'): Promise<readonly string[]> {
    const { url, product } = this.#server;
    const options = { headers: { cookie: this.#client.cookie() }, perMessageDeflate: true };
    const socket = new RawClient(`${url.replace('http', 'ws')}${address}`, undefined, product.publicUrl, options);
    this.sockets.push(await socket.opened());
    const rights: string[] = [];
    for (const name of names) {
      rights.push(await socket.open(name));
      socket.sync(name, SYNC.step1, EMPTY);
      socket.awareness(name, [[this.sockets.length * 1000 + rights.length, 1, { at: null }]]);
    }
    return rights;
  }

  documentsOf = async (boardId: string): Promise<string[]> => {
    const detail: BoardDetail = (await this.#client.get(`/boards/${boardId}`)).body;
    return detail.documents.map(({ name }) => name);
  };

  /** Where these words were found in all that came so far. */
  find(words: readonly string[]): string[] {
    const all = new Received();
    for (const [index, socket] of this.sockets.entries()) all.addSocket(`socket ${index}`, socket);
    return [...this.received.find(words), ...all.find(words)];
  }
}

describe.each(DATABASE_KINDS)('what others receive of a draft (%s)', (database) => {
  let server: TestServer | undefined;
  const made: { destroy: () => void }[] = [];
  afterEach(async () => {
    for (const one of made.splice(0)) one.destroy();
    await server?.close();
  });

  test('W1, W2: nothing, whoever they are and however they ask, until it is shared', { timeout: 120_000 }, async () => {
    const lines: string[] = [];
    const logger = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
    server = await startServer({ database, logger });
    const running = server;
    const jet = await running.person({ name: 'Jet' });
    const { id: boardId } = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body;
    const join_ = async (person: TestPerson, name: string, role: string, by = jet): Promise<TestPerson> => {
      const { url } = (await by.post(`/boards/${boardId}/invitations`, { organisation: { name }, role })).body;
      expect((await person.post(`/invitations/${url.split('/').at(-1)}`, {})).status).toBe(200);
      return person;
    };
    const kim = await join_(await running.person({ organisation: 'GGD Proef' }), 'GGD Proef', 'member');
    // Everyone who is not let in. The facilitator's second account is on the board for Kim's organisation too.
    const people = {
      facilitator: jet,
      'other member': await join_(await running.person(), 'Bibliotheek Proef', 'member'),
      'other viewer': await join_(await running.person(), 'Bibliotheek Proef', 'viewer'),
      administrator: await join_(await running.person({ administrator: true }), 'Gemeente Proef', 'facilitator'),
      'second account': await join_(await running.person(), 'GGD Proef', 'member'),
      'facilitator of the same organisation': await join_(await running.person(), 'GGD Proef', 'facilitator'),
    };
    const ownDetail: BoardDetail = (await kim.get(`/boards/${boardId}`)).body;
    const ggd = ownDetail.organisation.id;
    const secret = documentName(boardId, draft(ggd));
    expect(ownDetail.documents.map(({ name }) => name)).toContain(secret);

    const observers = Object.entries(people).map(([name, person]) => new Observer(running, name, person));
    for (const observer of observers) {
      const names = await observer.documentsOf(boardId);
      expect(names, observer.name).not.toContain(secret);
      expect((await observer.listen(names)).every((right) => /^read/.test(right))).toBe(true);
      expect(await observer.listen([secret]), observer.name).toEqual(['no-access']);
      await observer.ask(boardId);
    }
    // Programs, with either token and with a facilitator's cookie: there is no such document at their door.
    const programs = new Observer(running, 'programs', running.stranger());
    observers.push(programs);
    for (const access of ['read', 'write']) {
      const { token } = (await jet.post(`/boards/${boardId}/tokens`, { name: access, access })).body;
      const about = await fetch(`${running.url}/yjs/board/${boardId}?token=${token}`);
      programs.received.add('about the board', await about.text());
      for (const key of ['frame', `party/${ggd}`, `draft/${ggd}`]) {
        const address = `${running.url.replace('http', 'ws')}/yjs/board/${boardId}/${key}?token=${token}`;
        const program = new ProgramSocket(address);
        expect(await program.isOpen(), key).toBe(!key.startsWith('draft'));
        programs.sockets.push(program);
      }
    }
    made.push(...observers.flatMap(({ sockets }) => sockets));

    // Kim works: shared cards that everyone may know of, and drafts.
    const employee = await Employee.at(running, kim, boardId);
    made.push(employee);
    const { id: outcomeId } = await employee.run(addOutcomes, { titles: ['Gezond', 'Veilig'] });
    const shared = await employee.run(addActivity, { title: `Een ${KNOWN[0]}`, outcomeId });
    await employee.type(party(ggd), `activity:${shared.id}:notesText`, `Het ${KNOWN[1]}`);
    const card = await employee.run(addActivity, { title: `Een ${SECRET.oldTitle}`, outcomeId, draft: true });
    expect(card.document).toEqual(draft(ggd));
    await employee.run(editActivity, { activityId: card.id, title: `Een ${SECRET.title}` });
    const edited = await employee.run(editActivity, { activityId: card.id, title: `Een ${SECRET.undone}` });
    const redo = await employee.undo(edited);
    await employee.undo(await employee.undo(redo));
    expect(employee.board.activities.get(card.id)).toMatchObject({ draft: true, title: `Een ${SECRET.title}` });
    await employee.type(draft(ggd), `activity:${card.id}:meansText`, `Met een ${SECRET.typed}.`);
    await employee.paste(draft(ggd), `activity:${card.id}:resultsText:2026`, SECRET.pasted.repeat(400));
    const [, veilig = ''] = employee.board.outcomes.keys();
    await employee.run(linkActivity, { activityId: card.id, outcomeId: veilig });
    const trashed = await employee.run(addActivity, { title: `Een ${SECRET.archived}`, draft: true });
    await employee.type(draft(ggd), `activity:${trashed.id}:notesText`, SECRET.archivedText);
    await employee.run(archiveActivity, { activityId: trashed.id });
    await employee.run(restoreActivity, { activityId: trashed.id });
    await employee.run(archiveActivity, { activityId: trashed.id });
    const other = await employee.run(addActivity, { title: `Een ${SECRET.other}`, outcomeId, draft: true });
    employee.document(FRAME).provider.setAwarenessField('at', { activityId: card.id, field: 'meansText' });

    // The others go on: they copy the board, look again, come back on new sockets, have mails sent.
    await jet.patch(`/boards/${boardId}`, { title: 'Bord met een andere naam', mode: 'locked' });
    await employee.run(editActivity, { activityId: other.id, title: `Nog een ${SECRET.other}` });
    for (const [name, person] of Object.entries(people)) {
      const observer = observers.find((each) => each.name === name);
      if (!observer) continue;
      const copy = await person.post(`/boards/${boardId}/copy`, { title: 'Kopie' });
      observer.received.add('copy', copy.text);
      if (copy.status === 201) {
        const documents: BoardDetail['documents'] = copy.body.documents;
        expect((await observer.listen(documents.map((document) => document.name))).length).toBeGreaterThan(1);
      }
      await observer.ask(boardId);
      await observer.listen(await observer.documentsOf(boardId));
      expect(await observer.listen([secret]), name).toEqual(['no-access']);
      await running.stranger().post('/sign-in-links', { email: person.person.email });
    }
    // Not even Kim's own copy holds a draft.
    const own = (await kim.post(`/boards/${boardId}/copy`, { title: 'Kopie' })).body;
    const copied = await Employee.at(running, kim, own.id);
    made.push(copied, ...observers.flatMap(({ sockets }) => sockets));
    expect([...copied.board.activities.keys()]).toEqual([shared.id]);

    const everywhere = (what: readonly string[], where: readonly Observer[]) =>
      where.every((observer) => what.every((word) => observer.find([word]).length > 0));
    await waitFor('everyone has what is shared', () => everywhere(KNOWN, observers));
    for (const observer of observers) expect(observer.find(SECRETS), observer.name).toEqual([]);
    const logged = new Received();
    for (const line of lines) logged.add('log', line);
    const outbox = join(running.store.variables['DATA_DIR'] ?? '', 'outbox');
    // A letter goes out after its answer.
    await waitFor(
      'every letter',
      () =>
        readdirSync(outbox).filter((file) => file.endsWith('.eml') && !file.startsWith('.')).length ===
        Object.keys(people).length,
    );
    const mails = readdirSync(outbox).map((file) => readFileSync(join(outbox, file)));
    for (const mail of mails) logged.add('mail', Buffer.concat([mail, Buffer.from(mail.toString('latin1'), 'base64')]));
    expect([lines.length > 0, mails.length]).toEqual([true, Object.keys(people).length]);
    expect(logged.find(SECRETS)).toEqual([]);
    // Kim, and who reads along for the same organisation, have it.
    expect(employee.board.activities.size).toBe(4);

    // The search works: once a card is shared everyone who looked in vain has all of it, and of the others still nothing.
    await jet.patch(`/boards/${boardId}`, { mode: 'own' });
    expect((await kim.post(`/boards/${boardId}/drafts/${card.id}/share`)).status).toBe(204);
    const ofCard = [SECRET.title, SECRET.typed, SECRET.pasted];
    await waitFor('everyone has what was shared', () => everywhere(ofCard, observers));
    for (const observer of observers)
      expect(observer.find(SECRETS.filter((word) => !ofCard.some((known) => known === word))), observer.name).toEqual(
        [],
      );
  });
});
