import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { judgeUpdate } from '../../../server/collab/updateVerdict.ts';

const RIGHT_ORIGIN = 0x40;
const ORIGIN = 0x80;
const PARENT_SUB = 0x20;
const EMBED = 5;
const ANY = 8;

function update(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

function numbers(encoder: encoding.Encoder, ...values: readonly number[]): void {
  for (const value of values) encoding.writeVarUint(encoder, value);
}

/** Values under one key, each as if nobody had written there. */
function underOneKey(count: number): Uint8Array {
  return update((encoder) => {
    numbers(encoder, 1, count, 777, 0);
    for (let index = 0; index < count; index += 1) {
      encoding.writeUint8(encoder, ANY | PARENT_SUB);
      numbers(encoder, 1);
      encoding.writeVarString(encoder, 'activities');
      encoding.writeVarString(encoder, 'h1');
      numbers(encoder, 1);
      encoding.writeAny(encoder, index);
    }
  });
}

/** A list, and as many items that want to be first in it, each left of another one. */
function firstInOneList(count: number): Uint8Array {
  return update((encoder) => {
    numbers(encoder, 2, count, 1_000, 0);
    for (let index = 0; index < count; index += 1) {
      encoding.writeUint8(encoder, EMBED | (index > 0 ? ORIGIN : 0));
      if (index > 0) numbers(encoder, 1_000, index - 1);
      else numbers(encoder, 1);
      if (index === 0) encoding.writeVarString(encoder, 'log');
      encoding.writeVarString(encoder, '1');
    }
    numbers(encoder, count, 999, 0);
    for (let index = 0; index < count; index += 1) {
      encoding.writeUint8(encoder, EMBED | RIGHT_ORIGIN);
      numbers(encoder, 1_000, index);
      encoding.writeVarString(encoder, '1');
    }
  });
}

const verdictOf = (doc: Y.Doc, bytes: Uint8Array): string => judgeUpdate(doc, bytes).verdict;

/** What a client sends that was away: its own edits, and what the server has got meanwhile. */
function away(start: (doc: Y.Doc) => void, own: (doc: Y.Doc) => void, others: (doc: Y.Doc) => void): string {
  const server = new Y.Doc();
  start(server);
  const client = new Y.Doc();
  Y.applyUpdate(client, Y.encodeStateAsUpdate(server));
  others(server);
  own(client);
  return verdictOf(server, Y.encodeStateAsUpdate(client, Y.encodeStateVector(server)));
}

const times = (count: number, what: (index: number) => void): void => {
  for (let index = 0; index < count; index += 1) what(index);
};

describe('S17: an update for whose items Yjs would search long', () => {
  test('is not taken: many values under one key, each as if it were the first', () => {
    expect(verdictOf(new Y.Doc(), underOneKey(100))).toBe('fits');
    expect(verdictOf(new Y.Doc(), underOneKey(20_000))).toBe('malformed');
  });

  test('is not taken either where the document holds what it would search through', () => {
    const doc = new Y.Doc();
    const records = doc.getMap('activities');
    // By turns: what one key held is not merged then.
    times(5_000, (time) => records.set('h1', { time }) && records.set('h2', { time }));
    expect(verdictOf(doc, underOneKey(10))).toBe('fits');
    expect(verdictOf(doc, underOneKey(400))).toBe('malformed');
  });

  test('is not taken: a long list, and as many items that want to be first in it', () => {
    expect(verdictOf(new Y.Doc(), firstInOneList(100))).toBe('fits');
    expect(verdictOf(new Y.Doc(), firstInOneList(5_000))).toBe('malformed');
  });

  test('is not what people make who were away for a day, whatever others did at the same places', () => {
    const fields = (count: number) => (doc: Y.Doc) => times(count, (n) => doc.getMap('activities').set(`h${n % 7}`, n));
    const firsts = (count: number) => (doc: Y.Doc) => times(count, (n) => doc.getArray('log').insert(0, [{ n }]));
    const lasts = (count: number) => (doc: Y.Doc) => times(count, (n) => doc.getArray('log').push([{ n }]));
    const letters = (count: number) => (doc: Y.Doc) =>
      times(count, (n) => doc.getText('text').insert((n * 7919) % (doc.getText('text').length + 1), 'x'));
    const words = (doc: Y.Doc): void => doc.getText('text').insert(0, 'woord '.repeat(500));
    for (const [own, others] of [
      [fields(5_000), fields(5_000)],
      [firsts(2_000), firsts(100)],
      [lasts(5_000), lasts(5_000)],
      [letters(2_000), letters(2_000)],
    ] as const) {
      expect(away(words, own, others)).toBe('fits');
    }
  });

  test('has too many parts, whatever they are', () => {
    const collected = (count: number): Uint8Array =>
      update((encoder) => {
        numbers(encoder, 1, count, 777, 0);
        times(count, () => numbers(encoder, 0, 1));
      });
    expect(verdictOf(new Y.Doc(), collected(30_000))).toBe('fits');
    expect(verdictOf(new Y.Doc(), collected(30_001))).toBe('malformed');
  });
});
