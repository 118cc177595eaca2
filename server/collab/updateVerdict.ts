import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { isTooDeep } from './nesting.ts';
import { isTooCostly } from './placing.ts';

/**
 * What applying an update to a document would do.
 * `leavesPending`: it builds on something that the document has not, so that Yjs would keep it aside; two hundred
 * thousand such ranges made every later update cost 95 ms.
 */
export type UpdateVerdict = 'malformed' | 'nothingNew' | 'leavesPending' | 'fits';

export type Struct = Y.Item | Y.GC | Y.Skip;

export interface Judgement {
  readonly verdict: UpdateVerdict;
  /** What it writes that is new. */
  readonly added: readonly Struct[];
  /** Yjs client ids under which it writes something new. */
  readonly writers: ReadonlySet<number>;
}

/**
 * Structs, and as many deleted ranges, in one update. A day of work without a connection makes some thousands; a message
 * of a MB that holds nothing else has room for half a million, which hold up everyone for more than a second.
 */
const MOST_PARTS = 30_000;

const NOTHING = { added: [], writers: new Set<number>() } as const;

interface DecodedUpdate {
  readonly structs: readonly Struct[];
  readonly ds: { readonly clients: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]> };
}

/** @param update exactly its own bytes: a view on a larger buffer would let a wrong length read beside it */
export function judgeUpdate(doc: Y.Doc, update: Uint8Array): Judgement {
  const decoded = decode(update);
  if (!decoded) return { verdict: 'malformed', ...NOTHING };
  const state = integrate(doc, decoded.structs);
  if (!state) return { verdict: 'leavesPending', ...NOTHING };
  const added = decoded.structs.filter((struct) => endOf(struct) > stored(doc, struct.id.client));
  if (isTooDeep(doc, added) || isTooCostly(doc, added)) return { verdict: 'malformed', ...NOTHING };
  const writers = new Set(added.map((struct) => struct.id.client));
  let news = added.length > 0;
  for (const [client, ranges] of decoded.ds.clients) {
    const known = state.get(client) ?? stored(doc, client);
    for (const { clock, len } of ranges) {
      if (clock + len > known) return { verdict: 'leavesPending', added, writers };
      news ||= !isDeletedRange(doc, client, clock, len);
    }
  }
  return { verdict: news ? 'fits' : 'nothingNew', added, writers };
}

/**
 * Whether these are an update that can be read.
 * @param bytes exactly its own, as for `judgeUpdate`
 */
export function isUpdate(bytes: Uint8Array): boolean {
  return decode(bytes) !== undefined;
}

/** Yjs reads past the end of a truncated update as if there were zeros; only the position tells. */
function decode(update: Uint8Array): DecodedUpdate | undefined {
  let used: { pos: number } | undefined;
  class Watched extends Y.UpdateDecoderV1 {
    #structs = 0;
    #values = 0;
    #ranges = 0;
    constructor(decoder: ConstructorParameters<typeof Y.UpdateDecoderV1>[0]) {
      super(decoder);
      used = decoder;
    }
    override readInfo(): number {
      this.#structs += 1;
      return within(this.#structs, super.readInfo());
    }
    override readAny(): unknown {
      this.#values += 1;
      return within(this.#values, super.readAny());
    }
    override readDsLen(): number {
      this.#ranges += 1;
      return within(this.#ranges, super.readDsLen());
    }
  }
  try {
    const decoded = Y.decodeUpdateV2(update, Watched as never) as unknown as DecodedUpdate;
    if (used?.pos !== update.length) return undefined;
    return decoded.structs.every(isPlausible) && eachClientOnce(update, decoded.structs) ? decoded : undefined;
  } catch {
    return undefined;
  }
}

function within<T>(count: number, value: T): T {
  if (count > MOST_PARTS) throw new RangeError('an update of too many parts');
  return value;
}

function isPlausible(struct: Struct): boolean {
  return struct.length > 0 && Number.isSafeInteger(endOf(struct)) && struct.id.client >= 0;
}

/**
 * An update says first of how many clients it holds structs. Of a client that stands twice Yjs itself would take the
 * second part only, and keep it aside.
 */
function eachClientOnce(update: Uint8Array, structs: readonly Struct[]): boolean {
  const clients = new Set(structs.map(({ id }) => id.client));
  return decoding.readVarUint(decoding.createDecoder(update)) === clients.size;
}

function endOf(struct: Struct): number {
  return struct.id.clock + struct.length;
}

function stored(doc: Y.Doc, client: number): number {
  return Y.getState(doc.store, client);
}

/** What a struct builds on. */
function dependencies(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent: unknown = struct.parent;
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter((id) => id !== null);
}

/**
 * Goes through the structs as Yjs would integrate them, counting only. Gives the clocks of the update's clients
 * afterwards; undefined when something would be left over.
 */
function integrate(doc: Y.Doc, structs: readonly Struct[]): ReadonlyMap<number, number> | undefined {
  const queues = new Map<number, { structs: Struct[]; next: number }>();
  const state = new Map<number, number>();
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const { client } = struct.id;
    const queue = queues.get(client) ?? { structs: [], next: 0 };
    queue.structs.push(struct);
    queues.set(client, queue);
    state.set(client, stored(doc, client));
  }
  const known = (client: number): number => state.get(client) ?? stored(doc, client);
  // Clients whose next struct waits for another client's.
  const waiting = new Map<number, number[]>();
  const ready = [...queues.keys()];
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const queue = queues.get(client);
    if (!queue) continue;
    while (queue.next < queue.structs.length) {
      const struct = queue.structs[queue.next] as Struct;
      const have = known(client);
      if (struct.id.clock > have) return undefined;
      if (endOf(struct) > have) {
        const missing = dependencies(struct).find((id) => id.client !== client && id.clock >= known(id.client));
        if (missing) {
          if (!queues.has(missing.client)) return undefined;
          const others = waiting.get(missing.client);
          if (others) others.push(client);
          else waiting.set(missing.client, [client]);
          break;
        }
        if (dependencies(struct).some((id) => id.client === client && id.clock >= struct.id.clock)) return undefined;
        state.set(client, endOf(struct));
      }
      queue.next += 1;
      const woken = waiting.get(client);
      if (woken) {
        waiting.delete(client);
        for (const other of woken) ready.push(other);
      }
    }
  }
  for (const queue of queues.values()) if (queue.next < queue.structs.length) return undefined;
  return state;
}

function isDeletedRange(doc: Y.Doc, client: number, clock: number, len: number): boolean {
  const structs = doc.store.clients.get(client);
  if (!structs || len === 0) return len === 0;
  const end = clock + len;
  // What the update itself brings is not in the document yet, so deleting it is news.
  if (end > stored(doc, client)) return false;
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index += 1) {
    const struct = structs[index] as Y.Item | Y.GC;
    if (struct.id.clock >= end) return true;
    if (!struct.deleted) return false;
  }
  return true;
}
