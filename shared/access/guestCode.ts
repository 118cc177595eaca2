/** Without digits and letters that look alike (0 O, 1 I L, 2 Z, 5 S, 8 B, 6 G, U V), and without vowels: no words. */
export const GUEST_CODE_ALPHABET = '3479CDFHJKMNPQRTVWXY';
export const GUEST_CODE_LENGTH = 8;

/** A code as someone typed it, as it is stored: capitals, without the spaces and dashes of how it is shown. */
export function cleanGuestCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

/** A code as it is read aloud and shown: in two groups. */
export function shownGuestCode(code: string): string {
  return `${code.slice(0, GUEST_CODE_LENGTH / 2)}-${code.slice(GUEST_CODE_LENGTH / 2)}`;
}
