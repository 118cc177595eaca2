import * as encoding from 'lib0/encoding';
import type { Dice } from './dice.ts';

/** Numbers that a reader may stumble over: at the edges of what fits in 31, 32 and 53 bits. */
const EDGES = [0, 1, 127, 128, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 53 - 1];
/** Longer than any number may be. */
const ENDLESS = new Uint8Array(12).fill(0xff);
const ROOTS = ['activities', 'outcomes', 'log', 'activity:a1:meansText', '', '__proto__', 'x'.repeat(300)];
const KEYS = ['title', 'place', 'archivedAt', '__proto__', 'constructor', ''];
const JSONS = ['{}', '[]', '"tekst"', 'null', '{"a":', 'undefined', '', '{"__proto__":{"x":1}}', '[[[[[[]]]]]]'];
const ORIGIN = 0x80;
const RIGHT_ORIGIN = 0x40;
const PARENT_SUB = 0x20;

/**
 * Writes a Yjs update (V1) by its grammar: structs by client, then the ranges that are deleted. Where the dice say so,
 * something else stands where a number, a length or a kind should.
 */
export class HostileGrammar {
  readonly #dice: Dice;
  /** Share of numbers that are wrong. */
  readonly #wrong: number;
  readonly #clients: readonly number[];
  #encoder = encoding.createEncoder();

  /** @param clients Yjs client ids to write under and to refer to */
  constructor(dice: Dice, wrong: number, clients: readonly number[]) {
    this.#dice = dice;
    this.#wrong = wrong;
    this.#clients = clients;
  }

  update(): Uint8Array {
    this.#encoder = encoding.createEncoder();
    const clients = this.#dice.below(4);
    this.#number(clients);
    for (let count = 0; count < clients; count += 1) this.#structs();
    const deleted = this.#dice.below(3);
    this.#number(deleted);
    for (let count = 0; count < deleted; count += 1) this.#deletions();
    return encoding.toUint8Array(this.#encoder);
  }

  #structs(): void {
    const structs = 1 + this.#dice.below(4);
    this.#number(structs);
    this.#number(this.#client());
    this.#number(this.#dice.chance(0.7) ? 0 : this.#dice.below(1_000));
    for (let count = 0; count < structs; count += 1) this.#struct();
  }

  #struct(): void {
    const dice = this.#dice;
    // Kinds up to 10 exist; 0 is collected, 10 is skipped.
    const kind = dice.chance(this.#wrong) ? dice.below(32) : dice.below(11);
    const links =
      (dice.chance(0.3) ? ORIGIN : 0) | (dice.chance(0.2) ? RIGHT_ORIGIN : 0) | (dice.chance(0.4) ? PARENT_SUB : 0);
    encoding.writeUint8(this.#encoder, kind | links);
    if (kind === 0 || kind === 10) {
      this.#number(1 + dice.below(5));
      return;
    }
    if (links & ORIGIN) this.#id();
    if (links & RIGHT_ORIGIN) this.#id();
    if (!(links & (ORIGIN | RIGHT_ORIGIN))) {
      const isNamed = dice.chance(0.7);
      this.#number(isNamed ? 1 : 0);
      if (isNamed) this.#text(dice.pick(ROOTS));
      else this.#id();
      if (links & PARENT_SUB) this.#text(dice.pick(KEYS));
    }
    this.#content(kind);
  }

  #content(kind: number): void {
    const dice = this.#dice;
    const times = 1 + dice.below(3);
    switch (kind) {
      case 1:
        this.#number(times);
        return;
      case 2:
        this.#number(times);
        for (let count = 0; count < times; count += 1) this.#text(dice.pick(JSONS));
        return;
      case 3:
        this.#text('\0\u0001\u0002');
        return;
      case 4:
        this.#text(dice.pick(['woord', '😀', '\ud83d', '']));
        return;
      case 5:
        this.#text(dice.pick(JSONS));
        return;
      case 6:
        this.#text(dice.pick(KEYS));
        this.#text(dice.pick(JSONS));
        return;
      case 7: {
        const type = dice.below(8);
        this.#number(type);
        if (type === 3 || type === 5) this.#text('paragraph');
        return;
      }
      case 8:
        this.#number(times);
        for (let count = 0; count < times; count += 1) this.#any(0);
        return;
      case 9:
        this.#text('ander-document');
        this.#any(0);
        return;
      default:
        encoding.writeUint8Array(this.#encoder, dice.bytes(dice.below(8)));
    }
  }

  /** A plain value: 116 to 127 are its kinds. */
  #any(depth: number): void {
    const dice = this.#dice;
    if (dice.chance(this.#wrong)) {
      encoding.writeUint8(this.#encoder, dice.below(256));
      return;
    }
    switch (dice.below(depth < 4 ? 6 : 4)) {
      case 0:
        encoding.writeAny(this.#encoder, dice.pick([null, undefined, true, false]));
        return;
      case 1:
        encoding.writeAny(this.#encoder, dice.pick([...EDGES, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]));
        return;
      case 2:
        encoding.writeAny(this.#encoder, dice.pick(ROOTS));
        return;
      case 3:
        encoding.writeAny(this.#encoder, BigInt(dice.pick(EDGES)));
        return;
      case 4: {
        const times = dice.below(3);
        encoding.writeUint8(this.#encoder, 117);
        this.#number(times);
        for (let count = 0; count < times; count += 1) this.#any(depth + 1);
        return;
      }
      default:
        encoding.writeUint8(this.#encoder, 118);
        this.#number(1);
        this.#text(dice.pick(KEYS));
        this.#any(depth + 1);
    }
  }

  #deletions(): void {
    const ranges = this.#dice.below(4);
    this.#number(this.#client());
    this.#number(ranges);
    for (let count = 0; count < ranges; count += 1) {
      this.#number(this.#dice.below(1_000));
      this.#number(1 + this.#dice.below(100));
    }
  }

  #id(): void {
    this.#number(this.#client());
    this.#number(this.#dice.below(50));
  }

  #client(): number {
    return this.#dice.chance(0.7) ? this.#dice.pick(this.#clients) : this.#dice.below(2 ** 32);
  }

  #number(value: number): void {
    if (!this.#dice.chance(this.#wrong)) encoding.writeVarUint(this.#encoder, value);
    else if (this.#dice.chance(0.2)) encoding.writeUint8Array(this.#encoder, ENDLESS);
    else encoding.writeVarUint(this.#encoder, this.#dice.pick([...EDGES, value + 1, Math.max(0, value - 1)]));
  }

  #text(text: string): void {
    if (!this.#dice.chance(this.#wrong)) {
      encoding.writeVarString(this.#encoder, text);
      return;
    }
    // A length that is not there, then bytes that are no text.
    this.#number(text.length + 1 + this.#dice.below(1_000));
    encoding.writeUint8Array(this.#encoder, new Uint8Array([0xc3, 0x28, 0xff]));
  }
}
