import { expect, test } from 'vitest';
import { fuzzRun } from '../../support/fuzzRun.ts';

const title = 'seed %i: all hold the same board, and each edit is on it or set aside (M1, S8, S11)';
test.each([1, 2, 3])(title, { timeout: 180_000 }, async (seed) => {
  const { problems, ...figures } = await fuzzRun({ seed, steps: 80 });
  expect(problems).toEqual([]);
  expect(Math.min(figures.edits, figures.acknowledged, figures.cuts, figures.rightsChanges)).toBeGreaterThan(0);
});
