import type { PlanDetails } from '../board/board.ts';
import { type Block, bulletList, paragraph } from '../board/richText.ts';
import { fieldOf, heading } from './blocks.ts';
import { changesLeadIn } from './changes.ts';
import { definitionBlocks } from './definitions.ts';
import { present } from './imported.ts';
import type { PlanData, TextData } from './planData.ts';

/** The document that goes with the plan and from which a text comes, such as the notice to the council. */
const ACCOMPANYING = /^(Nota|Raadsmededeling)\b/;
const READING_GUIDE = /leeswijzer|opbouw van het uitvoeringsplan/i;
/** A section of the source such as `1.2 Plan van aanpak`: its text belongs to column 1. */
const CHAPTER = /^(\d+)\.\d+ /;

function isReadingGuide({ heading: title, source }: TextData): boolean {
  return READING_GUIDE.test(title) || READING_GUIDE.test(source.section);
}

function isChangesLeadIn(plan: PlanData, { text }: TextData): boolean {
  return (plan.changes ?? []).some(({ comparedWith }) => text === changesLeadIn(comparedWith));
}

function chapterOf(plan: PlanData, { source }: TextData): string | undefined {
  const number = CHAPTER.exec(source.section)?.[1];
  return number === undefined ? undefined : plan.goals?.find((goal) => goal.number === number)?.id;
}

/** Lists that a text of the source announces with a colon (Lelystad 2017), by the id of the text. */
function announced(plan: PlanData, id: string): Block[] {
  const questions = (plan.qualityQuestions ?? []).filter((question) => question.kind === 'stap');
  if (id === 't-leeswijzer-2' && questions.length > 0) return [bulletList(questions.map(({ text }) => text))];
  if (id === 't-inleiding-werk') return [bulletList(plan.annexes.map(({ title }) => title))];
  return [];
}

function headingOf({ heading: title, source }: TextData): string {
  const document = ACCOMPANYING.exec(source.section)?.[0];
  return document === undefined ? title : `${document}: ${title}`;
}

/** Texts under their headings; a heading stands once above the texts that share it. */
function headedTexts(plan: PlanData, texts: readonly TextData[]): Block[] {
  return texts.flatMap((text, index) => {
    const title = headingOf(text);
    const before = texts[index - 1];
    const isNew = before === undefined || headingOf(before) !== title;
    return [...(isNew ? [heading(title)] : []), paragraph(text.text), ...announced(plan, text.id)];
  });
}

/** The texts of the source that belong to one column. */
export function chapterTexts(plan: PlanData, outcomeId: string): Block[] {
  const texts = plan.texts.filter((text) => chapterOf(plan, text) === outcomeId);
  return headedTexts(plan, texts);
}

/** The intended result of the nota is shown, unless the source cut its sentence off. */
export function isResultShown({ plan }: PlanData): boolean {
  return plan.intendedSocietalResult !== undefined && plan.intendedSocietalResultNote === undefined;
}

/** Every text is shown but the sentence that the columns repeat above their changes. */
export function isTextShown(plan: PlanData, text: TextData): boolean {
  return !isChangesLeadIn(plan, text);
}

function intendedResult(plan: PlanData): Block[] {
  const text = plan.plan.intendedSocietalResult;
  return text === undefined || !isResultShown(plan)
    ? []
    : [heading('Beoogd maatschappelijk resultaat'), paragraph(text)];
}

/** The plan's introduction and reading guide: its own texts first, then those of the papers that go with it. */
export function planTextsOf(plan: PlanData): PlanDetails['texts'] {
  const general = plan.texts.filter((text) => chapterOf(plan, text) === undefined && isTextShown(plan, text));
  const guide = general.filter(isReadingGuide);
  const own = general.filter((text) => !isReadingGuide(text) && !ACCOMPANYING.test(text.source.section));
  const accompanying = general.filter((text) => !isReadingGuide(text) && ACCOMPANYING.test(text.source.section));
  return present({
    introductionText: fieldOf([...intendedResult(plan), ...headedTexts(plan, [...own, ...accompanying])]),
    readingGuideText: fieldOf([...headedTexts(plan, guide), ...definitionBlocks(plan)]),
  });
}
