import { afterAll, beforeAll, expect, test } from 'vitest';
import type { LiveBoard } from '../../../client/board/liveBoard.ts';
import { storeOf } from '../../../client/board/offline/stores.ts';
import { readyToOpen } from '../../../client/board/openLiveBoard.ts';
import { addActivity } from '../../../shared/commands/addActivity.ts';
import { addListEntry } from '../../../shared/commands/editList.ts';
import type { BoardDetail } from '../../../shared/protocol/api.ts';
import { seededRandom } from '../../support/board.ts';
import { client } from '../../support/client.ts';
import { type FakeBrowser, fakeBrowser } from '../../support/fakeBrowser.ts';
import { BOARD, FuzzWorld } from '../../support/fuzzWorld.ts';
import { type TcpProxy, tcpProxy } from '../../support/tcpProxy.ts';
import { waitFor } from '../../support/waitFor.ts';

let world: FuzzWorld;
let wire: TcpProxy;
let browser: FakeBrowser;
beforeAll(async () => {
  world = await FuzzWorld.open(seededRandom(1));
  wire = await tcpProxy('127.0.0.1', world.port);
  browser = fakeBrowser(() => world.origin);
});
afterAll(async () => {
  await wire.close();
  await world.close();
  browser.remove();
});

const isStale = (): void => undefined;

/** A person's page on the board, after signing in. */
async function openFor(userId: string, change: Partial<BoardDetail> = {}, onStale = isStale) {
  const host = `127.0.0.1:${wire.port}`;
  const cookie = await world.signIn(userId);
  browser.cookies.set(host, cookie);
  const { body } = await client(`http://127.0.0.1:${world.port}`, world.origin, cookie).get(`/boards/${BOARD}`);
  const detail: BoardDetail = body;
  const open = await readyToOpen(userId, BOARD);
  return { detail, live: open({ detail: { ...detail, ...change }, userId, url: `ws://${host}/collab`, onStale }) };
}

const isThere = (live: LiveBoard): boolean => live.status.get().phase === 'ready' && live.connection.get() === 'online';

/** Writes without a network, and closes the page. The wire stays cut. */
async function leaveOffline(userId: string, write: (live: LiveBoard) => { readonly ok: boolean }): Promise<void> {
  const { live } = await openFor(userId);
  await waitFor('it is there', () => isThere(live));
  await waitFor('it is kept', async () => (await storeOf(userId).load(BOARD)).states.length > 0);
  wire.cut();
  await waitFor('it is away', () => live.connection.get() === 'offline');
  expect(write(live).ok).toBe(true);
  await waitFor('it is on the device', async () => (await storeOf(userId).edits(BOARD)).length === 1);
  browser.cutStore(userId);
  live.close();
}

const told = (live: LiveBoard): string[] => live.setAside.get().flatMap(({ items }) => items.map(({ mine }) => mine));

test('S8 what was kept is set aside also when its document starts afresh before it was ever shown', async () => {
  await leaveOffline('memberA', (live) => live.commands.run(addListEntry, { list: 'localities', title: 'Zonder net' }));
  world.startBackup();
  await world.restore();
  // The details are old again before the server has answered for the first time.
  const { live, detail } = await openFor('memberA', { generation: 2 });
  live.update(detail);
  wire.mend();
  browser.online();
  await waitFor('it is there again', () => live.status.get().phase === 'ready');
  await waitFor('it is told', () => live.setAside.get().length > 0);
  expect(told(live)).toEqual(['Zonder net']);
  live.close();
});

test('S8 what was kept is set aside also when its document may no longer be read before it was ever shown', async () => {
  const card = { title: 'Kaart zonder net', ownerId: 'bib' };
  await leaveOffline('memberB', (live) => live.commands.run(addActivity, card));
  // A board that was put back, so that what is kept here is not shown; then the organisation is taken from it.
  const { live, detail } = await openFor('memberB', { generation: 2 });
  const documents = detail.documents.filter(({ organisationId }) => organisationId !== 'bib');
  expect(live.setAside.get()).toEqual([]);
  live.update({ ...detail, generation: 2, documents });
  expect(told(live)).toEqual([card.title]);
  wire.mend();
  live.close();
});

test('S18 details that come too soon after a board came back are asked for again', async () => {
  let asked = 0;
  const { live, detail } = await openFor('facilitator', {}, () => {
    asked += 1;
  });
  await waitFor('it is there', () => isThere(live));
  live.end('signed-out');
  live.update(detail);
  await waitFor('it is there again', () => isThere(live));
  live.end('signed-out');
  live.update(detail);
  expect(live.status.get().phase).toBe('ended');
  const before = asked;
  await waitFor('it asks again', () => asked > before);
  live.update(detail);
  await waitFor('it is there once more', () => isThere(live));
  live.close();
});
