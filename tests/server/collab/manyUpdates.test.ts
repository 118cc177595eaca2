import { expect, test } from 'vitest';
import { collabSuite } from '../../support/collabSuite.ts';
import { TINY_LIMITS, TYPISTS, tinyUpdates } from '../../support/tinyUpdates.ts';

/** The campaign `hostile` sends a hundred thousand. */
const UPDATES = 10_000;

const suite = collabSuite('sqlite', () => ({ limits: TINY_LIMITS }));

test('many tiny updates wait in a bounded row, share commits, become a snapshot, and leave little to read', async () => {
  const { acknowledged, waiting, commits, tail, letters, structs } = await tinyUpdates(
    suite.server,
    suite.store,
    UPDATES,
  );
  expect(acknowledged).toBe(UPDATES);
  expect(await suite.rows('tiny')).toBe(UPDATES);
  // Of each socket one waits for the disk, and what it sends beyond a number is not read.
  expect(waiting).toBeLessThanOrEqual(TYPISTS);
  expect(commits).toBeLessThan(UPDATES / 3);
  expect(tail).toBeLessThan(2 * TINY_LIMITS.snapshotRows);
  expect(letters).toBe(UPDATES);
  // A run of letters is one struct: each apart would cost memory for ever.
  expect(structs).toBe(TYPISTS);
}, 120_000);
