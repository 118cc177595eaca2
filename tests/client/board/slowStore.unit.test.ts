import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { databaseName } from '../../../client/board/offline/database.ts';
import { editId } from '../../../client/board/offline/edits.ts';
import { offlineStore } from '../../../client/board/offline/offlineStore.ts';
import { NOTHING_KEPT } from '../../../client/board/offline/records.ts';
import { NOTHING_WAITING } from '../../../client/board/waiting.ts';
import { type FakeBrowser, fakeBrowser } from '../../support/fakeBrowser.ts';

let browser: FakeBrowser;
beforeEach(() => {
  browser = fakeBrowser(() => '');
  vi.useFakeTimers({ toFake: ['setTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  browser.remove();
});

function opened(request: IDBOpenDBRequest): Promise<IDBDatabase> {
  return new Promise((resolve) => {
    request.onsuccess = () => resolve(request.result);
  });
}

test('S7 a database that opens late keeps what was written before, and is read from then on', async () => {
  // Somebody has it open and does not let go, so that the next one waits.
  const other = await opened(indexedDB.open(databaseName('laat')));
  other.onversionchange = () => undefined;
  indexedDB.deleteDatabase(databaseName('laat'));
  const store = offlineStore('laat');
  const looked = store.load('b');
  const id = editId(0);
  const update = new Uint8Array([0, 0]);
  const edit = { id, first: id, covers: [], boardId: 'b', document: 'd', generation: 1, schema: 1, at: 0 };
  const put = store.putEdit({ ...edit, update, waiting: NOTHING_WAITING });
  // Who opens a board does not wait for ever.
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await looked).toBe(NOTHING_KEPT);

  other.close();
  await put;
  expect((await store.edits('b')).map((kept) => kept.id)).toEqual([id]);
});
