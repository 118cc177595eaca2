import type { Activity, Board } from '../../shared/board/board.ts';
import { bulletList, paragraph } from '../../shared/board/richText.ts';
import { encodeBoard } from '../../shared/doc/encodeBoard.ts';
import { bigBoard } from '../support/bigBoard.ts';
import { seededRandom } from '../support/board.ts';

export const BOARD = 'bench';
/** With the frame, eight documents on each socket. */
export const PARTIES = ['o1', 'o2', 'o3', 'o4', 'o5', 'o6', 'o7'];
export const NAMES = ['frame', ...PARTIES.map((id) => `party/${id}`)].map((key) => `board/${BOARD}/${key}`);
const COLUMNS = 12;
const WORDS =
  'samen met ouders scholen en de wijk werken aan meer rust taal sport en ontmoeting voor jeugd en gezinnen in de kern'.split(
    ' ',
  );

function words(random: () => number, count: number): string {
  return Array.from({ length: count }, () => WORDS[Math.floor(random() * WORDS.length)]).join(' ');
}

/** About three hundred characters of text on each card, as in public plans. */
function withTexts(activity: Activity, random: () => number): Activity {
  const results = Array.from({ length: 3 }, () => words(random, 9));
  const meansText = [paragraph(words(random, 22))];
  return { ...activity, texts: { meansText, 'resultsText:2026': [bulletList(results)] } };
}

/** A board of this many cards with texts, as one update by document key. */
export function benchContent(cards: number): ReadonlyMap<string, Uint8Array> {
  const random = seededRandom(5);
  const board = bigBoard(cards, COLUMNS, PARTIES.length);
  const activities = [...board.activities].map(([id, activity]) => [id, withTexts(activity, random)] as const);
  const content: Board = { ...board, activities: new Map(activities) };
  return encodeBoard(content);
}
