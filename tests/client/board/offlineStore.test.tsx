import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { request } from '../../../client/api/request.ts';
import { databaseName } from '../../../client/board/offline/database.ts';
import { type DocumentKeeper, documentKeeper } from '../../../client/board/offline/documentKeeper.ts';
import { editId } from '../../../client/board/offline/edits.ts';
import { type OfflineStore, offlineStore } from '../../../client/board/offline/offlineStore.ts';
import type { KeptEdit } from '../../../client/board/offline/records.ts';
import type { SetAside } from '../../../client/board/setAside.ts';
import { NOTHING_WAITING, waitingCount } from '../../../client/board/waiting.ts';
import { FRAME } from '../../../shared/board/documentRef.ts';

const FRAME_NAME = 'board/b/frame';
const ONE = { ...NOTHING_WAITING, commands: 1 };
let opened: OfflineStore[] = [];

afterEach(async () => {
  for (const store of opened) await store.wipe();
  opened = [];
});

function storeFor(userId: string): OfflineStore {
  const store = offlineStore(userId);
  opened.push(store);
  return store;
}

function edit(boardId: string, words: string, change: Partial<KeptEdit> = {}): KeptEdit {
  const doc = new Y.Doc();
  doc.getMap('outcomes').set(words, words);
  const id = editId(Date.now());
  const update = Y.encodeStateAsUpdate(doc);
  const document = `board/${boardId}/frame`;
  const made = { id, first: id, covers: [], boardId, document, generation: 1, schema: 1, at: Date.now() };
  return { ...made, update, waiting: ONE, ...change };
}

function aside(id: string, count: number): { id: string; boardId: string; entry: SetAside } {
  const item = {
    collection: 'outcomes',
    recordId: 'c',
    title: 't',
    field: 'title',
    change: 'title',
    mine: 'm',
    theirs: '',
  };
  const items = Array.from({ length: count }, (_, n) => ({ ...item, id: `${id}-${n}`, change: 'title' as const }));
  return { id, boardId: 'b', entry: { id, at: '', document: FRAME, reason: 'refused', items } };
}

/** A document of this page, kept as the product does. */
async function keptDocument(
  store: OfflineStore,
  generation = 1,
): Promise<{ doc: Y.Doc; keeper: DocumentKeeper; begun: ReturnType<DocumentKeeper['begin']> }> {
  const { states, edits } = await store.load('b');
  const [state] = states;
  const keeper = documentKeeper({
    store,
    boardId: 'b',
    document: FRAME_NAME,
    state,
    edits,
    onKept: () => undefined,
    onSetAside: () => undefined,
  });
  const doc = new Y.Doc();
  const begun = keeper.begin(doc, generation);
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === 'server') keeper.received(update);
    else keeper.wrote(update, ONE, generation);
  });
  return { doc, keeper, begun };
}

const titles = (doc: Y.Doc): string[] => [...doc.getMap('outcomes').keys()].sort();

test('S7: an edit stays until the server has acknowledged it, through a restart of the browser', async () => {
  const store = storeFor('gerda');
  const first = await keptDocument(store);
  first.doc.getMap('outcomes').set('op de server', 1);
  first.keeper.acknowledged(first.doc, 1);
  first.keeper.close();
  expect(await store.edits('b')).toEqual([]);
  first.doc.getMap('outcomes').set('nog niet', 1);
  expect((await store.edits('b')).length).toBe(1);

  const second = await keptDocument(storeFor('gerda'));
  expect(second.begun.hasState).toBe(true);
  expect(titles(second.doc)).toEqual(['nog niet', 'op de server']);
  expect(waitingCount(second.begun.waiting)).toBe(1);
  second.keeper.acknowledged(second.doc, 1);
  second.keeper.close();
  const third = await keptDocument(store);
  expect(titles(third.doc)).toEqual(['nog niet', 'op de server']);
  expect(third.begun.waiting).toBe(NOTHING_WAITING);
});

test('an edit is kept with what it rests on, also where the document itself was not kept since', async () => {
  const store = storeFor('gerda');
  const { doc, keeper } = await keptDocument(store);
  const elsewhere = new Y.Doc();
  elsewhere.getText('t').insert(0, 'van een ander');
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(elsewhere), 'server');
  doc.getText('t').insert(3, ' mij en');
  keeper.acknowledged(doc, 1);
  doc.getText('t').insert(3, ' ook');
  const [last] = await store.edits('b');
  const alone = new Y.Doc();
  Y.applyUpdate(alone, last!.update);
  expect(alone.getText('t').toString()).toBe('van ook mij en een ander');
  expect((await store.edits('b')).length).toBe(1);
});

test('S7: a document is kept at its first answer, so that an edit soon after it is shown without a network', async () => {
  const store = storeFor('gerda');
  const { doc, keeper } = await keptDocument(store);
  const server = new Y.Doc();
  server.getMap('outcomes').set('van de server', 1);
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(server), 'server');
  keeper.acknowledged(doc, 1);
  await expect.poll(async () => (await store.load('b')).states.length, { timeout: 2_000 }).toBe(1);
  doc.getMap('outcomes').set('zonder net', 1);
  const again = await keptDocument(storeFor('gerda'));
  expect(again.begun.hasState).toBe(true);
  expect(titles(again.doc)).toEqual(['van de server', 'zonder net']);
});

