import type { Dirty } from '../../shared/doc/dirty.ts';

/** What a person wrote into one document that the server has not acknowledged. */
export interface Waiting {
  /** Number of commands. */
  readonly commands: number;
  /** Ids of the records they touched, by collection. */
  readonly records: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of their fields that were touched, by `collection/id`. Absent in edits that an earlier version kept. */
  readonly fields?: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of the text fields that were typed in. */
  readonly fragments: ReadonlySet<string>;
}

export const NOTHING_WAITING: Waiting = { commands: 0, records: new Map(), fragments: new Set() };

type Sets = ReadonlyMap<string, ReadonlySet<string>>;

function join(one: Sets = new Map(), other: Sets = new Map()): Sets {
  const joined = new Map(one);
  for (const [key, values] of other) joined.set(key, new Set([...(joined.get(key) ?? []), ...values]));
  return joined;
}

/** Adds one local transaction. */
export function addWaiting(waiting: Waiting, dirty: Pick<Waiting, keyof Dirty>): Waiting {
  return {
    commands: waiting.commands + (dirty.records.size > 0 ? 1 : 0),
    records: join(waiting.records, dirty.records),
    fields: join(waiting.fields, dirty.fields),
    fragments: new Set([...waiting.fragments, ...dirty.fragments]),
  };
}

/** What waits in both. */
export function joinWaiting(one: Waiting, other: Waiting): Waiting {
  return { ...addWaiting(one, other), commands: one.commands + other.commands };
}

/** The number of changes as a person counts them: each command, and each text once however many keys were struck. */
export function waitingCount(waiting: Waiting): number {
  return waiting.commands + waiting.fragments.size;
}
