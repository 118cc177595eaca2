import { join } from 'node:path';
import SqliteConnection from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { asAdministrator, type DatabaseKind } from '../../support/collabDatabase.ts';
import { hall, type Product, startProduct } from '../../support/product.ts';
import { buildPrograms, runProgram } from '../../support/program.ts';
import { destroyAll, lostFrom, Scribe } from '../../support/scribe.ts';
import { tcpProxy } from '../../support/tcpProxy.ts';
import { waitFor } from '../../support/waitFor.ts';

beforeAll(buildPrograms);
// Several starts of the program each, on a machine that does other things too.
vi.setConfig({ testTimeout: 180_000 });
afterAll(() => vi.resetConfig());

const toRemove: (() => unknown)[] = [];
afterEach(async () => {
  for (const remove of toRemove.splice(0).reverse()) await remove();
});

async function start(variables: { readonly [name: string]: string }): Promise<Product> {
  const product = await startProduct(variables);
  toRemove.push(() => product.end('SIGKILL'));
  return product;
}

/** Three people who write on a board of the product, which reaches PostgreSQL by a wire that can be cut. */
async function threeWriting(kind: DatabaseKind) {
  const people = await hall(kind, { boards: 1, people: 3 });
  toRemove.push(people.remove);
  const { DATABASE_URL } = people.variables;
  const url = new URL(DATABASE_URL ?? 'postgres://nobody');
  const wire = await tcpProxy(url.hostname, Number(url.port || 5432));
  toRemove.push(wire.close);
  const database = url.pathname.slice(1);
  url.hostname = '127.0.0.1';
  url.port = String(wire.port);
  const variables = { ...people.variables, ...(DATABASE_URL && { DATABASE_URL: url.href }), LOG_LEVEL: 'error' };
  const product = await start(variables);
  const scribes = people.cookies.map(
    (cookie, n) => new Scribe(product.tab(cookie), `board/${people.boards[0]}/frame`, `p${n}`),
  );
  toRemove.push(() => destroyAll(scribes));
  for (const each of scribes) await each.saved();
  for (const each of scribes) each.start();
  const go = async (more = 3): Promise<void> => {
    const before = scribes.map(({ acknowledged }) => acknowledged.length);
    await waitFor('all write', () => scribes.every((each, n) => each.acknowledged.length >= (before[n] ?? 0) + more));
  };
  await go();
  /** While the store is away: all are told, nothing is acknowledged, requests are turned away. */
  const isAway = async (): Promise<void> => {
    await waitFor('all are told', () => scribes.every(({ toldOfStore }) => toldOfStore === 'storeUnavailable'));
    for (const each of scribes) expect(each.toldOfStore).toBe('storeUnavailable');
    const before = scribes.map(({ acknowledged }) => acknowledged.length);
    const renamed = await product.api(people.cookies[0]).patch(`/boards/${people.boards[0]}`, { title: 'Weg' });
    expect([renamed.status, renamed.body.code]).toEqual([503, 'storeUnavailable']);
    expect(await product.isReady()).toBe(false);
    expect((await product.get('/healthz')).status).toBe(200);
    expect(scribes.map(({ acknowledged }) => acknowledged.length)).toEqual(before);
  };
  const nothingIsLost = async (served = product): Promise<void> => {
    await go();
    for (const each of scribes) each.stop();
    for (const each of scribes) await each.saved();
    await waitFor('it is ready', served.isReady);
    await served.end('SIGKILL');
    const again = await start({ ...people.variables, PORT: product.port });
    expect(await lostFrom(again.tab(people.cookies[0]), scribes)).toEqual([]);
  };
  const terminate = (): Promise<void> =>
    asAdministrator(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
  return { ...people, product, scribes, wire, go, isAway, nothingIsLost, terminate };
}

test('S3: a database that another process keeps locked longer than anyone waits (sqlite)', async () => {
  const { variables, product, isAway, nothingIsLost } = await threeWriting('sqlite');
  const other = new SqliteConnection(join(variables['DATA_DIR'] ?? '', 'opbrengstenbord.sqlite'));
  toRemove.push(() => other.close());
  other.exec('begin immediate');
  await isAway();
  await waitFor('it was tried more often', async () => (await product.metric('journal_failed_commits_total')) > 2);
  other.exec('rollback');
  await nothingIsLost();
});

test('S3: connections that the database ends again and again while people write (postgres)', async () => {
  const { go, terminate, nothingIsLost, product } = await threeWriting('postgres');
  for (let round = 0; round < 3; round += 1) {
    await terminate();
    await go();
  }
  expect(await product.metric('journal_failed_commits_total')).toBeGreaterThan(0);
  await nothingIsLost();
});

test('S3: a database that goes away and comes back (postgres)', async () => {
  const { wire, terminate, isAway, nothingIsLost } = await threeWriting('postgres');
  wire.cut();
  await terminate();
  await isAway();
  wire.mend();
  await nothingIsLost();
});

test('a server that lost the store to another one ends by itself, and people go on at the other (postgres)', async () => {
  const { wire, terminate, isAway, product, variables, nothingIsLost } = await threeWriting('postgres');
  wire.cut();
  await terminate();
  await isAway();
  const other = await start({ ...variables, PORT: '0' });
  wire.mend();
  expect(await product.program.ended).toBe(1);
  expect(product.program.stderr()).toContain('another server took over the store');
  await other.end('SIGTERM');
  await nothingIsLost(await start({ ...variables, PORT: product.port }));
});

test('the server that still has the store keeps another one away after its connection was ended (postgres)', async () => {
  const { terminate, go, variables, nothingIsLost } = await threeWriting('postgres');
  await terminate();
  await go();
  await waitFor('the lock is held again', async () => {
    const beside = runProgram('main', [], { ...variables, PORT: '0' });
    const said = await Promise.race([beside.ended, beside.line(/draait op/).then(() => 'serves')]);
    if (said === 'serves') beside.child.kill('SIGKILL');
    expect(said).toBe(1);
    return beside.stderr().startsWith('Er draait al een server op deze database.');
  });
  await nothingIsLost();
});
