import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** One tab's presence as y-protocols sends it. */
export interface PresenceEntry {
  readonly clientId: number;
  readonly clock: number;
  /** Null for a tab that leaves. */
  readonly state: Readonly<Record<string, unknown>> | null;
}

/** A tab speaks for itself only; more than a few entries are nobody's own. */
const ENTRIES = 64;

/** Reads a presence message; entries that are no record are left out. Undefined when it is malformed. */
export function readPresence(bytes: Uint8Array, characters: number): PresenceEntry[] | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    if (count > ENTRIES) return undefined;
    const entries: PresenceEntry[] = [];
    for (let index = 0; index < count; index += 1) {
      const clientId = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const json = decoding.readVarString(decoder);
      if (json.length > characters) continue;
      const state: unknown = JSON.parse(json);
      if (typeof state !== 'object' || Array.isArray(state)) continue;
      entries.push({ clientId, clock, state: state as Record<string, unknown> | null });
    }
    return entries;
  } catch {
    return undefined;
  }
}

/** Writes one entry as a presence message. */
export function writePresence({ clientId, clock, state }: PresenceEntry): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarUint(encoder, clientId);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, JSON.stringify(state));
  return encoding.toUint8Array(encoder);
}
