import { afterAll, beforeAll, expect, test } from 'vitest';
import { storeOf } from '../../../client/board/offline/stores.ts';
import { readyToOpen } from '../../../client/board/openLiveBoard.ts';
import { addListEntry } from '../../../shared/commands/editList.ts';
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

test('S8 what was kept is set aside also when its document starts afresh before it was ever shown', async () => {
  const userId = 'memberA';
  const host = `127.0.0.1:${wire.port}`;
  const url = `ws://${host}/collab`;
  /** The board's details, after signing in. */
  const details = async () => {
    const cookie = await world.signIn(userId);
    browser.cookies.set(host, cookie);
    return (await client(`http://127.0.0.1:${world.port}`, world.origin, cookie).get(`/boards/${BOARD}`)).body;
  };
  const open = async (generation?: number) => {
    const detail = await details();
    const made = { detail: generation === undefined ? detail : { ...detail, generation }, userId, url };
    return { detail, live: (await readyToOpen(userId, BOARD))({ ...made, onStale: () => undefined }) };
  };

  const { live: first } = await open();
  await waitFor('it is there', () => first.status.get().phase === 'ready' && first.connection.get() === 'online');
  await waitFor('it is kept', async () => (await storeOf(userId).load(BOARD)).states.length > 0);
  wire.cut();
  await waitFor('it is away', () => first.connection.get() === 'offline');
  expect(first.commands.run(addListEntry, { list: 'localities', title: 'Zonder netwerk' }).ok).toBe(true);
  await waitFor('it is on the device', async () => (await storeOf(userId).edits(BOARD)).length === 1);
  browser.cutStore(userId);
  first.close();

  world.startBackup();
  await world.restore();
  // The details are old again before the server has answered for the first time.
  const { live, detail } = await open(2);
  live.update(detail);
  wire.mend();
  browser.online();
  await waitFor('it is there again', () => live.status.get().phase === 'ready');
  await waitFor('it is told', () => live.setAside.get().length > 0);
  expect(live.setAside.get().flatMap(({ items }) => items.map(({ mine }) => mine))).toEqual(['Zonder netwerk']);
  live.close();
});
