import { expect, test } from 'vitest';
import { fuzzRun } from '../../support/fuzzRun.ts';

test.each([1, 2, 3])('seed %i: after cuts, restarts and changing rights all hold the same board', async (seed) => {
  const { problems, edits, acknowledged, cuts, rightsChanges } = await fuzzRun({ seed, steps: 100 });
  expect(problems).toEqual([]);
  expect(Math.min(edits, acknowledged, cuts, rightsChanges)).toBeGreaterThan(0);
});
