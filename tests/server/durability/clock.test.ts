import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../../server/db/database.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { hall, startProduct } from '../../support/product.ts';
import { buildPrograms, runProgram } from '../../support/program.ts';
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

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const PRELOAD = `--import=${new URL('../../support/preload/movableClock.mjs', import.meta.url)}`;
/** Tries to sign in at one account; one more than are allowed within a quarter of an hour. */
const TRIES = 11;

/** The product with a clock that the test can set, and two people who write. */
async function wrongClock(kind: (typeof DATABASE_KINDS)[number]) {
  const people = await hall(kind, { boards: 1, people: 3 });
  toRemove.push(people.remove);
  const file = join(people.variables['DATA_DIR'] ?? '', 'clock-shift');
  await writeFile(file, '0');
  const variables: { readonly [name: string]: string } = {
    ...people.variables,
    NODE_OPTIONS: PRELOAD,
    CLOCK_SHIFT: file,
  };
  const start = async (port: string) => {
    const product = await startProduct({ ...variables, PORT: port });
    toRemove.push(() => product.end('SIGKILL'));
    const set = async (ms: number): Promise<void> => {
      const before = product.program.stdout().length;
      await writeFile(file, String(ms));
      product.program.child.kill('SIGUSR2');
      await waitFor('the clock is set', () => product.program.stdout().slice(before).includes(`wrong by ${ms}\n`));
    };
    return { ...product, set };
  };
  const product = await start('0');
  const [reader = '', ...writers] = people.cookies;
  const scribes = writers.map(
    (cookie, n) => new Scribe(product.tab(cookie), `board/${people.boards[0]}/frame`, `p${n}`),
  );
  toRemove.push(() => destroyAll(scribes));
  for (const each of scribes) await each.saved();
  for (const each of scribes) each.start();
  const go = async (): Promise<void> => {
    const before = scribes.map(({ acknowledged }) => acknowledged.length);
    await waitFor('all write', () => scribes.every((each, n) => each.acknowledged.length > (before[n] ?? 0) + 2));
  };
  return { ...people, variables, product, start, scribes, go, reader };
}

describe.each(DATABASE_KINDS)('a clock that jumps (%s)', (kind) => {
  test('S2: people write on, and the order of what they wrote is the order in which it came', async () => {
    const { product, start, scribes, go, reader, boards, variables } = await wrongClock(kind);
    for (const shift of [HOUR, -HOUR, DAY, -DAY, YEAR, -YEAR]) {
      await product.set(shift);
      await go();
      expect(await product.isReady()).toBe(true);
      expect((await product.get('/healthz')).status).toBe(200);
    }
    for (const each of scribes) each.stop();
    for (const each of scribes) await each.saved();
    expect(scribes.map(({ tab, toldOfStore }) => [tab.closeCodes, toldOfStore])).toEqual([
      [[], undefined],
      [[], undefined],
    ]);

    // Still a year early, and started anew.
    await product.end('SIGKILL');
    const again = await start(product.port);
    await again.set(-YEAR);
    expect(await lostFrom(again.tab(reader), scribes)).toEqual([]);
    await again.end('SIGTERM');
    const check = runProgram('board', ['check', '--json'], variables);
    expect(await check.ended, check.stdout()).toBe(0);
    const database = await openDatabase({
      dataDir: variables['DATA_DIR'] ?? '',
      databaseUrl: variables['DATABASE_URL'],
    });
    toRemove.push(database.close);
    const rows = await database.db
      .selectFrom('journal')
      .select(['sequence', 'at'])
      .where('boardId', '=', boards[0] ?? '')
      .orderBy('sequence')
      .execute();
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1));
    const times = rows.map(({ at }) => at);
    expect(times).not.toEqual(times.toSorted());
  });
});

describe('what lasts for a time', () => {
  test('a clock that jumps gives nobody new tries, and takes none from those who had them', async () => {
    const { product } = await wrongClock('sqlite');
    const wrong = (email: string) => product.api('').post('/session', { email, password: 'een verkeerd wachtwoord' });
    const statuses: number[] = [];
    for (let count = 0; count < TRIES; count += 1) statuses.push((await wrong('jet@klok.example')).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
    for (const shift of [YEAR, -YEAR, 0]) {
      await product.set(shift);
      expect((await wrong('jet@klok.example')).status).toBe(429);
      expect((await wrong('piet@klok.example')).status).toBe(401);
    }
  });

  test('sessions and invitations are over while the clock says so, and nothing that was written is lost', async () => {
    const { product, reader, boards, scribes, go } = await wrongClock('sqlite');
    const facilitator = product.api(reader);
    const invitation = { organisation: { name: 'School Proef' }, role: 'member' };
    const { body } = await facilitator.post(`/boards/${boards[0]}/invitations`, invitation);
    const token = String(body.url).split('/').at(-1);
    const offer = async (): Promise<number> => (await product.api('').get(`/invitations/${token}`)).status;
    const session = async (): Promise<number> => (await facilitator.get('/boards')).status;
    expect([await offer(), await session()]).toEqual([200, 200]);
    await product.set(-YEAR);
    expect([await offer(), await session()]).toEqual([200, 200]);
    await product.set(DAY);
    expect([await offer(), await session()]).toEqual([200, 200]);
    await product.set(YEAR);
    expect([await offer(), await session()]).toEqual([410, 401]);
    await go();
    await product.set(0);
    // The invitation counts again. The session was ended for good: the person signs in anew.
    expect([await offer(), await session()]).toEqual([200, 401]);
    for (const each of scribes) each.stop();
    for (const each of scribes) await each.saved();
    expect(scribes.flatMap(({ tab }) => tab.closeCodes)).toEqual([]);
  });
});
