import type { Activity } from '../../../../shared/board/board.ts';
import { plainText, type RichText } from '../../../../shared/board/richText.ts';

const MARKS = /\p{M}+/gu;

/** Letters without accents and in lower case, so that "coordinatie" finds "Coördinatie". */
export function fold(text: string): string {
  return text.normalize('NFD').replace(MARKS, '').toLowerCase();
}

const cache = new WeakMap<Activity, string>();

/** Everything written on a card, folded; remembered for each value of the activity. */
export function searchTextOf(activity: Activity): string {
  const known = cache.get(activity);
  if (known !== undefined) return known;
  const texts = Object.values<RichText | undefined>(activity.texts).map((text) => (text ? plainText(text) : ''));
  const text = fold([activity.title, ...texts].join('\n'));
  cache.set(activity, text);
  return text;
}

/** The words someone searches for; a card must hold each of them. */
export function searchWords(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}
