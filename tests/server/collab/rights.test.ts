import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertParties } from '../../../server/db/boardParties.ts';
import { updateBoard } from '../../../server/db/boards.ts';
import { deleteMembership } from '../../../server/db/memberships.ts';
import type { Mode } from '../../../shared/access/roles.ts';
import { CLOSE } from '../../../shared/protocol/live.ts';
import { insertTestBoard, type PersonName, setMode, setRole } from '../../support/collabBoard.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { type RawClient, SYNC } from '../../support/collabRaw.ts';
import { collabSuite, updateWith } from '../../support/collabSuite.ts';
import { waitFor } from '../../support/waitFor.ts';

type Key = 'frame' | 'party/ggd' | 'party/welzijn';
const KEYS: readonly Key[] = ['frame', 'party/ggd', 'party/welzijn'];

/** What may be written, by mode and person; whoever is named may read everything. */
const MAY_WRITE: { readonly [mode in Mode]: { readonly [person in PersonName]: readonly Key[] } } = {
  open: { facilitator: KEYS, memberA: KEYS, memberB: KEYS, commenter: [], viewer: [], stranger: [] },
  own: {
    facilitator: KEYS,
    memberA: ['party/ggd'],
    memberB: ['party/welzijn'],
    commenter: [],
    viewer: [],
    stranger: [],
  },
  locked: { facilitator: KEYS, memberA: [], memberB: [], commenter: [], viewer: [], stranger: [] },
};

