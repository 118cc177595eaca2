import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summed } from '../../../server/services/audit/summed.ts';

const LIMITS = { windowMs: 100, mostInHour: 20 };
const HOUR = 3_600_000;

// L3
test('whatever comes, few rows are written and nothing goes uncounted', () => {
  const step = fc.record({
    key: fc.integer({ min: 0, max: 30 }).map(String),
    wait: fc.oneof(fc.integer({ min: 0, max: 60 }), fc.constant(HOUR)),
    look: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
      let now = 1;
      let told = 0;
      const rows: number[] = [];
      const sums = summed<string>(LIMITS, () => now);
      const look = (all: boolean): void => {
        const { sums: over, rest } = sums.due(all);
        for (const { count } of over) {
          told += count;
          rows.push(now);
        }
        told += rest;
      };
      for (const { key, wait, look: looks } of steps) {
        now += wait;
        if (looks) look(false);
        if (sums.take(key, key)) {
          told += 1;
          rows.push(now);
        }
      }
      look(true);
      expect(told).toBe(steps.length);
      // Sums of the hour before may come in this one.
      for (const at of rows) {
        expect(rows.filter((row) => row > at - HOUR && row <= at).length).toBeLessThanOrEqual(2 * LIMITS.mostInHour);
      }
    }),
  );
});

test('the same thing is written again when its time is over', () => {
  let now = 1;
  const sums = summed<string>(LIMITS, () => now);
  expect([sums.take('a', 'a'), sums.take('a', 'a'), sums.take('b', 'b')]).toEqual([true, false, true]);
  now += 100;
  expect(sums.due()).toEqual({ sums: [{ what: 'a', count: 1 }], rest: 0 });
  expect(sums.take('a', 'a')).toBe(true);
});
