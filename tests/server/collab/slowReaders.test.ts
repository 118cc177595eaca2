import { randomBytes } from 'node:crypto';
import type { Socket } from 'node:net';
import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import type { Metric } from '../../../server/metric.ts';
import { insertTestBoard } from '../../support/collabBoard.ts';
import { type RawClient, SYNC } from '../../support/collabRaw.ts';
import { collabSuite, updateWith } from '../../support/collabSuite.ts';
import { waitFor } from '../../support/waitFor.ts';

const UNREAD = 1024 * 1024;
/** 700,000 letters that hardly get smaller when they are deflated. */
const NOISE = randomBytes(525_000).toString('base64');
const NOBODY = new Uint8Array([0]);
/** A state vector so large that each comes in a piece of its own, since a piece that was read is handled whole. */
const LARGE = stateVector(10_000);

function stateVector(clients: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clients);
  for (let client = 0; client < clients; client += 1) {
    encoding.writeVarUint(encoder, 2 ** 31 + client);
    encoding.writeVarUint(encoder, 1);
  }
  return encoding.toUint8Array(encoder);
}

/** Connections that the server closed for this reason. */
function closedFor(metrics: readonly Metric[], reason: string): number {
  const metric = metrics.find(({ name }) => name === 'live_closed_sockets_total');
  if (metric?.type !== 'counter') return 0;
  return metric.samples.find(({ labels }) => labels?.['reason'] === reason)?.value ?? 0;
}

/** The connection below a client's websocket, which it stops reading. */
function stopReading(raw: RawClient): void {
  raw.ws.pause();
}

describe('clients that do not read', () => {
  const suite = collabSuite('sqlite', () => ({ limits: { unreadBytes: UNREAD } }));

  test('are not heard while they owe: what waits for them is bounded, nothing is lost, others are served', async () => {
    await insertTestBoard(suite.store.database.db, 'unread');
    const name = 'board/unread/frame';
    const connections: Socket[] = [];
    suite.server.server.on('connection', (socket) => connections.push(socket));
    const honest = await suite.tab('memberB').opened(name);
    await honest.save(NOISE);
    const raw = await suite.raw('memberA');
    const below = connections.at(-1);
    await raw.open(name);
    stopReading(raw);
    // Each is answered by the whole document.
    for (let count = 0; count < 60; count += 1) raw.sync(name, SYNC.step1, LARGE);
    await waitFor('the server waits for it', () => (below?.writableLength ?? 0) > UNREAD);
    const unsent: number[] = [];
    for (let count = 0; count < 20; count += 1) {
      await honest.save(`${count}`);
      unsent.push(below?.writableLength ?? 0);
    }
    expect(Math.max(...unsent)).toBeLessThan(UNREAD + 4 * 710_000);
    expect(raw.closed).toBeUndefined();
    raw.ws.resume();
    const answers = () => raw.received.filter(({ type, body }) => type === 0 && body[0] === SYNC.step2).length;
    await waitFor('every answer comes', () => answers() === 60);
  });
});

describe('clients that never read', () => {
  const suite = collabSuite('sqlite', () => ({
    limits: { unreadBytes: UNREAD, unreadMs: 300, pingMs: 50, silentMs: 60_000, unsentBytes: 8 * UNREAD },
  }));

  test('are cut off after a while', async () => {
    await insertTestBoard(suite.store.database.db, 'never');
    const name = 'board/never/frame';
    const honest = await suite.tab('memberB').opened(name);
    await honest.save(NOISE);
    const raw = await suite.raw('memberA');
    await raw.open(name);
    stopReading(raw);
    for (let count = 0; count < 60; count += 1) raw.sync(name, SYNC.step1, NOBODY);
    await waitFor('it is cut off', () => closedFor(suite.server.collab.metrics(), 'not-reading') === 1);
    await waitFor('it is gone', () => suite.server.collab.counters()['live_sockets'] === 1);
    await honest.save('gaat door');
  });

  test('are cut off at once when too much waits for them, and the others get everything', async () => {
    await insertTestBoard(suite.store.database.db, 'busy');
    const name = 'board/busy/party/ggd';
    const before = closedFor(suite.server.collab.metrics(), 'not-reading');
    const reader = await suite.tab('viewer').opened(name);
    const raw = await suite.raw('commenter');
    await raw.open(name);
    stopReading(raw);
    const writer = await suite.tab('memberA').opened(name);
    for (let count = 0; count < 24; count += 1) await writer.save(`${count}${NOISE}`);
    await waitFor('it is cut off', () => closedFor(suite.server.collab.metrics(), 'not-reading') === before + 1);
    await waitFor('the reader has all', () => reader.log.length === 24);
  });
});

