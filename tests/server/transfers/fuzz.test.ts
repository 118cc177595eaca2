import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { playTransfers } from '../../support/transferFuzz.ts';

/** `npm run campaign -- transfers` plays more of them, from 101. */
const SEEDS = { sqlite: [1, 2, 3, 4, 5], postgres: [6, 7] } as const;

describe.each(DATABASE_KINDS)('cards go from hand to hand while people type (%s)', (database) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ database });
  });
  afterAll(() => server.close());

  test.each(SEEDS[database])('seed %i loses no word and shows each card once', async (seed) => {
    const { problems, done } = await playTransfers(server, seed, 120);
    expect(problems).toEqual([]);
    expect(done).toBeGreaterThan(3);
  });
});
