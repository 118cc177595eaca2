import * as encoding from 'lib0/encoding';
import type { Dice } from './dice.ts';

export type PresenceKind = 'own' | 'others' | 'removal' | 'noRecord' | 'tooLong' | 'brokenJson' | 'tooMany' | 'cut';
/** Answered by silence: the socket stays. */
export const QUIET_PRESENCE: readonly PresenceKind[] = ['own', 'others', 'removal', 'noRecord', 'tooLong'];
export const LOUD_PRESENCE: readonly PresenceKind[] = ['brokenJson', 'tooMany', 'cut'];

const FORGED = { user: { id: 'facilitator', name: 'De burgemeester', organisationId: 'gemeente', role: 'king' } };
const NO_RECORDS = ['"tekst"', '[]', '7', 'true', '[{"user":{}}]'];
const BROKEN = ['{', 'undefined', '', '{"user":', '\u0000'];

/** A presence message; see y-protocols' awareness. */
export function hostilePresence(kind: PresenceKind, dice: Dice, others: readonly number[]): Uint8Array {
  const own = dice.below(1_000);
  const clock = dice.below(2 ** 31);
  switch (kind) {
    case 'own':
      return message([[own, clock, JSON.stringify({ ...FORGED, at: { field: `${clock}` } })]]);
    case 'others':
      return message(others.map((id) => [id, clock, JSON.stringify(FORGED)]));
    case 'removal':
      return message(others.map((id) => [id, clock, 'null']));
    case 'noRecord':
      return message([[own, clock, dice.pick(NO_RECORDS)]]);
    case 'tooLong':
      return message([[own, clock, JSON.stringify({ at: 'x'.repeat(5_000) })]]);
    case 'brokenJson':
      return message([[own, clock, dice.pick(BROKEN)]]);
    case 'tooMany':
      return message(Array.from({ length: 65 + dice.below(200) }, (_, id) => [id, clock, '{}']));
    case 'cut': {
      const whole = message([[own, clock, JSON.stringify(FORGED)]]);
      return whole.slice(0, dice.below(whole.length - 1));
    }
  }
}

function message(entries: readonly (readonly [id: number, clock: number, json: string])[]): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, entries.length);
  for (const [id, clock, json] of entries) {
    encoding.writeVarUint(encoder, id);
    encoding.writeVarUint(encoder, clock);
    encoding.writeVarString(encoder, json);
  }
  return encoding.toUint8Array(encoder);
}
