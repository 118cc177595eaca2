import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { documentKeeper } from '../../../client/board/offline/documentKeeper.ts';
import { type OfflineStore, offlineStore } from '../../../client/board/offline/offlineStore.ts';
import type { KeptEdit, KeptState } from '../../../client/board/offline/records.ts';
import { NOTHING_WAITING } from '../../../client/board/waiting.ts';
import { SCHEMA } from '../../../shared/board/board.ts';
import { FRAME } from '../../../shared/board/documentRef.ts';
import { type FakeBrowser, fakeBrowser } from '../../support/fakeBrowser.ts';

const ONE = { ...NOTHING_WAITING, commands: 1 };
const EMPTY = Y.encodeStateAsUpdate(new Y.Doc());
let browser: FakeBrowser;
let store: OfflineStore;
beforeEach(() => {
  browser = fakeBrowser(() => '');
  store = offlineStore('gerda');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
  browser.remove();
});

const state = (generation: number): KeptState => ({
  boardId: 'b',
  document: 'frame',
  generation,
  schema: SCHEMA,
  state: EMPTY,
});

function keeperWith(kept: KeptState | undefined) {
  const tell = (): void => undefined;
  const of = { store, boardId: 'b', document: 'frame', edits: [], onKept: tell, onSetAside: tell };
  return documentKeeper({ ...of, state: kept });
}

const generations = async (): Promise<number[]> => (await store.load('b')).states.map(({ generation }) => generation);

test('S8 what was set aside is not taken for the edit of another tab by who looked just before', async () => {
  const keeper = keeperWith(undefined);
  keeper.wrote(EMPTY, ONE, 1);
  const seen = await store.edits('b');
  expect(seen.length).toBe(1);
  keeper.setAside({ id: seen[0]!.first, at: '', document: FRAME, reason: 'refused', items: [] });
  expect(keeper.adopt(seen, 1)).toEqual([]);
  // Another tab, in which it was not refused, does bring it.
  expect(keeperWith(undefined).adopt(seen, 1).length).toBe(1);
});

test('S6 what the server has is not taken for an edit that waits, by who looked just before', async () => {
  const keeper = keeperWith(undefined);
  const doc = new Y.Doc();
  keeper.wrote(EMPTY, ONE, 1);
  const seen = await store.edits('b');
  keeper.acknowledged(doc, 1);
  keeper.flush();
  expect(keeper.adopt(seen, 1)).toEqual([]);
  expect(keeper.waiting()).toBe(NOTHING_WAITING);
});

test('S8 an edit in a document that started afresh is kept with what it rests on', async () => {
  await store.putState(state(1));
  const keeper = keeperWith(state(1));
  keeper.begin(new Y.Doc(), 1);
  keeper.wrote(EMPTY, ONE, 1);
  // It is refused; the fresh document has words of somebody else, which this device has never kept.
  const doc = new Y.Doc();
  keeper.begin(doc, 1);
  doc.getText('t').insert(0, 'van een ander');
  keeper.received(Y.encodeStateAsUpdate(doc));
  keeper.setAside(undefined);
  doc.on('update', (update: Uint8Array) => keeper.wrote(update, ONE, 1));
  doc.clientID += 1;
  doc.getText('t').insert(3, ' mij en');

  const [edit] = await store.edits('b');
  const alone = new Y.Doc();
  Y.applyUpdate(alone, edit!.update);
  expect(alone.getText('t').toString()).toBe('van mij en een ander');
});

test('S7 a document of a board that was put back is kept at its first answer, also when it was kept before', async () => {
  await store.putState(state(1));
  const keeper = keeperWith(state(1));
  const doc = new Y.Doc();
  keeper.begin(doc, 2);
  keeper.acknowledged(doc, 2);
  await vi.advanceTimersByTimeAsync(0);
  expect(await generations()).toEqual([2]);
});

test('S8 a document is not kept in place of one in which edits rest that are not told yet', async () => {
  const at = { first: 'e', covers: [], boardId: 'b', document: 'frame', schema: SCHEMA, at: 0 };
  const edit: KeptEdit = { ...at, id: 'e', generation: 1, update: EMPTY, waiting: ONE };
  await store.putState(state(1));
  await store.putEdit(edit);
  // Another tab goes on with the board that was put back.
  await store.putState(state(2));
  expect(await generations()).toEqual([1]);
  await store.dropEdits(['e']);
  await store.putState(state(2));
  expect(await generations()).toEqual([2]);
});
