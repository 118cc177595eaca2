import { once } from 'node:events';
import { connect } from 'node:net';
import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE } from '../../../shared/protocol/live.ts';
import { insertTestBoard } from '../../support/collabBoard.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { type RawClient, SYNC, TYPE } from '../../support/collabRaw.ts';
import { collabSuite, updateWith } from '../../support/collabSuite.ts';
import { foreignDeletions } from '../../support/hostileUpdates.ts';
import { waitFor } from '../../support/waitFor.ts';

/** A repeatable source of numbers from 0 up to 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A varied update: nested maps, texts, deletions. */
function richUpdate(): Uint8Array {
  const doc = new Y.Doc();
  const card = new Y.Map<unknown>();
  doc.getMap('activities').set('a1', card);
  card.set('title', 'Een kaart');
  card.set('place', { outcomeId: 'o1', key: 'a0' });
  const text = doc.getXmlFragment('a1:meansText');
  const paragraph = new Y.XmlElement('paragraph');
  text.insert(0, [paragraph]);
  paragraph.insert(0, [new Y.XmlText('middelen en uren')]);
  card.set('title', 'Een andere kaart');
  doc.getArray('log').push(['x', 'y', 'z']);
  doc.getArray('log').delete(1, 1);
  return Y.encodeStateAsUpdate(doc);
}

/**
 * Rows of what was seen to hurt the stock server: 1 truncated or random updates, 2 updates that are too large, 3 updates
 * that leave something pending, 4 messages that are no protocol, 5 presence that lies (presence.test.ts), 6 too many
 * sockets or messages. All of them at random: hostileFrames.test.ts; slow clients: slowReaders.test.ts.
 */
