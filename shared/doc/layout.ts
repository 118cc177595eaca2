import {
  ACTIVITY_TEXT_FIELDS,
  type ActivityTextField,
  OUTCOME_TEXT_FIELDS,
  type OutcomeTextField,
  PLAN_TEXT_FIELDS,
  type PlanTextField,
} from '../board/board.ts';
import { type Id, isId } from '../board/ids.ts';
import type { Collection } from '../commands/command.ts';
import { PLAN_ID } from '../commands/editPlan.ts';

/** Root maps of the frame (`docs/board-spec.md`, D2) and of a party document (D3): a `Y.Map` under each record's id. */
export const FRAME_COLLECTIONS = [
  'outcomes',
  'organisations',
  'indicators',
  'lists',
  'plan',
] as const satisfies readonly Collection[];
export const PARTY_COLLECTIONS = ['activities', 'links', 'involvements'] as const satisfies readonly Collection[];

/** True for the name of a root map that holds records. */
export function isCollection(name: string): name is Collection {
  return [...FRAME_COLLECTIONS, ...PARTY_COLLECTIONS].some((collection) => collection === name);
}

/** Fields of each record that this version knows; all others are kept as they are. */
export const KNOWN_FIELDS: { readonly [collection in Collection]: readonly string[] } = {
  outcomes: ['title', 'kind', 'place', 'archivedAt'],
  organisations: ['name', 'code', 'colour', 'kind', 'archivedAt'],
  indicators: ['outcomeId', 'title', 'key', 'unit', 'direction', 'baseline', 'targets', 'archivedAt'],
  lists: ['list', 'title', 'key', 'archivedAt'],
  plan: ['years'],
  activities: ['title', 'titleDerived', 'lead', 'place', 'archivedAt', 'movedTo', 'mergedInto'],
  links: ['key', 'archivedAt'],
  involvements: ['role', 'archivedAt'],
};

/** A rich-text field: a root `Y.XmlFragment` named after its record and field, so that two who open it empty share one. */
export type TextRef =
  | { readonly kind: 'activity'; readonly id: Id; readonly field: ActivityTextField }
  | { readonly kind: 'outcome'; readonly id: Id; readonly field: OutcomeTextField }
  | { readonly kind: 'plan'; readonly id: typeof PLAN_ID; readonly field: PlanTextField };

/** Name of a field's fragment: `activity:<id>:meansText`, `activity:<id>:resultsText:2026`, `plan:plan:introductionText`. */
export function fragmentName(ref: TextRef): string {
  return `${ref.kind}:${ref.id}:${ref.field}`;
}

const RESULTS = /^resultsText:((?:19|20|21)\d\d)$/;

/** True for a rich-text field of an activity, results of a year included. */
function isActivityTextField(field: string): field is ActivityTextField {
  return ACTIVITY_TEXT_FIELDS.some((known) => known === field) || RESULTS.test(field);
}

/** Reads a fragment's name; undefined for a root that is no rich-text field of this version. */
export function parseFragmentName(name: string): TextRef | undefined {
  const match = /^(activity|outcome|plan):([^:]+):(.+)$/.exec(name);
  const [, kind, id, field] = match ?? [];
  if (!isId(id) || field === undefined) return undefined;
  if (kind === 'activity' && isActivityTextField(field)) return { kind, id, field };
  const outcomeField = OUTCOME_TEXT_FIELDS.find((known) => known === field);
  if (kind === 'outcome' && outcomeField) return { kind, id, field: outcomeField };
  const planField = PLAN_TEXT_FIELDS.find((known) => known === field);
  if (kind === 'plan' && id === PLAN_ID && planField) return { kind, id: PLAN_ID, field: planField };
  return undefined;
}
