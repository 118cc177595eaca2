import type { Outcome, OutcomeKind, UnknownFields } from '../board/board.ts';
import { type Block, bulletList, paragraph, type RichText } from '../board/richText.ts';
import { fieldOf, headedList, textOf } from './blocks.ts';
import { changesAt } from './changes.ts';
import { imported, present } from './imported.ts';
import { withKeys } from './orderKeys.ts';
import type { GoalData, ObjectiveData, OutcomeData, PlanData, SubgoalData } from './planData.ts';
import { chapterTexts } from './planTexts.ts';

/** An outcome before its place among its siblings is known. */
interface Draft {
  readonly id: string;
  readonly parentId?: string | undefined;
  readonly title: string;
  readonly kind: OutcomeKind;
  readonly explanation?: RichText | undefined;
  readonly introduction: readonly Block[];
  readonly focusPoints?: RichText | undefined;
  readonly kept: { readonly unknown?: UnknownFields };
}

function kindOf(kind: string): OutcomeKind {
  return kind === 'extra' ? 'extra' : 'outcome';
}

function focusText(leadIn: string | undefined, points: readonly string[]): RichText | undefined {
  const lead = leadIn === undefined ? [] : [paragraph(leadIn)];
  return fieldOf(points.length === 0 ? lead : [...lead, bulletList(points)]);
}

function fromOutcome({ id, parent, title, explanation, intro, leadIn, ...data }: OutcomeData): Draft {
  const { focusPoints = [], preconditions, ...rest } = data;
  return {
    id,
    parentId: parent,
    title,
    kind: kindOf(rest.kind),
    explanation: textOf(explanation),
    introduction: [...(intro ?? []).map(paragraph), ...headedList('Randvoorwaarden', preconditions)],
    focusPoints: focusText(leadIn, focusPoints),
    kept: imported(rest),
  };
}

function fromSubgoal(parentId: string, { id, title, rows: _rows, ...rest }: SubgoalData): Draft {
  return { id, parentId, title, kind: 'outcome', introduction: [], kept: imported(rest) };
}

/** A goal is a column. Its subgoals are sections, unless they are focus points (Deventer 2022). */
function fromGoal({ id, title, intro = [], leadIn, subgoals, ...rest }: GoalData): Draft[] {
  const points = subgoals.filter((subgoal) => subgoal.kind === 'speerpunt');
  const sections = subgoals.filter((subgoal) => subgoal.kind === 'subdoel');
  const pointsKept = points.map(({ title: _title, rows: _rows, ...point }) => point);
  const focusPoints = focusText(
    leadIn,
    points.map((point) => point.title),
  );
  return [
    {
      id,
      title,
      kind: kindOf(rest.kind),
      introduction: intro.map(paragraph),
      focusPoints,
      kept: imported({ ...rest, subgoals: pointsKept }),
    },
    ...sections.map((subgoal) => fromSubgoal(id, subgoal)),
  ];
}

/** An objective is one sentence: as a title it loses its closing mark, and the sentence is kept. */
function fromObjective({ id, ...rest }: ObjectiveData): Draft {
  return { id, title: rest.text.replace(/[.;]$/, ''), kind: 'outcome', introduction: [], kept: imported(rest) };
}

function draftsOf(plan: PlanData): Draft[] {
  if (plan.outcomes.length > 0) return plan.outcomes.map(fromOutcome);
  if (plan.goals) return plan.goals.flatMap(fromGoal);
  return (plan.objectives ?? []).map(fromObjective);
}

/** The plan's columns and sections: its outcomes, else its goals, else its objectives, else none. */
export function outcomesOf(plan: PlanData): Outcome[] {
  const drafts = draftsOf(plan);
  const parents = [undefined, ...drafts.map((draft) => draft.id)];
  const placed = parents.flatMap((parentId) => withKeys(drafts.filter((draft) => draft.parentId === parentId)));
  const keys = new Map(placed.map(({ item, key }) => [item.id, key]));
  return drafts.map((draft) => {
    const { id, title, kind, parentId } = draft;
    const introduction = [...draft.introduction, ...chapterTexts(plan, id), ...changesAt(plan, id)];
    return {
      id,
      title,
      kind,
      place: { ...present({ parentId }), key: keys.get(id) ?? '' },
      texts: present({
        explanationText: draft.explanation,
        introductionText: fieldOf(introduction),
        focusPointsText: draft.focusPoints,
      }),
      ...draft.kept,
    };
  });
}
