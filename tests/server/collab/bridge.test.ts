import * as encoding from 'lib0/encoding';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { revokeTokenRow } from '../../../server/db/accessTokens.ts';
import { updateBoard } from '../../../server/db/boards.ts';
import { CLOSE, EDIT_REFUSED, type PresenceState } from '../../../shared/protocol/live.ts';
import { insertTestBoard, setMode, setRole } from '../../support/collabBoard.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { ORIGIN } from '../../support/collabServer.ts';
import { collabSuite, updateWith } from '../../support/collabSuite.ts';
import { waitFor } from '../../support/waitFor.ts';
import { insertToken, YjsProgram } from '../../support/yjsProgram.ts';

describe.each(DATABASE_KINDS)('programs that speak y-websocket, on %s', (kind) => {
  const lines: string[] = [];
  const logger = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  const suite = collabSuite(kind, () => ({ limits: { pingMs: 100, silentMs: 400, sessionMs: 200 }, logger }));
  const made: { destroy: () => void }[] = [];
  afterEach(() => {
    for (const one of made.splice(0)) one.destroy();
  });
  const program = (name: string, options?: ConstructorParameters<typeof YjsProgram>[2]): YjsProgram => {
    const one = new YjsProgram(suite.server.url, name, options);
    made.push(one);
    return one;
  };
  const withToken = (name: string, token: string): YjsProgram => program(name, { params: { token } });
  const db = () => suite.store.database.db;

  test('a program with a write token reads the board, and what it writes is journalled and seen by others', async () => {
    await insertTestBoard(db(), 'both', 'locked');
    const tab = await suite.tab('facilitator').opened('board/both/party/ggd');
    await tab.save('van een mens');
    const { id, token } = await insertToken(db(), 'both', 'write');
    const one = await withToken('board/both/party/ggd', token).synced();
    expect(one.log).toEqual(['van een mens']);
    const card = new Y.Map<unknown>();
    card.set('title', 'Van een programma');
    one.doc.getMap('activities').set('a1', card);
    const title = () => (tab.doc.getMap('activities').get('a1') as Y.Map<unknown> | undefined)?.get('title');
    await waitFor('the tab sees it', () => title() === 'Van een programma');
    const rows = await db().selectFrom('journal').select('authorId').where('boardId', '=', 'both').execute();
    expect(rows.map(({ authorId }) => authorId)).toEqual(['facilitator', id]);
    await tab.save('weer een mens');
    await waitFor('the program sees it', () => one.log.length === 2);
    const { lastUsedAt } = await db()
      .selectFrom('accessTokens')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect(Date.now() - Date.parse(lastUsedAt ?? '')).toBeLessThan(60_000);
    expect(one.closed).toEqual([]);
  });

  test('A7: a read token reads; an edit is refused with a reason, and nobody gets it', async () => {
    await insertTestBoard(db(), 'read');
    const tab = await suite.tab('facilitator').opened('board/read/frame');
    const { token } = await insertToken(db(), 'read', 'read');
    const one = await withToken('board/read/frame', token).synced();
    await tab.save('om te lezen');
    await waitFor('the program reads on', () => one.log.includes('om te lezen'));
    one.add('mag niet');
    expect(await one.isClosed()).toEqual(EDIT_REFUSED);
    expect(await suite.stored('read', 'frame')).toEqual(['om te lezen']);
    expect(tab.log).toEqual(['om te lezen']);
  });

  test('a revoked token is closed at once, receives nothing more and does not come back', async () => {
    await insertTestBoard(db(), 'revoked');
    const tab = await suite.tab('facilitator').opened('board/revoked/frame');
    const { id, token } = await insertToken(db(), 'revoked', 'write');
    const one = await withToken('board/revoked/frame', token).synced();
    await revokeTokenRow(db(), 'revoked', id, '2026-11-24T00:00:00.000Z');
    const before = Date.now();
    suite.server.collab.accessChanged('revoked');
    expect(await one.isClosed()).toEqual(CLOSE.noAccess);
    expect(Date.now() - before).toBeLessThan(1_000);
    await tab.save('na het intrekken');
    await waitFor('it tries again', () => one.errors.length > 1);
    expect(one.errors[0]).toContain('401');
    expect(one.log).toEqual([]);
  });

  test('a token ends with its time, and with the role of who made it', async () => {
    await insertTestBoard(db(), 'ends');
    const over = await insertToken(db(), 'ends', 'write', { expiresAt: '2026-01-02T00:00:00.000Z' });
    const ofMember = await insertToken(db(), 'ends', 'write', { createdBy: 'memberA' });
    for (const { token } of [over, ofMember]) {
      const one = withToken('board/ends/frame', token);
      await waitFor('it is refused', () => one.errors.length > 0);
      expect(one.errors[0]).toContain('401');
    }
    const soon = await insertToken(db(), 'ends', 'read', { expiresAt: '2099-01-01T00:00:00.000Z' });
    const open = await withToken('board/ends/frame', soon.token).synced();
    await db()
      .updateTable('accessTokens')
      .set({ expiresAt: '2026-01-02T00:00:00.000Z' })
      .where('id', '=', soon.id)
      .execute();
    expect(await open.isClosed()).toEqual(CLOSE.noAccess);
    const kept = await insertToken(db(), 'ends', 'write');
    const last = await withToken('board/ends/frame', kept.token).synced();
    await setRole(db(), 'ends', 'facilitator', 'member');
    suite.server.collab.accessChanged('ends');
    expect(await last.isClosed()).toEqual(CLOSE.noAccess);
  });

  test('a wrong token, none, and one of another board let nobody in', async () => {
    await insertTestBoard(db(), 'mine');
    await insertTestBoard(db(), 'other');
    for (const params of [{ token: 'verzonnen' }, { token: '' }, {}] as Record<string, string>[]) {
      const one = program('board/mine/frame', { params, headers: { origin: ORIGIN } });
      await waitFor('it is refused', () => one.errors.length > 0);
      expect(one.errors[0]).toContain('401');
    }
    const { token } = await insertToken(db(), 'other', 'write');
    const one = withToken('board/mine/frame', token);
    expect(await one.isClosed()).toEqual({ code: 4403, reason: 'no-access' });
    const missing = withToken('board/other/party/niemand', token);
    expect(await missing.isClosed()).toEqual({ code: 4403, reason: 'no-access' });
    expect(one.provider.synced || missing.provider.synced).toBe(false);
  });

  test('a closed board refuses a write token, and one that is closed meanwhile does so from then on', async () => {
    await insertTestBoard(db(), 'shut');
    const { token } = await insertToken(db(), 'shut', 'write');
    const one = await withToken('board/shut/frame', token).synced();
    await setMode(db(), 'shut', 'locked');
    suite.server.collab.accessChanged('shut');
    one.add('vergrendeld, zoals een begeleider');
    await waitFor('it is stored', async () => (await suite.rows('shut')) === 1);
    await updateBoard(db(), 'shut', { closedAt: '2026-02-01T00:00:00.000Z' });
    suite.server.collab.accessChanged('shut');
    const reader = suite.tab('viewer');
    await waitFor('it is closed', async () => (await reader.opened('board/shut/frame')).scopes.at(-1) === 'readonly');
    one.add('gesloten');
    expect(await one.isClosed()).toEqual(EDIT_REFUSED);
    expect(await suite.rows('shut')).toBe(1);
  });

  test('a cookie counts from our own pages only, and gives its owner no more than elsewhere', async () => {
    await insertTestBoard(db(), 'cookie');
    await (await suite.tab('facilitator').opened('board/cookie/frame')).save('voor iedereen');
    const viewer = program('board/cookie/frame', { headers: { cookie: 'user=viewer', origin: ORIGIN } });
    await viewer.synced();
    expect(viewer.log).toEqual(['voor iedereen']);
    viewer.add('mag niet');
    expect(await viewer.isClosed()).toEqual(EDIT_REFUSED);
    for (const headers of [{ cookie: 'user=viewer', origin: 'http://elders.test' }, { cookie: 'user=viewer' }]) {
      const elsewhere = program('board/cookie/frame', { headers });
      await waitFor('it is refused', () => elsewhere.errors.length > 0);
      expect(elsewhere.errors[0]).toContain('403');
    }
    // With a token the cookie says nothing.
    const { token } = await insertToken(db(), 'cookie', 'read');
    const both = program('board/cookie/frame', { params: { token }, headers: { cookie: 'user=facilitator' } });
    await both.synced();
    both.add('mag niet');
    expect(await both.isClosed()).toEqual(EDIT_REFUSED);
    expect(await suite.rows('cookie')).toBe(1);
  });

  test('the generation and schema that a program names are looked at', async () => {
    await insertTestBoard(db(), 'named');
    const { token } = await insertToken(db(), 'named', 'write');
    const named = (generation: string) => program('board/named/frame', { params: { token, generation, schema: '1' } });
    await named('1').synced();
    expect(await named('7').isClosed()).toEqual({ code: 4403, reason: 'older-generation' });
  });

  test('S5: presence carries the name of the token and says that it is a program, for itself alone', async () => {
    await insertTestBoard(db(), 'presence');
    const tab = await suite.tab('memberA').opened('board/presence/frame');
    const { id, token } = await insertToken(db(), 'presence', 'write');
    const one = await withToken('board/presence/frame', token).synced();
    one.provider.awareness.setLocalState({ user: { name: 'De burgemeester' }, at: { activityId: 'a1' } });
    const states = () => tab.provider.awareness?.getStates() as Map<number, PresenceState>;
    await waitFor('the tab sees it', () => states().get(one.doc.clientID)?.at !== undefined);
    expect(states().get(one.doc.clientID)?.user).toEqual({
      id,
      name: 'Koppeling write',
      organisationId: 'gemeente',
      role: 'facilitator',
      program: true,
    });
    await waitFor('it sees the tab', () => one.provider.awareness.getStates().has(tab.doc.clientID));
    expect(states().get(tab.doc.clientID)?.user?.id ?? 'memberA').toBe('memberA');
    one.destroy();
    await waitFor('it is gone', () => !states().has(one.doc.clientID));
  });

  test('a program on a quiet document stays, and one that is gone is let go', async () => {
    await insertTestBoard(db(), 'quiet');
    const { token } = await insertToken(db(), 'quiet', 'read');
    const one = withToken('board/quiet/party/ggd', token);
    one.provider.awareness.setLocalState(null);
    await one.synced();
    let heard = 0;
    one.provider.ws?.addEventListener('message', () => {
      heard += 1;
    });
    // Longer than one may be silent; each is a sign of life that its provider counts.
    await waitFor('it hears that we are there', () => heard > 6);
    expect(one.closed).toEqual([]);
    const deaf = new WebSocket(suite.server.url.replace('/collab', `/yjs/board/quiet/frame?token=${token}`), {
      autoPong: false,
    });
    let gone = false;
    deaf.on('close', () => {
      gone = true;
    });
    await waitFor('it is cut off', () => gone);
  });

  test('malformed messages close that socket with a reason, and no other', async () => {
    await insertTestBoard(db(), 'broken');
    const { token } = await insertToken(db(), 'broken', 'write');
    const other = await withToken('board/broken/frame', token).synced();
    const update = updateWith('half');
    const sync = (payload: Uint8Array, length = payload.length): Uint8Array => {
      const encoder = encoding.createEncoder();
      for (const number of [0, 2, length]) encoding.writeVarUint(encoder, number);
      encoding.writeUint8Array(encoder, payload);
      return encoding.toUint8Array(encoder);
    };
    const broken: (Uint8Array | string)[] = [
      new Uint8Array(0),
      'tekst',
      // Tokens and closing are not said inside this protocol.
      new Uint8Array([2, 0, 0]),
      new Uint8Array([7]),
      new Uint8Array([99, 1, 2]),
      new Uint8Array([0, 9, 0]),
      new Uint8Array([1, 3, 1, 5]),
      sync(update, update.length + 40),
      sync(update.slice(0, update.length - 3)),
    ];
    for (const message of broken) {
      const ws = new WebSocket(suite.server.url.replace('/collab', `/yjs/board/broken/frame?token=${token}`));
      let closed: number | undefined;
      ws.on('open', () => {
        const encoder = encoding.createEncoder();
        for (const number of [0, 0, 1, 0]) encoding.writeVarUint(encoder, number);
        ws.send(encoding.toUint8Array(encoder));
      });
      ws.once('message', () => {
        // What an empty document owes the server; updates wait for it.
        ws.send(new Uint8Array([0, 1, 2, 0, 0]));
        ws.send(message);
      });
      ws.on('close', (code) => {
        closed = code;
      });
      await waitFor(`an answer to ${String(message)}`, () => closed !== undefined);
      expect(closed, String(message)).toBe(CLOSE.malformed.code);
    }
    expect(await suite.rows('broken')).toBe(0);
    other.add('nog steeds');
    await waitFor('it is stored', async () => (await suite.rows('broken')) === 1);
    expect(other.closed).toEqual([]);
  });

  test('a token is written in no log', async () => {
    await insertTestBoard(db(), 'logged');
    const { token } = await insertToken(db(), 'logged', 'write');
    const one = await withToken('board/logged/frame', token).synced();
    lines.length = 0;
    // More than a message may be: the websocket itself closes, and says why.
    one.provider.ws?.send(new Uint8Array(1024 * 1024 + 1));
    expect((await one.isClosed())?.code).toBe(1009);
    await waitFor('it is logged', () => lines.length > 0);
    expect(lines.join('')).not.toContain(token);
  });

  test('a program that comes back without end is not let in for a while', async () => {
    await insertTestBoard(db(), 'loop');
    const { token } = await insertToken(db(), 'loop', 'read');
    const address = suite.server.url.replace('/collab', `/yjs/board/loop/frame?token=${token}`);
    const answers: string[] = [];
    for (let count = 0; count < 61; count += 1) {
      const ws = new WebSocket(address);
      ws.on('open', () => {
        answers.push('open');
        ws.terminate();
      });
      ws.on('error', (error) => answers.push(error.message));
      await waitFor('an answer', () => answers.length > count);
    }
    expect(answers.slice(0, 60)).toEqual(Array(60).fill('open'));
    expect(answers[60]).toContain('429');
  });

  test('an address that names no document is none', async () => {
    const { port } = new URL(suite.server.url);
    for (const path of [
      '/yjs',
      '/yjs/',
      '/yjs/board/x',
      '/yjs/%E0%A4%A',
      '/yjs/board/x/draft/ggd',
      '/yjsboard/x/frame',
    ]) {
      const ws = new WebSocket(`ws://127.0.0.1:${port}${path}?token=x`);
      let error = '';
      ws.on('error', ({ message }) => {
        error = message;
      });
      await waitFor(`an answer to ${path}`, () => error !== '');
      expect(error, path).toContain('404');
    }
  });
});
