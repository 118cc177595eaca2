import { describe, expect, it } from 'vitest';
import { playHistory } from '../support/mergeHistory.ts';

describe('M1: 500 histories of 200 steps merge', () => {
  const found = new Set<string>();
  for (let hundred = 0; hundred < 5; hundred++) {
    it(`seeds ${hundred * 100 + 1} to ${hundred * 100 + 100}`, { timeout: 120_000 }, () => {
      for (let seed = hundred * 100 + 1; seed <= hundred * 100 + 100; seed++) {
        for (const { code } of playHistory(seed, 200)) found.add(code);
      }
    });
  }

  it('R1 to R5: met every kind of damage that merging does, so that repair was at work', () => {
    expect([...found].sort()).toEqual(['codeRepeated', 'linkToHome', 'nestedTooDeep', 'parentCircle']);
  });
});
