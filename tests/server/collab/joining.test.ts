import * as decoding from 'lib0/decoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertTestBoard } from '../../support/collabBoard.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { type RawClient, SYNC, TYPE } from '../../support/collabRaw.ts';
import { collabSuite, updateWith } from '../../support/collabSuite.ts';
import { waitFor } from '../../support/waitFor.ts';

const NOTHING = Y.encodeStateVector(new Y.Doc());

interface SyncMessage {
  readonly kind: number;
  readonly payload: Uint8Array;
}

function syncMessages(raw: RawClient, name: string): SyncMessage[] {
  return raw.received
    .filter(({ address, type }) => address === name && type === TYPE.sync)
    .map(({ body }) => {
      const decoder = decoding.createDecoder(body);
      return { kind: decoding.readVarUint(decoder), payload: decoding.readVarUint8Array(decoder) };
    });
}

/** The test list as it follows from these messages alone. */
function logOf(messages: readonly SyncMessage[]): string[] {
  const doc = new Y.Doc();
  for (const { kind, payload } of messages) if (kind !== SYNC.step1) Y.applyUpdate(doc, payload);
  return doc.getArray<string>('log').toArray();
}

function names(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `kaart ${index}`);
}

describe.each(DATABASE_KINDS)('joining a board on %s', (kind) => {
  const suite = collabSuite(kind, () => ({ limits: { snapshotRowsAtUnload: 30 } }));

  /** Writes as a service does; the document is not in memory. */
  async function write(boardId: string, texts: readonly string[], doc = new Y.Doc()): Promise<Y.Doc> {
    for (const text of texts) {
      await suite.server.collab.write(boardId, new Map([['frame', updateWith(text, doc)]]), null);
    }
    return doc;
  }

  /** Joins and waits until the engine has answered too. */
  async function join(name: string, stateVector: Uint8Array = NOTHING, raw?: RawClient): Promise<SyncMessage[]> {
    const client = raw ?? (await suite.raw('facilitator'));
    client.authenticate(name);
    client.sync(name, SYNC.step1, stateVector);
    const engineAsks = () => syncMessages(client, name).findIndex((message) => message.kind === SYNC.step1);
    await waitFor('the engine asks for our state and answers', () => {
      const asked = engineAsks();
      return asked >= 0 && syncMessages(client, name).length > asked + 1;
    });
    return syncMessages(client, name);
  }

  test('S14 who starts from nothing gets the stored state once, before the document is in memory', async () => {
    await insertTestBoard(suite.store.database.db, 'cold');
    await write('cold', names(20));
    // The engine asks for the client's state before it gives its own: what comes earlier comes from the store.
    const messages = await join('board/cold/frame');
    expect(messages.map((message) => message.kind)).toEqual([SYNC.step2, SYNC.step1, SYNC.step2]);
    expect(logOf(messages.slice(0, 1))).toEqual(names(20));
    expect(logOf(messages.slice(1))).toEqual([]);
  });

  test('S14 a snapshot and the rows after it are sent as two parts, of which the second says that it is all', async () => {
    await insertTestBoard(suite.store.database.db, 'parts');
    const tab = suite.tab('facilitator');
    await tab.opened('board/parts/frame');
    const doc = await write('parts', names(40));
    tab.destroy();
    const { db } = suite.store.database;
    const snapshots = () => db.selectFrom('snapshots').selectAll().where('boardId', '=', 'parts').execute();
    await waitFor('there is a snapshot', async () => (await snapshots()).length === 1);
    await write('parts', ['later', 'laatst'], doc);
    const messages = await join('board/parts/frame');
    expect(messages.map((message) => message.kind)).toEqual([SYNC.update, SYNC.step2, SYNC.step1, SYNC.step2]);
    expect(logOf(messages.slice(0, 1))).toEqual(names(40));
    expect(logOf(messages.slice(0, 2))).toEqual([...names(40), 'later', 'laatst']);
    expect(logOf(messages.slice(2))).toEqual([]);
  });

  test('S14 who has a state already is answered by the engine, with what is new only', async () => {
    await insertTestBoard(suite.store.database.db, 'back');
    const doc = await write('back', names(5));
    const known = Y.encodeStateVector(doc);
    await write('back', ['nieuw'], doc);
    const messages = await join('board/back/frame', known);
    expect(messages.map((message) => message.kind)).toEqual([SYNC.step1, SYNC.step2]);
    const { structs } = Y.decodeUpdate(messages[1]?.payload as Uint8Array);
    expect(structs).toHaveLength(1);
  });

  test('S14 nothing is sent to who may not read', async () => {
    await insertTestBoard(suite.store.database.db, 'closed');
    await write('closed', names(5));
    const name = 'board/closed/frame';
    const [stranger, facilitator] = [await suite.raw('stranger'), await suite.raw('facilitator')];
    stranger.authenticate(name);
    stranger.sync(name, SYNC.step1, NOTHING);
    // At the same time as someone for whom the document is loaded.
    expect(logOf(await join(name, NOTHING, facilitator))).toEqual(names(5));
    await waitFor('the stranger is told', () => stranger.rights(name).length > 0);
    expect(stranger.rights(name)).toEqual(['no-access']);
    expect(syncMessages(stranger, name)).toEqual([]);
  });

  test('S14 of many who come at once each has everything, and what they write at once is kept', async () => {
    await insertTestBoard(suite.store.database.db, 'hall');
    await write('hall', names(50));
    const name = 'board/hall/frame';
    const tabs = Array.from({ length: 8 }, () => suite.tab('facilitator').open(name));
    for (const [index, tab] of tabs.entries()) tab.provider.on('synced', () => tab.add(`gast ${index}`));
    for (const tab of tabs) await tab.synced();
    const guests = tabs.map((_, index) => `gast ${index}`);
    for (const tab of tabs) {
      await waitFor('everything is there', () => tab.log.length === 58);
      expect(tab.log.slice(0, 50)).toEqual(names(50));
      expect(tab.log.slice(50).toSorted()).toEqual(guests);
    }
    expect((await suite.stored('hall', 'frame')).toSorted()).toEqual([...names(50), ...guests].toSorted());
  });

  test('S14 a row that cannot be read keeps nobody out', async () => {
    await insertTestBoard(suite.store.database.db, 'spoilt');
    await write('spoilt', names(3));
    const { db } = suite.store.database;
    await db
      .updateTable('journal')
      .set({ update: Buffer.from([255, 255, 255]) })
      .where('boardId', '=', 'spoilt')
      .where('sequence', '=', 3)
      .execute();
    expect(logOf(await join('board/spoilt/frame'))).toEqual(names(2));
  });

  test('S15 a state goes deflated to who can inflate it, and whole to who cannot', async () => {
    await insertTestBoard(suite.store.database.db, 'big');
    await suite.server.collab.write('big', new Map([['frame', updateWith('rust in de wijk '.repeat(4_000))]]), null);
    const name = 'board/big/frame';
    const sizeOf = (raw: RawClient) => (raw.ws as unknown as { _socket: { bytesRead: number } })._socket.bytesRead;
    const able = await suite.raw('facilitator');
    const cold = await join(name, NOTHING, able);
    expect(logOf(cold)).toEqual(['rust in de wijk '.repeat(4_000)]);
    expect(sizeOf(able)).toBeLessThan(8_000);
    const warm = await suite.raw('facilitator');
    expect(logOf(await join(name, NOTHING, warm))).toEqual(logOf(cold));
    expect(sizeOf(warm)).toBeLessThan(8_000);
    const unable = await suite.raw('facilitator', undefined, { perMessageDeflate: false });
    expect(logOf(await join(name, NOTHING, unable))).toEqual(logOf(cold));
    expect(sizeOf(unable)).toBeGreaterThan(64_000);
  });

  test('S15 a small message that becomes a big one closes its socket, and nobody else notices', async () => {
    await insertTestBoard(suite.store.database.db, 'bomb');
    const honest = await suite.tab('memberA').opened('board/bomb/frame');
    const bombs = await Promise.all(Array.from({ length: 10 }, () => suite.raw('memberB')));
    // 64 MB of zeros are 64 kB when deflated.
    for (const { ws } of bombs) ws.send(new Uint8Array(64 * 1024 * 1024));
    await honest.save('ondertussen');
    for (const bomb of bombs) expect((await bomb.isClosed()).code).toBe(1009);
    expect(await suite.stored('bomb', 'frame')).toEqual(['ondertussen']);
    expect(honest.closed).toBe(false);
  });
});
