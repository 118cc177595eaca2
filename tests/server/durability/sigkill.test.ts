import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS, type TestDatabase, testDatabase } from '../../support/collabDatabase.ts';
import { killRun } from '../../support/killRun.ts';
import { bundle, endPrograms } from '../../support/runProgram.ts';

const KILLS = 20;
const WRITERS = 10;

let program: Awaited<ReturnType<typeof bundle>>;
beforeAll(async () => {
  program = await bundle('tests/campaign/liveServer.ts');
});
afterAll(async () => {
  endPrograms();
  await program.remove();
});

describe.each(DATABASE_KINDS)('SIGKILL on %s', (kind) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await testDatabase(kind);
  });
  afterAll(() => store.remove());

  test(`${KILLS} kills at random moments with ${WRITERS} writing clients lose no acknowledged edit`, async () => {
    const options = { program: program.file, store, kills: KILLS, writers: WRITERS, killsPerBoard: KILLS };
    const { edits, acknowledged, moves, snapshots, problems } = await killRun(options);
    expect(problems).toEqual([]);
    // Killed while writing: some edits never got an answer.
    expect(edits).toBeGreaterThan(acknowledged);
    expect(acknowledged).toBeGreaterThanOrEqual(KILLS * WRITERS);
    expect(moves).toBeGreaterThanOrEqual(KILLS * WRITERS);
    expect(snapshots).toBeGreaterThan(0);
    process.stdout.write(
      `SIGKILL on ${kind}: ${edits} edits, ${acknowledged} acknowledged, 0 lost in ${KILLS} kills\n`,
    );
  }, 240_000);
});
