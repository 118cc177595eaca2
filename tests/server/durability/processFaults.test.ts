import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { CLOSE } from '../../../shared/protocol/live.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { type Hall, hall, type Product, startProduct } from '../../support/product.ts';
import { buildPrograms } from '../../support/program.ts';
import { destroyAll, lostFrom, Scribe } from '../../support/scribe.ts';
import { waitFor } from '../../support/waitFor.ts';

beforeAll(buildPrograms);
// Several starts of the program each, on a machine that does other things too.
vi.setConfig({ testTimeout: 180_000 });
afterAll(() => vi.resetConfig());

const toRemove: (() => unknown)[] = [];
afterEach(async () => {
  for (const remove of toRemove.splice(0).reverse()) await remove();
});

const preload = `--import=${new URL('../../support/preload/faultOnSignal.mjs', import.meta.url)}`;

async function start(variables: Hall['variables']): Promise<Product> {
  const product = await startProduct(variables);
  toRemove.push(() => product.end('SIGKILL'));
  return product;
}

/** People who write, each on a board in turn. */
async function writing(product: Product, { boards, cookies }: Hall, bytes = 0): Promise<Scribe[]> {
  const scribes = cookies.map((cookie, index) => {
    const board = boards[index % boards.length];
    return new Scribe(product.tab(cookie), `board/${board}/frame`, `p${index}`, bytes);
  });
  toRemove.push(() => destroyAll(scribes));
  for (const each of scribes) await each.saved();
  for (const each of scribes) each.start();
  return scribes;
}

const written = (scribes: readonly Scribe[], more: number): Promise<void> => {
  const before = scribes.map(({ acknowledged }) => acknowledged.length);
  return waitFor('all write', () => scribes.every((each, n) => each.acknowledged.length >= (before[n] ?? 0) + more));
};

/** Starts it again at the same address: everyone comes back by themselves, and nothing is lost. */
async function comesBack(product: Product, variables: Hall['variables'], scribes: readonly Scribe[], reader = '') {
  const again = await start({ ...variables, PORT: product.port });
  await written(scribes, 2);
  for (const each of scribes) each.stop();
  for (const each of scribes) await each.saved();
  expect(await lostFrom(again.tab(reader), scribes)).toEqual([]);
}

test('a rejected promise that nobody looks at is counted; an exception that nobody catches ends the process in order', async () => {
  const people = await hall('sqlite', { boards: 2, people: 4 });
  toRemove.push(people.remove);
  const product = await start({ ...people.variables, NODE_OPTIONS: preload, LOG_LEVEL: 'error' });
  const scribes = await writing(product, people);
  await written(scribes, 2);
  product.program.child.kill('SIGUSR2');
  await waitFor('it is counted', async () => (await product.metric('unhandled_rejections_total')) === 1);
  await written(scribes, 2);

  product.program.child.kill('SIGHUP');
  expect(await product.program.ended).toBe(1);
  const lines = product.program.stderr().trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(['unhandled rejection', 'uncaught exception']);
  await waitFor('all are told to come back', () => scribes.every(({ tab }) => tab.closeCodes.length > 0));
  for (const { tab } of scribes) expect(tab.closeCodes[0]).toBe(CLOSE.restarting.code);
  await comesBack(product, people.variables, scribes, people.cookies[0]);
});

test('a process that runs out of memory in the midst of edits loses nothing that it acknowledged', async () => {
  const people = await hall('sqlite', { boards: 4, people: 4 });
  toRemove.push(people.remove);
  const product = await start({ ...people.variables, NODE_OPTIONS: '--max-old-space-size=40' });
  const scribes = await writing(product, people, 60_000);
  // Node aborts, as the system's own killer would: nothing is closed or finished.
  expect(await product.program.ended).toBe('SIGABRT');
  expect(product.program.stderr()).toContain('JavaScript heap out of memory');
  expect(Math.min(...scribes.map(({ acknowledged }) => acknowledged.length))).toBeGreaterThan(10);
  await comesBack(product, people.variables, scribes, people.cookies[0]);
});

test('a second signal does not wait for a store that is away', async () => {
  const people = await hall('sqlite', { boards: 1, people: 2 });
  toRemove.push(people.remove);
  const product = await start({ ...people.variables, LOG_LEVEL: 'warn' });
  const scribes = await writing(product, people);
  await written(scribes, 2);
  const other = new SqliteConnection(join(people.variables['DATA_DIR'] ?? '', 'opbrengstenbord.sqlite'));
  toRemove.push(() => other.close());
  other.exec('begin immediate');
  await waitFor('the store is failing', async () => (await product.metric('journal_failing')) === 1);
  const { child, ended, stderr } = product.program;
  child.kill('SIGTERM');
  await waitFor('it has ended', () => child.kill('SIGINT') === false || child.exitCode !== null);
  expect(await ended, stderr()).toBe(1);
  expect(stderr()).toContain('another signal');
  other.exec('rollback');
  await comesBack(product, people.variables, scribes, people.cookies[0]);
});

describe.each(DATABASE_KINDS)('SIGTERM in a storm (%s)', (kind) => {
  test('40 people who write on four boards: the stop takes its time at most, and everyone comes back by themselves', async () => {
    const people = await hall(kind, { boards: 4, people: 40 });
    toRemove.push(people.remove);
    const product = await start(people.variables);
    const scribes = await writing(product, people);
    await written(scribes, 2);
    // It gives itself 9.5 s and exits with 1 after that.
    expect(await product.end('SIGTERM')).toBe(0);
    await waitFor('all are told to come back', () => scribes.every(({ tab }) => tab.closeCodes.length > 0));
    await comesBack(product, people.variables, scribes, people.cookies[0]);
  });
});
