import { seededRandom } from './board.ts';

/** Repeatable chance: the same seed gives the same throws. */
export class Dice {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** A whole number from 0 up to, not including, this one. */
  below(bound: number): number {
    return Math.floor(this.#random() * bound);
  }

  chance(share: number): boolean {
    return this.#random() < share;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.below(from.length)] as T;
  }

  /** Picks one of the keys, each as often as its number says. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.#random() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return entries[0]?.[0] as K;
  }

  bytes(length: number): Uint8Array {
    return new Uint8Array(length).map(() => this.below(256));
  }
}
