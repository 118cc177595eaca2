import { generateNKeysBetween } from 'jittered-fractional-indexing';

/** Order keys for `items` in their order, without jitter: the same plan file always gives the same board. */
export function withKeys<T>(items: readonly T[]): { readonly item: T; readonly key: string }[] {
  const keys = generateNKeysBetween(null, null, items.length, { jitterBits: 0 });
  return items.map((item, index) => ({ item, key: keys[index] ?? '' }));
}
