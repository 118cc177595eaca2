import { randomInt } from 'node:crypto';
import { GUEST_CODE_ALPHABET, GUEST_CODE_LENGTH } from '../../../shared/access/guestCode.ts';

/** A code that nobody can foresee: one of 25.6 thousand million. */
export function newGuestCode(): string {
  const digits = Array.from({ length: GUEST_CODE_LENGTH }, () => randomInt(GUEST_CODE_ALPHABET.length));
  return digits.map((digit) => GUEST_CODE_ALPHABET[digit]).join('');
}
