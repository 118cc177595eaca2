import type { Activity, ActivityTextField } from '../../../shared/board/board.ts';
import { isBlank } from '../../../shared/board/richText.ts';

/** The texts of a card in the order of the plan; `results` stands for those of every year together. */
export const CARD_TEXTS = [
  'means',
  'results',
  'socialQuestion',
  'targetGroup',
  'objective',
  'workingMethod',
  'organising',
  'notes',
] as const;
export type CardText = (typeof CARD_TEXTS)[number];

/** The texts that are one field. */
export type SingleText = Exclude<CardText, 'results'>;

export function fieldOf(text: SingleText): ActivityTextField {
  return `${text}Text`;
}

/** Which text of the card a field belongs to. */
export function textOf(field: string): CardText | undefined {
  if (field.startsWith('resultsText:')) return 'results';
  return CARD_TEXTS.find((text) => text !== 'results' && fieldOf(text) === field);
}

/** The years whose results are shown: those of the plan, and earlier ones in which something stands. */
export function resultYears(activity: Activity, planYears: readonly number[]): number[] {
  const written = Object.entries(activity.texts).flatMap(([field, text]) => {
    const year = Number(/^resultsText:(\d+)$/.exec(field)?.[1]);
    return Number.isInteger(year) && !isBlank(text) ? [year] : [];
  });
  return [...new Set([...planYears, ...written])].sort((a, b) => a - b);
}

/** The texts in which something stands. */
export function filledTexts(activity: Activity, planYears: readonly number[]): Set<CardText> {
  const years = resultYears(activity, planYears);
  return new Set(
    CARD_TEXTS.filter((text) =>
      text === 'results'
        ? years.some((year) => !isBlank(activity.texts[`resultsText:${year}`]))
        : !isBlank(activity.texts[fieldOf(text)]),
    ),
  );
}