describe.each(DATABASE_KINDS)('hostile and broken clients on %s', (kind) => {
  const suite = collabSuite(kind, () => ({
    limits: { documentBytes: 200_000, documentsPerSocket: 5, socketsPerUser: 40, presenceCharacters: 1_000 },
  }));

  /** Sends an update on a fresh socket and waits for what becomes of it. */
  async function send(name: string, kindOfSync: number, payload: Uint8Array): Promise<RawClient> {
    const raw = await suite.raw('memberA');
    await raw.open(name);
    raw.sync(name, kindOfSync, payload);
    await waitFor('an answer', () => raw.statuses(name).length > 0 || raw.closed !== undefined);
    return raw;
  }

  test('an upgrade to an address that is none is answered and let go', async () => {
    const { port } = new URL(suite.server.url);
    for (const path of ['//', '/elders', '/collab/x', '///collab']) {
      const socket = connect(Number(port), '127.0.0.1');
      let answer = '';
      socket.on('data', (data) => {
        answer += data;
      });
      const closed = once(socket, 'close');
      socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
      await closed;
      expect(answer, path).toContain('404');
    }
  });

  test('row 1: truncated and random updates change nothing, are not acknowledged, and close the socket', async () => {
    await insertTestBoard(suite.store.database.db, 'broken');
    const name = 'board/broken/frame';
    const watcher = await suite.tab('memberB').opened(name);
    let changes = 0;
    watcher.doc.on('update', () => {
      changes += 1;
    });
    const whole = richUpdate();
    const random = seeded(42);
    const broken: Uint8Array[] = [];
    for (let length = 0; length < whole.length; length += 7) broken.push(whole.slice(0, length));
    broken.push(new Uint8Array([...whole, 0]), new Uint8Array([0xff]), new Uint8Array(0));
    for (let count = 0; count < 15; count += 1) {
      broken.push(new Uint8Array(20 + Math.floor(random() * 100)).map(() => Math.floor(random() * 256)));
    }
    for (const [index, payload] of broken.entries()) {
      const raw = await send(name, index % 2 === 0 ? SYNC.update : SYNC.step2, payload);
      expect(raw.statuses(name), `payload ${index}`).toEqual([]);
      expect(await raw.isClosed(), `payload ${index}`).toEqual(CLOSE.malformed);
      raw.destroy();
    }
    expect(await suite.rows('broken')).toBe(0);
    expect(changes).toBe(0);
    expect((await send(name, SYNC.update, whole)).statuses(name)).toEqual([true]);
  });

  test('row 1: flipped bits are refused or make an update that everyone can read', async () => {
    await insertTestBoard(suite.store.database.db, 'flipped');
    const name = 'board/flipped/frame';
    const random = seeded(7);
    for (let count = 0; count < 40; count += 1) {
      const payload = richUpdate();
      for (let flip = 0; flip < 3; flip += 1) {
        const at = Math.floor(random() * payload.length);
        payload[at] = (payload[at] as number) ^ (1 << Math.floor(random() * 8));
      }
      const raw = await send(name, SYNC.update, payload);
      raw.destroy();
    }
    // Whatever got in: the document opens, and takes an edit.
    await waitFor('nobody is there', () => suite.server.collab.counters()['live_documents'] === 0);
    const reader = await suite.tab('memberB').opened(name);
    await reader.save('gaat door');
    expect(reader.doc.store.pendingStructs).toBeNull();
    expect(reader.doc.store.pendingDs).toBeNull();
  });

  test('row 3: an update that builds on what is not there, or deletes what nobody wrote, leaves nothing pending', async () => {
    await insertTestBoard(suite.store.database.db, 'pending');
    const name = 'board/pending/frame';
    const doc = new Y.Doc();
    updateWith('ontbreekt', doc);
    const second = updateWith('bouwt erop', doc);
    expect((await send(name, SYNC.update, second)).statuses(name)).toEqual([false]);
    // Deletions of what nobody wrote; more than an update may hold close the socket.
    expect((await send(name, SYNC.update, foreignDeletions(12345, 20_000))).statuses(name)).toEqual([false]);
    const tooMany = await send(name, SYNC.update, foreignDeletions(12345, 200_000));
    expect(tooMany.closed?.code).toBe(CLOSE.malformed.code);
    expect(tooMany.statuses(name)).toEqual([]);
    // Two structs that wait for each other.
    const one = new Y.Doc();
    const two = new Y.Doc();
    one.getArray('log').push(['1']);
    Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
    two.getArray('log').push(['2']);
    const onlySecond = Y.encodeStateAsUpdate(two, Y.encodeStateVector(one));
    expect((await send(name, SYNC.update, onlySecond)).statuses(name)).toEqual([false]);
    expect(await suite.rows('pending')).toBe(0);
    expect((await send(name, SYNC.update, Y.encodeStateAsUpdate(two))).statuses(name)).toEqual([true]);
  });

  test('row 4: an unknown subtype, a length that lies, bad presence: the socket is closed with a reason', async () => {
    await insertTestBoard(suite.store.database.db, 'garbage');
    const name = 'board/garbage/frame';
    const bad: ((raw: RawClient) => void)[] = [
      (raw) => raw.send(new Uint8Array(0)),
      (raw) => raw.send(new Uint8Array([200])),
      (raw) => raw.send(new Uint8Array([255, 255, 255, 255, 255, 255, 255, 255, 255, 1, 0])),
      (raw) => raw.ws.send('tekst'),
      (raw) => raw.message(name, (encoder) => encoding.writeVarUint(encoder, 6)),
      (raw) => raw.message(name, (encoder) => encoding.writeVarUint(encoder, 99)),
      (raw) => raw.sync(name, 9, new Uint8Array([0, 0])),
      (raw) =>
        raw.message(name, (encoder) => {
          encoding.writeVarUint(encoder, TYPE.sync);
          encoding.writeVarUint(encoder, SYNC.update);
          // A length that is not there.
          encoding.writeVarUint(encoder, 100_000);
          encoding.writeUint8(encoder, 0);
        }),
      (raw) => raw.sync(name, SYNC.step1, new Uint8Array([255, 255, 255])),
      (raw) =>
        raw.message(name, (encoder) => {
          encoding.writeVarUint(encoder, TYPE.awareness);
          encoding.writeVarUint8Array(encoder, new Uint8Array([9, 9, 9]));
        }),
    ];
    for (const [index, act] of bad.entries()) {
      const raw = await suite.raw('memberA');
      await raw.open(name);
      act(raw);
      expect(await raw.isClosed(), `message ${index}`).toEqual(CLOSE.malformed);
    }
    expect(await suite.rows('garbage')).toBe(0);
  });

  test('row 2: too large a message closes the socket; a document that grows too large takes no more', async () => {
    await insertTestBoard(suite.store.database.db, 'large');
    const name = 'board/large/frame';
    const raw = await suite.raw('memberA');
    await raw.open(name);
    raw.sync(name, SYNC.update, updateWith('x'.repeat(2 * 1024 * 1024)));
    expect((await raw.isClosed()).code).toBe(1009);
    const doc = new Y.Doc();
    const filling = await suite.raw('memberA');
    await filling.open(name);
    for (let count = 0; count < 3; count += 1) {
      filling.sync(name, SYNC.update, updateWith('x'.repeat(90_000), doc));
    }
    expect(await filling.isClosed()).toEqual(CLOSE.tooLarge);
    expect(filling.statuses(name)).toEqual([true, true]);
    // What was written and deleted again does not count.
    const tidy = await suite.tab('memberB').opened(name);
    tidy.doc.getArray('log').delete(0, 2);
    await tidy.save('weer ruimte');
    for (let count = 0; count < 5; count += 1) await tidy.save('y'.repeat(20_000));
    expect((await suite.stored('large', 'frame')).length).toBe(6);
  });

  test('one document too many on a socket is denied with a sentence, and the others go on', async () => {
    await insertTestBoard(suite.store.database.db, 'many');
    const raw = await suite.raw('memberA');
    const names = Array.from({ length: 5 }, (_, index) => `board/many/frame\0sessie${index}`);
    for (const name of names) expect(await raw.open(name)).toBe('read-write');
    expect(await raw.open('board/many/party/ggd')).toBe('too-many-documents');
    raw.close(names[0] as string);
    await waitFor('one is closed', () => raw.received.some((message) => message.type === TYPE.close));
    expect(await raw.open('board/many/party/ggd')).toBe('read-write');
    expect(raw.closed).toBeUndefined();
  });

  test('row 6: sockets of one person are limited', async () => {
    const sockets = [];
    for (let count = 0; count < 40; count += 1) sockets.push(await suite.raw('viewer'));
    const last = await suite.raw('viewer');
    expect(await last.isClosed()).toEqual(CLOSE.tooMany);
    expect((await suite.raw('memberA')).closed).toBeUndefined();
    sockets[0]?.ws.close();
    await sockets[0]?.isClosed();
    await waitFor('there is room again', async () => (await suite.raw('viewer')).closed === undefined);
  });

  test('typing into a denied document does not close the socket', async () => {
    await insertTestBoard(suite.store.database.db, 'denied');
    const raw = await suite.raw('memberA');
    expect(await raw.open('board/denied/party/nobody')).toBe('no-access');
    for (let count = 0; count < 1_200; count += 1) {
      raw.sync('board/denied/party/nobody', SYNC.update, new Uint8Array([0, 0]));
    }
    expect(await raw.open('board/denied/frame')).toBe('read-write');
    expect(raw.closed).toBeUndefined();
  });
});

