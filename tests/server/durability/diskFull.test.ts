import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Hall, hall, type Product, startProduct } from '../../support/product.ts';
import { buildPrograms, runProgram } from '../../support/program.ts';
import { lostFrom, Scribe } from '../../support/scribe.ts';
import { type SmallDisk, smallDisk } from '../../support/smallDisk.ts';
import { waitFor } from '../../support/waitFor.ts';

beforeAll(buildPrograms);
// Several starts of the program each, on a machine that does other things too.
vi.setConfig({ testTimeout: 180_000 });
afterAll(() => vi.resetConfig());

const toRemove: (() => unknown)[] = [];
afterEach(async () => {
  for (const remove of toRemove.splice(0).reverse()) await remove();
});

async function onSmallDisk(megabytes: number) {
  const people: Hall = await hall('sqlite', { boards: 1, people: 3 });
  toRemove.push(people.remove);
  const disk: SmallDisk = await smallDisk(people.variables['DATA_DIR']!, megabytes);
  toRemove.push(disk.remove);
  const variables = { ...people.variables, DATA_DIR: disk.dataDir };
  const start = async (port = '0'): Promise<Product> => {
    const product = await startProduct({ ...variables, PORT: port }, disk.under);
    toRemove.push(() => product.end('SIGKILL'));
    return product;
  };
  const name = `board/${people.boards[0]}/frame`;
  const scribe = (product: Product, index: number, bytes?: number): Scribe => {
    const made = new Scribe(product.tab(people.cookies[index]), name, `p${index}`, bytes);
    toRemove.push(() => made.tab.destroy());
    return made;
  };
  return { ...people, disk, start, scribe, variables };
}

test('S3: on a full disk nothing is acknowledged, everyone is told, and what was written is saved when there is room', async () => {
  const { disk, start, scribe, cookies, boards } = await onSmallDisk(6);
  const product = await start();
  const scribes = [0, 1, 2].map((index) => scribe(product, index));
  for (const each of scribes) {
    each.write();
    await each.saved();
  }
  const pid = product.program.child.pid!;

  await disk.fill(pid);
  await waitFor('the server says that it is not ready, before anyone writes', async () => !(await product.isReady()));
  for (const each of scribes) each.start();
  await waitFor('all are told', () => scribes.every(({ toldOfStore }) => toldOfStore === 'storeUnavailable'));
  for (const each of scribes) expect(each.toldOfStore).toBe('storeUnavailable');
  expect(await product.metric('journal_failing')).toBe(1);
  expect((await product.get('/healthz')).status).toBe(200);
  const answer = await product.api(cookies[0]).patch(`/boards/${boards[0]}`, { title: 'Vol' });
  expect([answer.status, answer.body.code]).toEqual([503, 'storeUnavailable']);
  expect(scribes.every((each) => each.waits && each.acknowledged.length === 1)).toBe(true);

  await disk.makeRoom(pid);
  await waitFor('it goes on', () => scribes.every(({ acknowledged }) => acknowledged.length > 2));
  for (const each of scribes) each.stop();
  for (const each of scribes) await each.saved();
  for (const each of scribes) expect(each.toldOfStore).toBe('storeRecovered');
  expect(await product.isReady()).toBe(true);
  expect((await product.api(cookies[0]).patch(`/boards/${boards[0]}`, { title: 'Ruimte' })).status).toBe(200);

  await product.end('SIGKILL');
  const again = await start(product.port);
  expect(await lostFrom(again.tab(cookies[1]), scribes)).toEqual([]);
});

/** Pages in the log after which SQLite writes them into the database file; each has 24 bytes more. */
const CHECKPOINT_BYTES = 1_000 * (4_096 + 24);

test('S3: a disk that fills up while the log is written into the database loses nothing', async () => {
  const { disk, start, scribe, cookies, variables } = await onSmallDisk(24);
  const product = await start();
  const scribes = [0, 1, 2].map((index) => scribe(product, index, 8_000));
  for (const each of scribes) await each.saved();
  const pid = product.program.child.pid!;
  // Room for the log, and little for what the database must grow by.
  await disk.fill(pid, CHECKPOINT_BYTES + 400_000);
  for (const each of scribes) each.start();
  // A busy machine is slow, which counts as failing too.
  await waitFor('the disk is full, with a log that is due', async () => {
    const log = await stat(join(disk.outside, 'opbrengstenbord.sqlite-wal'));
    return log.size > CHECKPOINT_BYTES && (await product.metric('journal_failing')) === 1;
  });
  await waitFor('it was tried more often', async () => (await product.metric('journal_failed_commits_total')) > 2);
  const before = scribes.map(({ acknowledged }) => acknowledged.length);
  expect(Math.min(...before)).toBeGreaterThan(10);

  await disk.makeRoom(pid);
  await waitFor('it goes on', () => scribes.every(({ acknowledged }, n) => acknowledged.length > (before[n] ?? 0) + 2));
  for (const each of scribes) each.stop();
  for (const each of scribes) await each.saved();
  await product.end('SIGKILL');
  const again = await start(product.port);
  expect(await lostFrom(again.tab(cookies[1]), scribes)).toEqual([]);
  const check = runProgram('board', ['check', '--json'], variables, undefined, disk.under);
  expect(await check.ended, check.stdout()).toBe(0);
});

test('a snapshot that the full disk does not take is counted, and made when there is room', async () => {
  const { disk, start, scribe, cookies } = await onSmallDisk(6);
  const product = await start();
  const pid = product.program.child.pid!;
  const write = async (one: Scribe): Promise<void> => {
    await one.saved();
    for (let count = 0; count < 120; count += 1) one.write();
    await one.saved();
  };
  const first = scribe(product, 0);
  await write(first);
  await disk.fill(pid);
  first.tab.destroy();
  await waitFor('the snapshot fails', async () => (await product.metric('snapshot_failures_total')) === 1);
  await disk.makeRoom(pid);
  const second = scribe(product, 1);
  await write(second);
  second.tab.destroy();
  await waitFor('a snapshot is made', async () => (await product.metric('snapshots_total')) === 1);
  expect(await lostFrom(product.tab(cookies[2]), [first, second])).toEqual([]);
  await product.end('SIGKILL');
  const again = await start(product.port);
  expect(await lostFrom(again.tab(cookies[2]), [first, second])).toEqual([]);
});
