import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareOrder, isOrderKey, keysFor, type Ordered } from '../../../shared/board/order.ts';
import { seededRandom } from '../../support/board.ts';

function insertMany(seed: number, count: number, foreign: readonly string[]): Ordered[] {
  const random = seededRandom(seed);
  const list: Ordered[] = foreign.map((key, index) => ({ id: `f${index}`, key })).sort(compareOrder);
  for (let step = 0; step < count; step++) {
    const before = list[Math.floor(random() * (list.length + 1))]?.id;
    const [key = ''] = keysFor(list, before, 1, random);
    list.push({ id: `n${step}`, key });
    list.sort(compareOrder);
  }
  return list;
}

describe('order among siblings', () => {
  it('O2: puts a record directly before the sibling that was named', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), fc.integer({ min: 1, max: 40 }), (seed, count) => {
        const list = insertMany(seed, count, []);
        const random = seededRandom(seed + 1);
        const index = Math.floor(random() * list.length);
        const [key = ''] = keysFor(list, list[index]?.id, 1, random);
        const sorted = [...list, { id: 'new', key }].sort(compareOrder);
        expect(sorted.findIndex(({ id }) => id === 'new')).toBe(index);
      }),
    );
  });

  it('O2: never throws between equal or foreign keys, and makes keys of its own kind', () => {
    const keys = fc.array(fc.oneof(fc.string(), fc.constantFrom('a0', 'a0', 'zz', '', 'a1')), { maxLength: 12 });
    fc.assert(
      fc.property(keys, fc.integer({ min: 1 }), (foreign, seed) => {
        const made = insertMany(seed, 10, foreign).filter(({ id }) => id.startsWith('n'));
        for (const { key } of made) expect(isOrderKey(key)).toBe(true);
      }),
    );
  });

  it('O2: gives several new keys in order, between the same neighbours', () => {
    const keys = keysFor(
      [
        { id: 'a', key: 'a0' },
        { id: 'b', key: 'a1' },
      ],
      'b',
      20,
      seededRandom(3),
    );
    expect([...keys].sort()).toEqual(keys);
    expect(keys.every((key) => key > 'a0' && key < 'a1')).toBe(true);
  });

  it('O1: two people who add at the same spot get an order that all replicas share', () => {
    const list: Ordered[] = [
      { id: 'b', key: 'a1' },
      { id: 'a', key: 'a1' },
      { id: 'c', key: 'a0' },
    ];
    expect([...list].sort(compareOrder).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});