describe('a flood of messages', () => {
  const suite = collabSuite('sqlite', () => ({ limits: { messagesPerSecond: 50, messageBurst: 100 } }));

  test('row 6: is read more slowly, loses nothing and closes nothing', async () => {
    await insertTestBoard(suite.store.database.db, 'flood');
    const tab = suite.tab('memberA');
    const frame = await tab.opened('board/flood/frame');
    for (let count = 0; count < 200; count += 1) frame.add(`${count}`);
    await frame.synced();
    expect(suite.server.collab.counters()['live_slowed_sockets_total']).toBeGreaterThan(0);
    expect((await suite.stored('flood', 'frame')).length).toBe(200);
    expect(tab.closeCodes).toEqual([]);
  });
});

describe('a person whose edits make the server work much', () => {
  const suite = collabSuite('sqlite', () => ({ limits: { workPerSecond: 5, workBurst: 200 } }));

  test('row 6, S17: is read more slowly on all their sockets, and nobody else is', async () => {
    await insertTestBoard(suite.store.database.db, 'work');
    const name = 'board/work/frame';
    const frame = await suite.tab('facilitator').opened(name);
    const sockets = await Promise.all([suite.raw('memberA'), suite.raw('memberA')]);
    for (const raw of sockets) {
      await raw.open(name);
      for (let count = 0; count < 50; count += 1) raw.sync(name, SYNC.update, foreignDeletions(count, 20_000));
    }
    const slowed = (): number => suite.server.collab.counters()['live_slowed_sockets_total'] ?? 0;
    await waitFor('both wait', () => slowed() >= 2);
    await frame.save('gaat door');
    expect(sockets.every((raw) => raw.statuses(name).length < 50 && raw.closed === undefined)).toBe(true);
  });
});
