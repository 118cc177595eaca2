import { COLOUR_COUNT } from './board.ts';
import { LIMITS } from './limits.ts';

const SMALL_WORDS = new Set(['de', 'het', 'en', 'van', 'der', 'den', 'te', 'in']);
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
/** Letters that nobody wants to see beside an organisation's name. */
const UNWANTED = new Set(['SS', 'SA', 'SD', 'NSB', 'KKK', 'AH', 'HH', 'WC']);

function capitals(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase();
}

function wordsOf(text: string): string[] {
  return text.split(/[^\p{L}]+/u).filter((word) => word !== '');
}

/** The organisation's own abbreviation; what stands in brackets counts when it is one word: `huisartsen (HCDO)`. */
function abbreviations(name: string, aliases: readonly string[]): string[] {
  const own = wordsOf(name.replace(/\([^)]*\s[^)]*\)/g, ''));
  return [...own, ...aliases].filter((word) => /^[A-Z]{2,4}$/.test(word));
}

function tellingWords(name: string): string[] {
  return wordsOf(name)
    .filter((word) => !SMALL_WORDS.has(word.toLowerCase()))
    .map(capitals);
}

/** Codes in the order in which a reader would choose them; each two to four capitals. */
function* candidates(name: string, aliases: readonly string[]): Generator<string> {
  yield* abbreviations(name, aliases);
  const words = tellingWords(name);
  const initials = words.map((word) => word.slice(0, 1)).join('');
  yield initials.slice(0, LIMITS.code.max);
  const letters = words.join('');
  yield letters.slice(0, LIMITS.code.min + 1);
  yield letters.slice(0, LIMITS.code.max);
  const stem = `${letters}XX`.slice(0, LIMITS.code.min);
  for (const last of letters.slice(LIMITS.code.min) + LETTERS) yield stem + last;
  for (const third of LETTERS) for (const fourth of LETTERS) yield stem + third + fourth;
  for (const a of LETTERS)
    for (const b of LETTERS) for (const c of LETTERS) for (const d of LETTERS) yield a + b + c + d;
}

/**
 * A short code for an organisation that has none: its own abbreviation, else its initials, else its first letters.
 * @param taken codes that are on the board already
 * @throws Error when every code of four letters is taken (456,976 organisations)
 */
export function organisationCode(name: string, aliases: readonly string[], taken: ReadonlySet<string>): string {
  for (const code of candidates(name, aliases)) {
    if (code.length >= LIMITS.code.min && !taken.has(code) && !UNWANTED.has(code)) return code;
  }
  throw new Error(`no code is free for ${name}`);
}

/** The least used of the colours, the lowest first. @param used the colours on the board */
export function organisationColour(used: readonly number[]): number {
  const counts = Array.from({ length: COLOUR_COUNT }, (_, colour) => used.filter((other) => other === colour).length);
  return counts.indexOf(Math.min(...counts));
}
