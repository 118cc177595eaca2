import { type Block, bulletList, type ListItem } from '../board/richText.ts';
import { heading, labelled } from './blocks.ts';
import { dutchDate } from './dutchDate.ts';
import type { ActivityData } from './planData.ts';

/** Sentences of the source that have no field of their own, with the word that says what they are about. */
const SENTENCES = [
  ['location', 'Plaats'],
  ['when', 'Wanneer'],
  ['schoolYear', 'Schooljaar'],
  ['participants', 'Deelnemers'],
  ['form', 'Vorm'],
  ['lifecycleReason', 'Toelichting'],
  ['leadText', 'Regie'],
  ['fundingText', 'Geld'],
  ['npoText', 'NPO'],
  ['footnote', 'Voetnoot'],
] as const;

const LISTS = [
  ['tasks', 'Taken'],
  ['focusPoints', 'Speerpunten'],
  ['themes', "Thema's"],
  ['evidence', 'Ervaringen'],
] as const;

const RESEARCH = ['text', 'purpose', 'finalReport'] as const;

export interface Notes {
  readonly blocks: readonly Block[];
  /** Fields of the source that are wholly shown, so that they need not be kept beside the text. */
  readonly shown: ReadonlySet<string>;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function textIn(value: unknown, field: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Object.entries(value).find(([name]) => name === field)?.[1];
  return isText(found) ? found : undefined;
}

function recordsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** `24 september 2026: ...` */
function datedItem(record: unknown): ListItem[] {
  const [date, text] = [textIn(record, 'date'), textIn(record, 'text')];
  return date === undefined || text === undefined
    ? []
    : [{ type: 'listItem', content: [labelled(dutchDate(date), text)] }];
}

/**
 * The notes of an activity: what its source says and has no field for. The source quotes passages twice; what stands
 * in `elsewhere` already is not shown again, and stays with the rest of the record.
 */
export function notesOf(activity: ActivityData, elsewhere: string): Notes {
  const shown = new Set<string>();
  const blocks: Block[] = [];
  const isNew = (text: string): boolean => !elsewhere.includes(text);
  for (const [field, label] of SENTENCES) {
    const text = activity[field];
    if (!isText(text) || !isNew(text)) continue;
    blocks.push(labelled(label, text));
    shown.add(field);
  }
  for (const [field, label] of LISTS) {
    const lines: unknown = activity[field];
    if (!Array.isArray(lines) || !lines.every(isText) || !lines.some(isNew)) continue;
    blocks.push(heading(label), bulletList(lines));
    shown.add(field);
  }
  // Of records with references the sentences are shown, and the records are kept too.
  const dependsOn = recordsOf(activity['dependsOn'])
    .map((record) => textIn(record, 'text'))
    .filter(isText);
  if (dependsOn.some(isNew)) blocks.push(heading('Hangt af van'), bulletList(dependsOn));
  const dates = recordsOf(activity['dates']).flatMap(datedItem);
  if (dates.length > 0) blocks.push(heading('Data'), { type: 'bulletList', content: dates });
  const research = RESEARCH.map((field) => textIn(activity['research'], field)).filter(isText);
  if (research.some(isNew)) blocks.push(heading('Onderzoek'), bulletList(research));
  return { blocks, shown };
}