describe.each(DATABASE_KINDS)('rights on %s', (kind) => {
  const suite = collabSuite(kind);

  /** Sends one update by hand and gives the server's answer. */
  async function attempt(raw: RawClient, name: string, update: Uint8Array): Promise<boolean | undefined> {
    const before = raw.statuses(name).length;
    raw.sync(name, SYNC.update, update);
    await waitFor('an answer', () => raw.statuses(name).length > before || raw.closed !== undefined);
    return raw.statuses(name)[before];
  }

  describe.each(Object.keys(MAY_WRITE) as Mode[])('mode %s', (mode) => {
    test.each(Object.keys(MAY_WRITE[mode]) as PersonName[])('a raw client of %s', async (person) => {
      const boardId = `raw-${mode}-${person}`;
      await insertTestBoard(suite.store.database.db, boardId, mode);
      const watcher = await suite.tab('facilitator').opened(`board/${boardId}/frame`);
      const raw = await suite.raw(person);
      for (const key of KEYS) {
        const name = `board/${boardId}/${key}`;
        const may = MAY_WRITE[mode][person].includes(key);
        if (person === 'stranger') {
          expect(await raw.open(name)).toBe('no-access');
          raw.sync(name, SYNC.step1, Y.encodeStateVector(new Y.Doc()));
          raw.sync(name, SYNC.update, updateWith('van een vreemde'));
        } else {
          expect(await raw.open(name)).toBe(may ? 'read-write' : 'readonly');
          expect(await attempt(raw, name, updateWith(`van ${person}`))).toBe(may);
        }
        expect(await suite.stored(boardId, key)).toEqual(may ? [`van ${person}`] : []);
      }
      if (person === 'stranger') expect(raw.received.every((message) => message.type === 2)).toBe(true);
      expect(watcher.log).toEqual(MAY_WRITE[mode][person].includes('frame') ? [`van ${person}`] : []);
    });
  });

  test('documents that do not exist are denied as those one may not see', async () => {
    await insertTestBoard(suite.store.database.db, 'exists');
    const raw = await suite.raw('facilitator');
    for (const name of [
      'board/nothing/frame',
      'board/exists/party/nobody',
      'board/exists/draft/ggd',
      'board/exists',
      'board/exists/frame/more',
      '__proto__',
      'constructor',
      '',
      'board/../frame',
    ]) {
      expect(await raw.open(name)).toBe('no-access');
    }
    expect(await raw.open('board/exists/frame')).toBe('read-write');
    await insertParties(suite.store.database.db, 'exists', ['nieuw']);
    expect(await raw.open('board/exists/party/nieuw')).toBe('read-write');
  });

  test('who is not signed in is closed with a reason, and another origin is not let in', async () => {
    const nobody = await suite.raw(undefined);
    expect(await nobody.isClosed()).toEqual({ code: 4401, reason: 'signed-out' });
    const elsewhere = await suite.raw('facilitator', 'http://elders.test');
    expect((await elsewhere.isClosed()).code).toBe(1006);
    const without = await suite.raw('facilitator', '');
    expect((await without.isClosed()).code).toBe(1006);
  });

  test('rights change in place: nothing reconnects, and the client is told', async () => {
    const { db } = suite.store.database;
    await insertTestBoard(db, 'change');
    const tab = suite.tab('memberA');
    const frame = await tab.opened('board/change/frame');
    const own = await tab.opened('board/change/party/ggd');
    expect([frame.scopes, own.scopes]).toEqual([['read-write'], ['read-write']]);
    await setMode(db, 'change', 'own');
    suite.server.collab.accessChanged('change');
    await waitFor('the frame is read only', () => frame.scopes.at(-1) === 'readonly');
    await waitFor('the board is told', () => frame.notices.length > 0);
    expect(frame.notices).toEqual([{ type: 'boardChanged' }]);
    await own.save('nog steeds');
    await setMode(db, 'change', 'locked');
    suite.server.collab.accessChanged('change');
    await waitFor('the own document is read only', () => own.scopes.at(-1) === 'readonly');
    await setMode(db, 'change', 'open');
    suite.server.collab.accessChanged('change');
    await waitFor('all is open', () => own.scopes.length === 3 && frame.scopes.length === 3);
    await frame.save('weer open');
    expect(tab.closeCodes).toEqual([]);
    expect(await suite.stored('change', 'frame')).toEqual(['weer open']);
  });

  test('a refused edit stays out when rights return, and so does what builds on it', async () => {
    const { db } = suite.store.database;
    await insertTestBoard(db, 'refused', 'locked');
    const raw = await suite.raw('memberA');
    const name = 'board/refused/party/ggd';
    await raw.open(name);
    const doc = new Y.Doc();
    expect(await attempt(raw, name, updateWith('geweigerd', doc))).toBe(false);
    await setMode(db, 'refused', 'open');
    suite.server.collab.accessChanged('refused');
    await waitFor('the right returned', () => raw.rights(name).at(-1) === 'read-write');
    expect(await attempt(raw, name, updateWith('bouwt erop', doc))).toBe(false);
    expect(await attempt(raw, name, updateWith('een ander document'))).toBe(false);
    // A fresh opening starts clean.
    raw.close(name);
    expect(await raw.open(name)).toBe('read-write');
    expect(await attempt(raw, name, updateWith('opnieuw begonnen'))).toBe(true);
    expect(await suite.stored('refused', 'party/ggd')).toEqual(['opnieuw begonnen']);
  });

  test('losing the right to read closes the socket, and nothing that comes after is taken', async () => {
    const { db } = suite.store.database;
    await insertTestBoard(db, 'gate');
    const other = await suite.tab('memberB').opened('board/gate/party/ggd');
    for (let round = 0; round < 3; round += 1) {
      const raw = await suite.raw('memberA');
      const name = 'board/gate/party/ggd';
      expect(await raw.open(name)).toBe('read-write');
      await deleteMembership(db, 'gate', 'memberA');
      const before = await suite.rows('gate');
      suite.server.collab.accessChanged('gate');
      // A client that ignores the close and goes on sending.
      raw.ws.pause();
      const doc = new Y.Doc();
      let sent = 0;
      const spam = setInterval(() => {
        if (raw.ws.readyState === raw.ws.OPEN) raw.sync(name, SYNC.update, updateWith(`spam ${sent++}`, doc));
      }, 1);
      await waitFor('the server cut it off', () => suite.server.collab.counters()['live_sockets'] === 1);
      const atCut = await suite.rows('gate');
      await waitFor('it sent more', () => sent > 20);
      clearInterval(spam);
      raw.ws.resume();
      expect((await raw.isClosed()).code).toSatisfy((code: number) => code === CLOSE.noAccess.code || code === 1006);
      expect(await suite.rows('gate')).toBe(atCut);
      expect(other.log.length).toBe(atCut);
      expect(atCut).toBeGreaterThanOrEqual(before);
      await db
        .insertInto('memberships')
        .values({ boardId: 'gate', userId: 'memberA', organisationId: 'ggd', role: 'member', createdAt: '' })
        .execute();
    }
  });

  test('signing out closes the sockets of that session or person', async () => {
    await insertTestBoard(suite.store.database.db, 'out');
    const one = await suite.raw('memberA');
    const other = await suite.raw('memberB');
    await Promise.all([one.open('board/out/frame'), other.open('board/out/frame')]);
    suite.server.collab.sessionEnded('session-of-memberA');
    expect(await one.isClosed()).toEqual({ code: 4401, reason: 'signed-out' });
    expect(other.closed).toBeUndefined();
    suite.server.collab.userSignedOut('memberB');
    expect(await other.isClosed()).toEqual({ code: 4401, reason: 'signed-out' });
  });

  test('a role that changes is written into the presence of who is there', async () => {
    const { db } = suite.store.database;
    await insertTestBoard(db, 'role');
    const watcher = await suite.tab('facilitator').opened('board/role/frame');
    const member = await suite.tab('memberA').opened('board/role/frame');
    const roleSeen = () =>
      watcher.provider.awareness?.getStates().get(member.doc.clientID)?.['user']?.role as string | undefined;
    await waitFor('a member is seen', () => roleSeen() === 'member');
    await setRole(db, 'role', 'memberA', 'viewer');
    suite.server.collab.accessChanged('role');
    await waitFor('a viewer is seen', () => roleSeen() === 'viewer');
    expect(member.scopes.at(-1)).toBe('readonly');
  });

  test('a closed board is read only for everyone', async () => {
    const { db } = suite.store.database;
    await insertTestBoard(db, 'closed');
    const frame = await suite.tab('facilitator').opened('board/closed/frame');
    await updateBoard(db, 'closed', { closedAt: '2026-02-01T00:00:00.000Z' });
    suite.server.collab.accessChanged('closed');
    await waitFor('it is read only', () => frame.scopes.at(-1) === 'readonly');
    frame.add('te laat');
    await waitFor('it is refused', () => frame.refusals === 1);
    expect(await suite.rows('closed')).toBe(0);
  });

  test('a client of an older generation or schema is told so, and one that names none starts from nothing', async () => {
    const { db } = suite.store.database;
    await insertTestBoard(db, 'generations');
    await db.updateTable('boards').set({ generation: 3 }).where('id', '=', 'generations').execute();
    const name = 'board/generations/frame';
    const answer = async (token: string) => (await suite.raw('facilitator')).open(name, token);
    expect(await answer('{"generation":2,"schema":1}')).toBe('older-generation');
    expect(await answer('{"generation":3,"schema":0}')).toBe('newer-server');
    expect(await answer('{"generation":3,"schema":1}')).toBe('read-write');
    expect(await answer('')).toBe('read-write');
    expect(await answer('geen json')).toBe('read-write');
    // The generation is raised while people are there.
    const raw = await suite.raw('facilitator');
    await raw.open(name, '{"generation":3,"schema":1}');
    await db.updateTable('boards').set({ generation: 4 }).where('id', '=', 'generations').execute();
    raw.sync(name, SYNC.update, updateWith('van de vorige generatie'));
    expect((await raw.isClosed()).code).toSatisfy((code: number) => code >= 4500);
    expect(raw.statuses(name)).toEqual([]);
    expect(await answer('{"generation":3,"schema":1}')).toBe('older-generation');
    expect(await suite.rows('generations')).toBe(0);
  });
});
