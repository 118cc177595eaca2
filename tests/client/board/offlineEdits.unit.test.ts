import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { ApiProblem } from '../../../client/api/problem.ts';
import { askedOrStored, provideStored, type StoredAnswers } from '../../../client/api/stored.ts';
import { editId, firstOf, isTooOld, mergeEdits, mergeRefusal, waitingIn } from '../../../client/board/offline/edits.ts';
import type { KeptEdit } from '../../../client/board/offline/records.ts';
import { NOTHING_WAITING, waitingCount } from '../../../client/board/waiting.ts';

const DAY = 24 * 60 * 60 * 1_000;
const NOW = Date.UTC(2026, 10, 24);
const PRESENT = { generation: 2, schema: 1 };

function edit(doc: Y.Doc, key: string, change: Partial<KeptEdit> = {}): KeptEdit {
  const before = Y.encodeStateVector(doc);
  doc.getMap('activities').set(key, 'gezet');
  const id = editId(NOW);
  const waiting = { ...NOTHING_WAITING, commands: 1, records: new Map([['activities', new Set([key])]]) };
  const update = Y.encodeStateAsUpdate(doc, before);
  return {
    id,
    first: id,
    covers: [],
    boardId: 'b',
    document: 'board/b/frame',
    at: NOW,
    ...PRESENT,
    update,
    waiting,
    ...change,
  };
}

describe('edits that waited on the device', () => {
  test.each([
    ['of today', {}, undefined],
    ['of almost seven days', { at: NOW - 7 * DAY }, undefined],
    ['of more than seven days', { at: NOW - 7 * DAY - 1 }, 'too-old'],
    ['of another generation', { generation: 1 }, 'older-generation'],
    ['of a later generation than the board, as after a restore', { generation: 3 }, 'older-generation'],
    ['of an older schema', { schema: 0 }, 'newer-server'],
  ])('S8: %s', (_, change, expected) => {
    const doc = new Y.Doc();
    expect(mergeRefusal([edit(doc, 'a'), edit(doc, 'b', change)], PRESENT, NOW)).toBe(expected);
  });

  test('merged they bring the same, count the same, and keep the earliest time and id', () => {
    const doc = new Y.Doc();
    const edits = ['a', 'b', 'c'].map((key, index) => edit(doc, key, { at: NOW - index }));
    const merged = mergeEdits(edits, 'whole')!;
    const other = new Y.Doc();
    Y.applyUpdate(other, merged.update);
    expect(other.getMap('activities').toJSON()).toEqual({ a: 'gezet', b: 'gezet', c: 'gezet' });
    expect(waitingCount(merged.waiting)).toBe(3);
    expect(merged).toMatchObject({ id: 'whole', at: NOW - 2, first: edits[0]?.id, covers: edits.map(({ id }) => id) });
    const more = edit(doc, 'd');
    const again = mergeEdits([merged, more], 'more')!;
    expect(again.covers).toEqual(['whole', ...edits.map(({ id }) => id), more.id]);
    expect(waitingCount(waitingIn([again]))).toBe(4);
    expect(firstOf([more, again])).toBe(edits[0]?.id);
  });

  test('of different documents or histories they are not merged', () => {
    const doc = new Y.Doc();
    expect(mergeEdits([edit(doc, 'a')], 'x')).toBeUndefined();
    expect(mergeEdits([edit(doc, 'b'), edit(doc, 'c', { generation: 1 })], 'x')).toBeUndefined();
    expect(mergeEdits([edit(doc, 'd'), edit(doc, 'e', { document: 'board/b/party/o' })], 'x')).toBeUndefined();
  });

  test('a clock that was set back makes nothing too old', () => {
    expect(isTooOld(NOW + DAY, NOW)).toBe(false);
  });
});

describe('who answers', () => {
  const KEY = ['board', 'b'];
  const ask = (code?: 'offline' | 'notSignedIn') => async () => {
    if (code) throw new ApiProblem(code, 0);
    return { title: 'server' };
  };
  const find = async () => ({ title: 'device' });

  function client(known?: object): { readonly client: QueryClient; readonly queryKey: readonly string[] } {
    provideStored(async () => ({}) as StoredAnswers);
    const made = new QueryClient();
    if (known) made.setQueryData(KEY, known);
    return { client: made, queryKey: KEY };
  }

  test('the server where it can be reached, the device where it cannot', async () => {
    expect(await askedOrStored(client(), ask(), find)).toEqual({ title: 'server' });
    expect(await askedOrStored(client(), ask('offline'), find)).toEqual({ title: 'device', isStored: true });
    const before = { title: 'device', isStored: true };
    expect(await askedOrStored(client(before), ask('offline'), find)).toEqual(before);
  });

  test('a refusal stays one, and an answer that the screen has is not replaced by an older one', async () => {
    await expect(askedOrStored(client(), ask('notSignedIn'), find)).rejects.toMatchObject({ code: 'notSignedIn' });
    await expect(askedOrStored(client({ title: 'server' }), ask('offline'), find)).rejects.toMatchObject({
      code: 'offline',
    });
    await expect(askedOrStored(client(), ask('offline'), async () => undefined)).rejects.toMatchObject({
      code: 'offline',
    });
  });
});
