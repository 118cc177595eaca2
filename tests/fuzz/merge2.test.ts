import { describe, it } from 'vitest';
import { playHistory } from '../support/mergeHistory.ts';

describe('M1: 500 more histories of 200 steps merge', () => {
  for (let hundred = 5; hundred < 10; hundred++) {
    it(`seeds ${hundred * 100 + 1} to ${hundred * 100 + 100}`, { timeout: 120_000 }, () => {
      for (let seed = hundred * 100 + 1; seed <= hundred * 100 + 100; seed++) playHistory(seed, 200);
    });
  }
});