describe('many sockets of one person that never read', () => {
  const suite = collabSuite('sqlite', () => ({
    limits: { unreadBytes: UNREAD, unsentBytes: 64 * UNREAD, unsentBytesPerUser: 12 * UNREAD },
  }));

  test('share one limit; another person has their own', async () => {
    await insertTestBoard(suite.store.database.db, 'crowd');
    const name = 'board/crowd/frame';
    const honest = await suite.tab('memberB').opened(name);
    await honest.save(NOISE);
    for (let count = 0; count < 6; count += 1) {
      const raw = await suite.raw('memberA');
      await raw.open(name);
      stopReading(raw);
      for (let times = 0; times < 30; times += 1) raw.sync(name, SYNC.step1, NOBODY);
    }
    await waitFor('some are cut off', () => closedFor(suite.server.collab.metrics(), 'not-reading') > 0);
    await honest.save('gaat door');
    expect((await suite.tab('memberB').opened(name)).log.at(-1)).toBe('gaat door');
  });
});

describe('clients that dribble', () => {
  const suite = collabSuite('sqlite', () => ({ limits: { pingMs: 50, silentMs: 400 } }));

  test('a message that never ends is no sign of life', async () => {
    await insertTestBoard(suite.store.database.db, 'dribble');
    const raw = await suite.raw('memberA');
    await raw.open('board/dribble/frame');
    raw.silent = true;
    const socket = Reflect.get(raw.ws, '_socket') as Socket;
    // The head of a message of 60,000 bytes, masked; then a byte at a time.
    socket.write(new Uint8Array([0x82, 0xfe, 0xea, 0x60, 1, 2, 3, 4]));
    const dribble = setInterval(() => socket.write(new Uint8Array(1)), 20);
    try {
      expect((await raw.isClosed()).code).toBe(1006);
      expect(closedFor(suite.server.collab.metrics(), 'silent')).toBe(1);
    } finally {
      clearInterval(dribble);
    }
    const honest = suite.raw('memberA');
    expect(await (await honest).open('board/dribble/frame')).toBe('read-write');
  });
});

describe('a document at its limit', () => {
  const LIMIT = 50_000;
  const suite = collabSuite('sqlite', () => ({ limits: { documentBytes: LIMIT } }));

  test('takes what only deletes, and then grows again', async () => {
    await insertTestBoard(suite.store.database.db, 'cap');
    const name = 'board/cap/party/ggd';
    // Whatever is left over is filled in ever smaller pieces.
    let taken = 0;
    for (let size = 20_000; size >= 1; ) {
      const writer = await suite.raw('memberA');
      await writer.open(name);
      writer.sync(name, SYNC.update, updateWith('x'.repeat(size)));
      await waitFor('an answer', () => writer.statuses(name).length > 0 || writer.closed !== undefined);
      if (writer.closed) {
        expect(writer.closed.reason).toBe('too-large');
        size = Math.floor(size / 2);
      } else taken += size;
      writer.destroy();
    }
    expect(taken).toBeGreaterThan(LIMIT * 0.9);
    const tidy = await suite.tab('memberA').opened(name);
    tidy.doc.getArray('log').delete(0, 1);
    await tidy.synced();
    await tidy.save('weer ruimte');
    expect((await suite.stored('cap', 'party/ggd')).at(-1)).toBe('weer ruimte');
  });
});
