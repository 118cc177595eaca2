import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertTestBoard } from '../../support/collabBoard.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { SYNC } from '../../support/collabRaw.ts';
import { collabSuite, updateWith } from '../../support/collabSuite.ts';
import { waitFor } from '../../support/waitFor.ts';

describe.each(DATABASE_KINDS)('saving on %s', (kind) => {
  const suite = collabSuite(kind);

  test('what is acknowledged is in the journal, with its author and the next sequence number', async () => {
    await insertTestBoard(suite.store.database.db, 'saved');
    const frame = await suite.tab('facilitator').opened('board/saved/frame');
    await frame.save('een');
    await frame.save('twee');
    expect(await suite.stored('saved', 'frame')).toEqual(['een', 'twee']);
    const rows = await suite.store.database.db
      .selectFrom('journal')
      .select(['sequence', 'authorId', 'document', 'generation'])
      .where('boardId', '=', 'saved')
      .orderBy('sequence')
      .execute();
    const same = { authorId: 'facilitator', document: 'frame', generation: 1 };
    expect(rows).toEqual([
      { sequence: 1, ...same },
      { sequence: 2, ...same },
    ]);
    const board = suite.store.database.db.selectFrom('boards').select('sequence').where('id', '=', 'saved');
    expect(await board.executeTakeFirstOrThrow()).toEqual({ sequence: 2 });
  });

  test('an edit shows at the others, and who comes later reads it', async () => {
    await insertTestBoard(suite.store.database.db, 'shown');
    const one = await suite.tab('memberA').opened('board/shown/party/ggd');
    const other = await suite.tab('memberB').opened('board/shown/party/ggd');
    await one.save('hallo');
    await waitFor('the other sees it', () => other.log.includes('hallo'));
    const later = await suite.tab('viewer').opened('board/shown/party/ggd');
    expect(later.log).toEqual(['hallo']);
    expect(later.scopes).toEqual(['readonly']);
  });

  test('reconnecting with nothing new writes no row', async () => {
    await insertTestBoard(suite.store.database.db, 'quiet');
    const first = await suite.tab('facilitator').opened('board/quiet/frame');
    await first.save('iets');
    first.doc.getArray('log').delete(0, 1);
    await first.synced();
    const before = await suite.rows('quiet');
    first.provider.configuration.websocketProvider.webSocket?.close();
    await waitFor('it lost the connection', () => !first.provider.isSynced);
    await first.synced();
    expect(await suite.rows('quiet')).toBe(before);
  });

  test('offline edits arrive together with those typed while reconnecting', async () => {
    await insertTestBoard(suite.store.database.db, 'offline');
    const tab = suite.tab('memberA');
    const doc = await tab.opened('board/offline/party/ggd');
    await doc.save('voor');
    tab.socket.disconnect();
    await waitFor('it is offline', () => tab.socket.status === 'disconnected');
    doc.add('zonder net');
    // Typed between the handshake's messages: it builds on an edit that the server gets with the client's state only.
    doc.provider.on('open', () => doc.add('bij openen'));
    doc.provider.on('authenticated', () => doc.add('bij aanmelden'));
    await tab.socket.connect();
    await doc.synced();
    const all = ['voor', 'zonder net', 'bij openen', 'bij aanmelden'];
    await waitFor(
      'all is acknowledged and stored',
      async () => (await suite.stored('offline', 'party/ggd')).length === 4,
    );
    expect(await suite.stored('offline', 'party/ggd')).toEqual(all);
    expect(doc.refusals).toBe(0);
    expect(doc.acknowledged).toBe(true);
  });

  test("one person's edits to several documents are journalled in the order in which they were made", async () => {
    await insertTestBoard(suite.store.database.db, 'order');
    const tab = suite.tab('facilitator');
    const names = ['frame', 'party/ggd', 'party/welzijn', 'party/gemeente'];
    const docs = await Promise.all(names.map((name) => tab.opened(`board/order/${name}`)));
    const others = await Promise.all(
      ['memberA', 'memberB'].map((user) => suite.tab(user).opened('board/order/party/ggd')),
    );
    const expected: string[] = [];
    // Uneven turns, so that documents have queues of different lengths.
    for (let count = 0; count < 400; count += 1) {
      const index = (count * 7 + Math.floor(count / 3)) % 4;
      docs[index]!.add(`mijn ${count}`);
      expected.push(names[index]!);
      if (count % 9 === 0) for (const other of others) other.add('anders');
      if (count % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all([...docs, ...others].map((doc) => doc.synced()));
    const rows = await suite.store.database.db
      .selectFrom('journal')
      .select(['document', 'sequence'])
      .where('boardId', '=', 'order')
      .where('authorId', '=', 'facilitator')
      .orderBy('sequence')
      .execute();
    expect(rows.map((row) => row.document)).toEqual(expected);
    expect(await suite.rows('order')).toBe(400 + 2 * 45);
    const board = suite.store.database.db.selectFrom('boards').select('sequence').where('id', '=', 'order');
    expect(await board.executeTakeFirstOrThrow()).toEqual({ sequence: 490 });
  });

  test('what was sent before the laptop was closed is kept, all of it', async () => {
    await insertTestBoard(suite.store.database.db, 'laptop');
    for (let round = 1; round <= 5; round += 1) {
      const raw = await suite.raw('memberA');
      const docs = [new Y.Doc(), new Y.Doc()];
      for (const [index, key] of ['party/ggd', 'party/welzijn'].entries()) {
        await raw.open(`board/laptop/${key}`);
        raw.sync(`board/laptop/${key}`, SYNC.update, updateWith(`${round} eerste`, docs[index]));
        await waitFor('it is open', () => raw.statuses(`board/laptop/${key}`).length === 1);
      }
      for (let edit = 0; edit < 40; edit += 1) {
        const key = edit % 2 === 0 ? 'party/ggd' : 'party/welzijn';
        raw.sync(`board/laptop/${key}`, SYNC.update, updateWith(`${round}.${edit}`, docs[edit % 2]));
      }
      raw.ws.close();
      await waitFor('all is stored', async () => (await suite.rows('laptop')) === round * 42);
      await waitFor('it left memory', () => suite.server.collab.counters()['live_documents'] === 0);
    }
  });

  test('a socket that is cut between journal and document loses nothing, and the document leaves memory whole', async () => {
    await insertTestBoard(suite.store.database.db, 'cut');
    const watcher = await suite.tab('memberB').opened('board/cut/frame');
    for (let round = 0; round < 20; round += 1) {
      const raw = await suite.raw('memberA');
      await raw.open('board/cut/party/ggd');
      const doc = new Y.Doc();
      for (let edit = 0; edit < 5; edit += 1) {
        raw.sync('board/cut/party/ggd', SYNC.update, updateWith(`ronde ${round} edit ${edit}`, doc));
      }
      raw.sync('board/cut/frame', SYNC.update, updateWith('naar een document dat niet open is'));
      // Cut somewhere between receiving, journalling and applying: nobody waits for the answer.
      await waitFor('the first answer', () => raw.statuses('board/cut/party/ggd').length > round % 3);
      raw.destroy();
      const stored = await suite.stored('cut', 'party/ggd');
      const mine = stored.filter((text) => text.startsWith(`ronde ${round} `));
      expect(mine.length).toBeGreaterThan(round % 3);
    }
    await waitFor('nobody is left in the party document', () => suite.server.collab.counters()['live_documents'] === 1);
    const reader = await suite.tab('viewer').opened('board/cut/party/ggd');
    expect([...reader.log].sort()).toEqual([...(await suite.stored('cut', 'party/ggd'))].sort());
    expect(watcher.log).toEqual([]);
  });
});
