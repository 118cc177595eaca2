import type { Dirty } from '../../shared/doc/dirty.ts';

/** What a person wrote into one document that the server has not acknowledged. */
export interface Waiting {
  /** Number of commands. */
  readonly commands: number;
  /** Ids of the records they touched, by collection. */
  readonly records: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of the text fields that were typed in. */
  readonly fragments: ReadonlySet<string>;
}

export const NOTHING_WAITING: Waiting = { commands: 0, records: new Map(), fragments: new Set() };

/** Adds one local transaction. */
export function addWaiting(waiting: Waiting, dirty: Dirty): Waiting {
  const records = new Map(waiting.records);
  for (const [collection, ids] of dirty.records)
    records.set(collection, new Set([...(records.get(collection) ?? []), ...ids]));
  return {
    commands: waiting.commands + (dirty.records.size > 0 ? 1 : 0),
    records,
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
