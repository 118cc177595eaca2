import { expect, test } from 'vitest';
import { rateLimit } from '../../../server/services/rateLimit.ts';

test('each key has its number within a window, and again in the next', () => {
  let now = 0;
  const limit = rateLimit(2, 1000, () => now);
  limit.take('a');
  limit.take('a');
  expect(() => limit.take('a')).toThrow('tooManyRequests');
  limit.take('b');
  now = 999;
  expect(() => limit.take('a')).toThrow('tooManyRequests');
  now = 1000;
  limit.take('a');
});

test('a right try is given back', () => {
  const limit = rateLimit(1, 1000, () => 0);
  for (let times = 0; times < 5; times += 1) {
    limit.take('a');
    limit.giveBack('a');
  }
  limit.take('a');
  expect(() => limit.take('a')).toThrow('tooManyRequests');
});

test('made-up keys do not fill the memory, and forget the oldest first', () => {
  const limit = rateLimit(1, 1000, () => 0);
  limit.take('oldest');
  for (let key = 0; key < 30_000; key += 1) limit.take(`made up ${key}`);
  limit.take('oldest');
  expect(() => limit.take('made up 29999')).toThrow('tooManyRequests');
});
