import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS, type TestDatabase, testDatabase } from '../../support/collabDatabase.ts';
import { hostileRun, NO_RATES } from '../../support/hostileRun.ts';
import { bundle } from '../../support/runProgram.ts';

const FRAMES = { sqlite: 10_000, postgres: 1_000 };

let server: Awaited<ReturnType<typeof bundle>>;
let attackers: Awaited<ReturnType<typeof bundle>>;
beforeAll(async () => {
  server = await bundle('tests/campaign/hostileServer.ts');
  attackers = await bundle('tests/campaign/hostileAttackers.ts');
});
afterAll(async () => {
  await server.remove();
  await attackers.remove();
});

describe.each(DATABASE_KINDS)('hostile frames on %s', (kind) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await testDatabase(kind);
  });
  afterAll(() => store.remove());

  test(`${FRAMES[kind]} of them change nothing, are not acknowledged and leave the server as it was`, async () => {
    const { attacks, problems } = await hostileRun({
      programs: { server: server.file, attackers: attackers.file },
      store,
      frames: FRAMES[kind],
      framesPerSecond: 5_000,
      seed: 1,
      limits: NO_RATES,
      rounds: 1,
      givesWay: false,
      quietEdits: 20,
    });
    expect(problems).toEqual([]);
    expect(attacks[0]?.total).toBeGreaterThanOrEqual(FRAMES[kind]);
  }, 300_000);
});
