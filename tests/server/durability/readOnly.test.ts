import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { type Hall, hall, startProduct } from '../../support/product.ts';
import { buildPrograms, runProgram } from '../../support/program.ts';
import { destroyAll, lostFrom, Scribe } from '../../support/scribe.ts';
import { heedingPermissions, limitFiles, setWritable, smallDisk } from '../../support/smallDisk.ts';
import { waitFor } from '../../support/waitFor.ts';

beforeAll(buildPrograms);
// Several starts of the program each, on a machine that does other things too.
vi.setConfig({ testTimeout: 180_000 });
afterAll(() => vi.resetConfig());

const toRemove: (() => unknown)[] = [];
afterEach(async () => {
  for (const remove of toRemove.splice(0).reverse()) await remove();
});

async function someHall(): Promise<Hall & { readonly folder: string }> {
  const made = await hall('sqlite', { boards: 1, people: 2 });
  toRemove.push(made.remove);
  return { ...made, folder: made.variables['DATA_DIR'] ?? '' };
}

/** What a start that must fail says; it says it once, on stderr, in one line. */
async function failedStart(variables: Hall['variables'], under: readonly string[]): Promise<string> {
  const program = runProgram('main', [], variables, undefined, under);
  toRemove.push(() => program.child.kill('SIGKILL'));
  expect(await program.ended).toBe(1);
  expect(program.stdout()).toBe('');
  return program.stderr();
}

const NOT_WRITABLE = /^In DATA_DIR \(\/.*\) kan niet worden geschreven\. Controleer .*alleen-lezen is\. \(.*\)\n$/;

test('a start on a read-only disk says so and exits with 1', async () => {
  const { folder, variables } = await someHall();
  const disk = await smallDisk(folder, 6);
  toRemove.push(disk.remove);
  await disk.makeReadOnly();
  expect(await failedStart({ ...variables, DATA_DIR: disk.dataDir }, disk.under)).toMatch(NOT_WRITABLE);
});

test('a start on a full disk says so and exits with 1', async () => {
  const { folder, variables } = await someHall();
  const disk = await smallDisk(folder, 6);
  toRemove.push(disk.remove);
  if (disk.kind === 'full') await disk.fill(0);
  const under = disk.kind === 'full' ? disk.under : ['prlimit', '--fsize=1:'];
  const said = await failedStart({ ...variables, DATA_DIR: disk.dataDir }, under);
  expect(said).toMatch(/^De schijf van DATA_DIR \(\/.*\) (is vol\. Maak ruimte|geeft fouten\. Controleer).*\n$/);
});

test('a start in a folder, or with a database file, of somebody else says so and exits with 1', async () => {
  const { folder, variables } = await someHall();
  toRemove.push(() => setWritable(folder, true));
  await setWritable(join(folder, 'opbrengstenbord.sqlite'), false);
  expect(await failedStart(variables, heedingPermissions())).toMatch(NOT_WRITABLE);
  await setWritable(folder, false);
  expect(await failedStart(variables, heedingPermissions())).toMatch(NOT_WRITABLE);
  const inside = { ...variables, DATA_DIR: join(folder, 'nieuw') };
  expect(await failedStart(inside, heedingPermissions())).toMatch(NOT_WRITABLE);
});

test('a start on something that is no database says that it is damaged', async () => {
  const { folder, variables } = await someHall();
  await writeFile(join(folder, 'opbrengstenbord.sqlite'), Buffer.alloc(8_192, 'geen database'));
  expect(await failedStart(variables, [])).toMatch(
    /^De database in DATA_DIR .* is beschadigd\. Zet een back-up terug\./,
  );
});

test('S3: a disk that turns read-only while people write stops nothing but saving, until it is writable again', async () => {
  const { folder, variables, boards, cookies } = await someHall();
  const product = await startProduct(variables, heedingPermissions());
  toRemove.push(() => product.end('SIGKILL'));
  const scribes = cookies.map((cookie, n) => new Scribe(product.tab(cookie), `board/${boards[0]}/frame`, `p${n}`));
  toRemove.push(() => destroyAll(scribes));
  for (const each of scribes) await each.saved();
  for (const each of scribes) each.start();
  await waitFor('all write', () => scribes.every(({ acknowledged }) => acknowledged.length > 3));

  // As a disk does it: a write fails, and from then on the files can only be opened for reading.
  const pid = product.program.child.pid!;
  const failures = (): Promise<number> => product.metric('journal_failed_commits_total');
  toRemove.push(() => setWritable(folder, true));
  await setWritable(folder, false);
  await limitFiles(pid, 1);
  await waitFor('a write fails', async () => (await failures()) > 0);
  await limitFiles(pid, 'unlimited');
  const before = await failures();
  const acknowledged = scribes.map((each) => each.acknowledged.length);
  await waitFor('it fails because it may only read', async () => (await failures()) > before + 2);
  expect(scribes.map((each) => each.acknowledged.length)).toEqual(acknowledged);
  for (const each of scribes) expect(each.toldOfStore).toBe('storeUnavailable');
  expect(await product.isReady()).toBe(false);

  await setWritable(folder, true);
  await waitFor('it goes on', () => scribes.every((each, n) => each.acknowledged.length > (acknowledged[n] ?? 0) + 2));
  for (const each of scribes) each.stop();
  for (const each of scribes) await each.saved();
  await waitFor('it is ready', product.isReady);
  await product.end('SIGKILL');
  const again = await startProduct({ ...variables, PORT: product.port });
  toRemove.push(() => again.end('SIGKILL'));
  expect(await lostFrom(again.tab(cookies[0]), scribes)).toEqual([]);
});
