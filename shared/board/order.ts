import { generateKeyBetween, generateNKeysBetween } from 'jittered-fractional-indexing';
import type { Id } from './ids.ts';
import { LIMITS } from './limits.ts';

/** Order among siblings: by key, and by id where two people made the same key (`docs/board-spec.md`, O1). */
export interface Ordered {
  readonly id: Id;
  readonly key: string;
}

/** Compares code units, so that every replica and every language of computer sorts alike. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function compareOrder(a: Ordered, b: Ordered): number {
  return compareText(a.key, b.key) || compareText(a.id, b.id);
}

/** True when the key is one that this product could have made; others still sort, but are no bounds for new keys. */
export function isOrderKey(key: string): boolean {
  if (key === '' || key.length > LIMITS.key) return false;
  try {
    generateKeyBetween(key, null, { jitterBits: 0 });
    return true;
  } catch {
    return false;
  }
}

/**
 * Keys for `count` new records before the sibling `beforeId`, or at the end.
 * Where neighbours have equal or foreign keys the records land after that run: always allowed, never an error.
 * @param siblings the records already there, in order, without those that move
 * @param random from 0 up to 1
 */
export function keysFor(
  siblings: readonly Ordered[],
  beforeId: Id | undefined,
  count: number,
  random: () => number,
): string[] {
  const usable = siblings.filter((sibling) => isOrderKey(sibling.key));
  const found = beforeId === undefined ? -1 : usable.findIndex((sibling) => sibling.id === beforeId);
  const index = found < 0 ? usable.length : found;
  const lower = usable[index - 1]?.key ?? null;
  const upper = usable.slice(index).find((sibling) => lower === null || sibling.key > lower)?.key ?? null;
  const getRandomBit = (): boolean => random() < 0.5;
  return generateNKeysBetween(lower, upper, count, { jitterBits: 20, getRandomBit });
}