test('many edits become one that counts the same, and a tab that holds parts takes the whole once', async () => {
  const store = storeFor('gerda');
  const { doc, keeper } = await keptDocument(store);
  const tab = await keptDocument(store);
  for (let index = 0; index < 20; index += 1) doc.getMap('outcomes').set(`${index}`, 1);
  expect(tab.keeper.adopt(await store.edits('b'), 1).length).toBe(20);
  for (let index = 20; index < 70; index += 1) doc.getMap('outcomes').set(`${index}`, 1);
  await expect.poll(async () => (await store.edits('b')).length).toBeLessThan(10);
  for (const update of tab.keeper.adopt(await store.edits('b'), 1)) Y.applyUpdate(tab.doc, update, 'server');
  expect(titles(tab.doc)).toEqual(titles(doc));
  for (const each of [keeper, tab.keeper]) expect(waitingCount(each.waiting())).toBe(70);
  expect(waitingCount((await keptDocument(store)).begun.waiting)).toBe(70);
});

test.each([
  ['too-old', { at: Date.now() - 8 * 24 * 60 * 60 * 1_000 }],
  ['older-generation', { generation: 7 }],
  ['newer-server', { schema: 0 }],
] as const)(
  'S8: %s: the document begins without them, and they stay until they are set aside',
  async (reason, change) => {
    const store = storeFor('gerda');
    const server = new Y.Doc();
    server.getMap('outcomes').set('server', 1);
    const state = Y.encodeStateAsUpdate(server);
    await store.putState({ boardId: 'b', document: FRAME_NAME, generation: 1, schema: 1, state });
    await store.putEdit(edit('b', 'mijn', change));
    const { doc, begun, keeper } = await keptDocument(store);
    expect(titles(doc)).toEqual(['server']);
    expect(begun.waiting).toBe(NOTHING_WAITING);
    expect(begun.leftover?.reason).toBe(reason);
    expect(titles(begun.leftover!.old)).toEqual(['mijn', 'server']);
    expect((await store.edits('b')).length).toBe(1);
    keeper.setAside(aside(keeper.setAsideId()!, 1).entry);
    const kept = await store.load('b');
    expect(kept.edits).toEqual([]);
    expect(kept.setAside.length).toBe(1);
  },
);

test('the words that two tabs set aside under one id are kept once, the longer of the two', async () => {
  const store = storeFor('gerda');
  await store.putSetAside(aside('x', 3), []);
  await store.putSetAside(aside('x', 1), []);
  await store.putSetAside(aside('y', 1), []);
  const counts = async () => (await store.load('b')).setAside.map(({ items }) => items.length);
  expect(await counts()).toEqual([3, 1]);
  await store.putEdit(edit('b2', 'wacht'));
  expect(await store.unsent()).toBe(5);
  await store.dropSetAside('x');
  expect(await counts()).toEqual([1]);
});

test('S9: leaving a board deletes that board, signing out everything of this person alone, also under another tab', async () => {
  const [store, tab, other] = [storeFor('gerda'), storeFor('gerda'), storeFor('sjoerd')];
  for (const each of [store, other]) await each.putEdit(edit('b', 'weg'));
  await store.putEdit(edit('b2', 'blijft'));
  await store.forgetBoard('b');
  expect(await tab.edits('b')).toEqual([]);
  expect((await tab.edits('b2')).length).toBe(1);
  await store.wipe();
  const names = (await indexedDB.databases()).map(({ name }) => name);
  expect(names).not.toContain(databaseName('gerda'));
  expect(names).toContain(databaseName('sjoerd'));
  // What the other tab still holds comes to nothing: it makes no new database.
  await tab.putEdit(edit('b2', 'te laat'));
  expect(tab.isWiped()).toBe(true);
  expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(databaseName('gerda'));
  expect((await other.edits('b')).length).toBe(1);
});

test('a browser that keeps nothing makes nothing fail', async () => {
  // A database of a later version cannot be opened.
  const later = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open(databaseName('later'), 99);
    opening.onsuccess = () => resolve(opening.result);
  });
  later.close();
  const store = storeFor('later');
  const { doc, keeper, begun } = await keptDocument(store);
  expect(begun.hasState).toBe(false);
  doc.getMap('outcomes').set('in het geheugen', 1);
  expect(waitingCount(keeper.waiting())).toBe(1);
  expect(await store.edits('b')).toEqual([]);
  keeper.acknowledged(doc, 1);
  expect(keeper.waiting()).toBe(NOTHING_WAITING);
  keeper.close();
});

test('an answer that is not ours counts as no connection, not as a refusal', async () => {
  // The server of these tests answers every address with a page of its own, as a network before signing in does.
  await expect(request('GET', '/boards')).rejects.toMatchObject({ code: 'offline' });
});
