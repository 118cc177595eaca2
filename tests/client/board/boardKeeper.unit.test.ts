import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { openBoardKeeper } from '../../../client/board/offline/boardKeeper.ts';
import { storeOf } from '../../../client/board/offline/stores.ts';
import type { SetAside } from '../../../client/board/setAside.ts';
import { NOTHING_WAITING } from '../../../client/board/waiting.ts';
import { FRAME } from '../../../shared/board/documentRef.ts';
import { type FakeBrowser, fakeBrowser } from '../../support/fakeBrowser.ts';

let browser: FakeBrowser;
beforeEach(() => {
  browser = fakeBrowser(() => '');
});
afterEach(() => browser.remove());

test('S8 what is set aside and cannot be kept here stays on the screen as long as the page lives', async () => {
  const keeper = await openBoardKeeper('gerda', 'b');
  let shown: readonly SetAside[] = [];
  const onSetAside = vi.fn((entries: readonly SetAside[]) => {
    shown = entries;
  });
  keeper.start({ onEdits: () => undefined, onSetAside, isOnline: () => true });
  const document = keeper.document('frame');
  document.wrote(Y.encodeStateAsUpdate(new Y.Doc()), { ...NOTHING_WAITING, commands: 1 }, 1);
  const entry: SetAside = { id: 'vol', at: '', document: FRAME, reason: 'refused', items: [] };
  // No database takes a function: the write fails as it does on a full disk.
  document.setAside({ ...entry, items: (() => undefined) as unknown as [] });
  await vi.waitFor(() => expect(onSetAside).toHaveBeenCalled());
  expect(shown.map(({ id }) => id)).toEqual(['vol']);
  expect((await storeOf('gerda').load('b')).setAside).toEqual([]);
  // The edit stays too, so that the next page tells of it.
  expect((await storeOf('gerda').edits('b')).length).toBe(1);

  keeper.document('gem').setAside({ ...entry, id: 'past' });
  await vi.waitFor(() => expect(shown.map(({ id }) => id).sort()).toEqual(['past', 'vol']));
  await vi.waitFor(async () => expect((await storeOf('gerda').load('b')).setAside.length).toBe(1));
  keeper.dropSetAside('vol');
  keeper.dropSetAside('past');
  await vi.waitFor(() => expect(shown).toEqual([]));
  keeper.close();
});
