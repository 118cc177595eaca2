import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Dice } from './dice.ts';
import { HostileGrammar } from './hostileGrammar.ts';

/** What an update is, or is made of; see `HostileUpdates`. */
export type UpdateKind =
  | 'whole'
  | 'nothing'
  | 'gap'
  | 'foreignDeletions'
  | 'othersClient'
  | 'deepTypes'
  | 'deepValues'
  | 'clientTwice'
  | 'truncated'
  | 'flipped'
  | 'spliced'
  | 'random'
  | 'grammar'
  | 'sloppyGrammar';

/** Never malformed: the server answers whether it took them, and the socket stays. */
export const SOUND_UPDATES: readonly UpdateKind[] = ['whole', 'nothing', 'gap', 'foreignDeletions', 'othersClient'];
/** Nobody knows before whether the server takes them, refuses them or closes the socket. */
export const UNSOUND_UPDATES: readonly UpdateKind[] = [
  'deepTypes',
  'deepValues',
  'clientTwice',
  'truncated',
  'flipped',
  'spliced',
  'random',
  'grammar',
  'sloppyGrammar',
];

const SAMPLES = 60;
const RANGES = [10, 1_000, 20_000];

/** Makes updates, good and bad. */
export class HostileUpdates {
  readonly #dice: Dice;
  /** Yjs client ids of honest people. */
  readonly #others: readonly number[];
  readonly #whole: readonly Uint8Array[];
  readonly #gaps: readonly Uint8Array[];
  readonly #deepTypes: readonly Uint8Array[];
  readonly #deepValues: readonly Uint8Array[];

  constructor(dice: Dice, others: readonly number[]) {
    this.#dice = dice;
    this.#others = others;
    const samples = Array.from({ length: SAMPLES }, () => sample(dice));
    this.#whole = samples.map(({ whole }) => whole);
    this.#gaps = samples.map(({ second }) => second);
    this.#deepTypes = [210, 1_000, 5_000].map(typesInEachOther);
    this.#deepValues = [120, 1_000].map(valuesInEachOther);
  }

  make(kind: UpdateKind): Uint8Array {
    const dice = this.#dice;
    const whole = dice.pick(this.#whole);
    switch (kind) {
      case 'whole':
        return whole;
      case 'nothing':
        return new Uint8Array([0, 0]);
      case 'gap':
        return dice.pick(this.#gaps);
      case 'foreignDeletions':
        return foreignDeletions(dice.below(2 ** 31), dice.pick(dice.chance(0.02) ? RANGES : [5, 50]));
      case 'othersClient':
        return underClient(dice.pick(this.#others), dice.below(200));
      case 'deepTypes':
        return dice.pick(this.#deepTypes);
      case 'deepValues':
        return dice.pick(this.#deepValues);
      case 'clientTwice':
        return clientTwice(dice.below(2 ** 31));
      case 'truncated':
        return whole.slice(0, dice.below(whole.length));
      case 'flipped':
        return flipped(whole, dice);
      case 'spliced': {
        const other = dice.pick(this.#whole);
        return new Uint8Array([...whole.slice(0, dice.below(whole.length)), ...other.slice(dice.below(other.length))]);
      }
      case 'random':
        return dice.bytes(dice.below(120));
      case 'grammar':
        return new HostileGrammar(dice, 0.01, this.#others).update();
      case 'sloppyGrammar':
        return new HostileGrammar(dice, 0.2, this.#others).update();
    }
  }
}

/** Some bits the other way. */
export function flipped(bytes: Uint8Array, dice: Dice): Uint8Array {
  const changed = bytes.slice();
  for (let flips = 1 + dice.below(4); flips > 0 && changed.length > 0; flips -= 1) {
    const at = dice.below(changed.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << dice.below(8));
  }
  return changed;
}

/** What people do: records, fields, texts, deletions. Twice in a row, as one update and the second apart. */
function sample(dice: Dice): { readonly whole: Uint8Array; readonly second: Uint8Array } {
  const doc = new Y.Doc();
  doc.clientID = dice.below(2 ** 32);
  edit(doc, dice);
  const before = Y.encodeStateVector(doc);
  edit(doc, dice);
  return { whole: Y.encodeStateAsUpdate(doc), second: Y.encodeStateAsUpdate(doc, before) };
}

function edit(doc: Y.Doc, dice: Dice): void {
  const record = new Y.Map<unknown>();
  doc.getMap(dice.pick(['activities', 'outcomes', 'lists'])).set(`h${dice.below(50)}`, record);
  record.set('title', 'woord '.repeat(1 + dice.below(20)));
  record.set('place', { outcomeId: 'o1', key: 'a0', more: [1, true, null, 'x'] });
  const paragraph = new Y.XmlElement('paragraph');
  doc.getXmlFragment(`activity:h${dice.below(50)}:meansText`).insert(0, [paragraph]);
  const text = new Y.XmlText('middelen');
  paragraph.insert(0, [text]);
  text.format(1, 3, { bold: true });
  const log = doc.getArray('log');
  log.push(['een', 'twee']);
  if (dice.chance(0.5)) log.delete(0, 1);
  if (dice.chance(0.3)) record.set('title', 'ander woord');
}

/** Deletes ranges that nobody wrote. */
export function foreignDeletions(client: number, ranges: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [0, 1, client, ranges]) encoding.writeVarUint(encoder, number);
  for (let count = 0; count < ranges; count += 1) {
    encoding.writeVarUint(encoder, count * 3);
    encoding.writeVarUint(encoder, 1);
  }
  return encoding.toUint8Array(encoder);
}

/** A text under a client id and clock that may be another's. */
function underClient(client: number, clock: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  // A text, at the start of a root type of that name.
  encoding.writeUint8(encoder, 4);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarString(encoder, 'vervalst');
  encoding.writeVarString(encoder, 'vals');
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

function clientTwice(client: number): Uint8Array {
  const once = underClient(client, 0).slice(1, -1);
  const again = underClient(client, 4).slice(1, -1);
  return new Uint8Array([2, ...once, ...again, 0]);
}

function typesInEachOther(depth: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = depth;
  doc.transact(() => {
    let map = doc.getMap<unknown>('outcomes');
    for (let level = 0; level < depth; level += 1) {
      const inner = new Y.Map<unknown>();
      map.set('in', inner);
      map = inner;
    }
  });
  return Y.encodeStateAsUpdate(doc);
}

function valuesInEachOther(depth: number): Uint8Array {
  let value: unknown = 'kern';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { in: value };
  const doc = new Y.Doc();
  doc.clientID = depth;
  doc.getMap('outcomes').set('x', value);
  return Y.encodeStateAsUpdate(doc);
}
