import type { Activity, ActivityTextField, Board } from '../board/board.ts';
import type { Json } from '../board/json.ts';
import type { Block, RichText } from '../board/richText.ts';
import { heading } from './blocks.ts';

type Texts = { readonly [field in ActivityTextField]?: RichText };
/** The new year of each year of the template; undefined where the new board has no column for it. */
type YearOf = ReadonlyMap<number, number | undefined>;

function isRecord(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutColumn(texts: Texts, yearOf: YearOf): Block[] {
  const years = [...yearOf].filter(([, to]) => to === undefined).map(([from]) => from);
  return years.flatMap((year): Block[] => {
    const text = texts[`resultsText:${year}`];
    return text ? [heading(`Resultaten ${year}`), ...text] : [];
  });
}

function movedTexts(texts: Texts, yearOf: YearOf): Texts {
  const others = Object.entries(texts).filter(([field]) => !field.startsWith('resultsText:'));
  const results = [...yearOf].flatMap(([from, to]): [string, RichText][] => {
    const text = texts[`resultsText:${from}`];
    return text && to !== undefined ? [[`resultsText:${to}`, text]] : [];
  });
  const left = withoutColumn(texts, yearOf);
  const notes: [string, RichText][] = left.length === 0 ? [] : [['notesText', [...(texts.notesText ?? []), ...left]]];
  return Object.fromEntries([...others, ...results, ...notes]);
}

/** The details of results go along to the new year; those without a column stay under `resultsWithoutYear`. */
function movedDetails(activity: Activity, yearOf: YearOf): Activity {
  const kept = activity.unknown?.['imported'];
  if (!isRecord(kept) || !isRecord(kept['results'])) return activity;
  const { results, ...rest } = kept;
  const entries = Object.entries(isRecord(results) ? results : {});
  const to = ([year]: [string, Json]): number | undefined => yearOf.get(Number(year));
  const moved = Object.fromEntries(entries.filter((entry) => to(entry) !== undefined).map((e) => [`${to(e)}`, e[1]]));
  const left = Object.fromEntries(entries.filter((entry) => to(entry) === undefined));
  const details: { [field: string]: Json } = Object.keys(moved).length === 0 ? {} : { results: moved };
  if (Object.keys(left).length > 0) details['resultsWithoutYear'] = left;
  return { ...activity, unknown: { ...activity.unknown, imported: { ...rest, ...details } } };
}

/**
 * The board for other years: its year columns are renamed in order. Further years are blank. Where there are fewer,
 * the results of the years left over move into the notes of their card under their old year: no word is lost.
 */
export function withYears(board: Board, years: readonly number[]): Board {
  const next = [...new Set(years)].sort((a, b) => a - b);
  const yearOf: YearOf = new Map(board.plan.years.map((year, index) => [year, next[index]]));
  const activities = [...board.activities].map(([id, activity]): [string, Activity] => [
    id,
    { ...movedDetails(activity, yearOf), texts: movedTexts(activity.texts, yearOf) },
  ]);
  return { ...board, plan: { ...board.plan, years: next }, activities: new Map(activities) };
}
