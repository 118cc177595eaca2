import type { Id, PairId } from './ids.ts';
import type { Json } from './json.ts';
import type { RichText } from './richText.ts';

/** Number of the documents' shape (`docs/board-spec.md`). Shapes change by addition only. */
export const SCHEMA = 1;

/** Fields of a record that this version does not know; they are kept. */
export type UnknownFields = { readonly [field: string]: Json };

/** `outcome` is an agreed societal outcome; `extra` holds work that belongs to no goal (Deventer 2024-2025, part 7). */
export type OutcomeKind = 'outcome' | 'extra';

/** Where an outcome stands: at the top (a column) or inside another one (a section), and its order key there. One value. */
export interface OutcomePlace {
  readonly parentId?: Id;
  readonly key: string;
}

/** Rich-text fields of an outcome. */
export const OUTCOME_TEXT_FIELDS = ['explanationText', 'guidanceText', 'introductionText', 'focusPointsText'] as const;
export type OutcomeTextField = (typeof OUTCOME_TEXT_FIELDS)[number];

/** A column (`place.parentId` absent) or a section of one. */
export interface Outcome {
  readonly id: Id;
  readonly title: string;
  readonly kind: OutcomeKind;
  readonly place: OutcomePlace;
  readonly archivedAt?: string;
  readonly texts: { readonly [field in OutcomeTextField]?: RichText };
  readonly unknown?: UnknownFields;
}

export const ORGANISATION_KINDS = ['municipality', 'partner', 'school', 'team', 'other'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Number of colours that tell organisations apart; `colour` counts from 0. More organisations repeat a hue with another code. */
export const COLOUR_COUNT = 8;

export interface Organisation {
  readonly id: Id;
  readonly name: string;
  /** Two to four capitals, shown on the chip. */
  readonly code: string;
  readonly colour: number;
  readonly kind: OrganisationKind;
  readonly archivedAt?: string;
  readonly unknown?: UnknownFields;
}

export type Direction = 'up' | 'down' | 'same';

/** What shows that an outcome comes nearer. Editing indicators comes later; this much is shown at the column. */
export interface Indicator {
  readonly id: Id;
  readonly outcomeId: Id;
  readonly title: string;
  readonly key: string;
  readonly unit?: string;
  readonly direction?: Direction;
  readonly baseline?: { readonly year: number; readonly value: number };
  readonly targets: readonly { readonly year: number; readonly value?: number }[];
  readonly archivedAt?: string;
  readonly unknown?: UnknownFields;
}

/** One entry of one of the board's own lists, such as target groups or localities. */
export interface ListEntry {
  readonly id: Id;
  readonly list: string;
  readonly title: string;
  readonly key: string;
  readonly archivedAt?: string;
  readonly unknown?: UnknownFields;
}

/** How an organisation takes part. `involved` is what a source names without saying how. Source: Deventer 2022 ("in afstemming met"). */
export const INVOLVEMENT_ROLES = [
  'carriesOut',
  'inConsultation',
  'commissions',
  'advises',
  'submits',
  'involved',
] as const;
export type InvolvementRole = (typeof INVOLVEMENT_ROLES)[number];

export interface Involvement {
  readonly id: PairId;
  readonly organisationId: Id;
  readonly role: InvolvementRole;
  readonly archivedAt?: string;
  readonly unknown?: UnknownFields;
}

/** Contribution of an activity to a further outcome. */
export interface Link {
  readonly id: PairId;
  readonly outcomeId: Id;
  readonly key: string;
  readonly archivedAt?: string;
  readonly unknown?: UnknownFields;
}

/** Home outcome of an activity and its order key there: one value, since two would tear. */
export interface Place {
  readonly outcomeId: Id;
  readonly key: string;
}

/** Rich-text fields of an activity beside its results; the five headings are Lelystad's. */
export const ACTIVITY_TEXT_FIELDS = [
  'meansText',
  'socialQuestionText',
  'targetGroupText',
  'objectiveText',
  'workingMethodText',
  'organisingText',
  'notesText',
] as const;
export type ActivityTextField = (typeof ACTIVITY_TEXT_FIELDS)[number] | `resultsText:${number}`;

/**
 * Stands at the old place of an activity that went to another document or into another activity
 * (`docs/board-spec.md`, X1), with fingerprints of what went along: what differs from them was written there later.
 */
export interface Departure {
  /** Key of the document that it was handed over to, with `movedTo`. */
  readonly document?: string;
  /** The activity of which it became a part, with `mergedInto`. */
  readonly activityId?: Id;
  readonly at: string;
  /**
   * Goes into what is said elsewhere of late edits here: of what stands in a draft nobody else may test guesses
   * (`docs/board-spec.md`, W5).
   */
  readonly salt?: string;
  /** Fingerprint of each field's value. */
  readonly fields: { readonly [field: string]: string };
  /** Fingerprints of each text's paragraphs and list items, with spaces between. */
  readonly texts: { readonly [field: string]: string };
}

/** One partner's activity: a card. `owner` is the organisation in whose document it stands. */
export interface Activity {
  readonly id: Id;
  readonly owner: Id;
  /** It stands in the organisation's draft: nobody else reads it. */
  readonly draft?: true;
  readonly title: string;
  /** The title was made from the first means, because the source gives none. */
  readonly titleDerived?: true;
  /** Organisation that directs it (regie); may be absent. */
  readonly lead?: Id;
  readonly place?: Place;
  readonly archivedAt?: string;
  readonly movedTo?: Departure;
  readonly mergedInto?: Departure;
  /** Live and archived links, ordered by (key, id). */
  readonly links: readonly Link[];
  /** Live and archived involvements, ordered by organisation id. */
  readonly involvements: readonly Involvement[];
  readonly texts: { readonly [field in ActivityTextField]?: RichText };
  readonly unknown?: UnknownFields;
}

/** Rich-text fields of the plan as a whole. */
export const PLAN_TEXT_FIELDS = ['introductionText', 'readingGuideText'] as const;
export type PlanTextField = (typeof PLAN_TEXT_FIELDS)[number];

export interface PlanDetails {
  /** Calendar years of the plan, ascending; each has its own results. */
  readonly years: readonly number[];
  readonly texts: { readonly [field in PlanTextField]?: RichText };
  readonly unknown?: UnknownFields;
}

/** A whole board as immutable plain data. Records that did not change keep their identity from one value to the next. */
export interface Board {
  readonly plan: PlanDetails;
  readonly outcomes: ReadonlyMap<Id, Outcome>;
  readonly organisations: ReadonlyMap<Id, Organisation>;
  readonly indicators: ReadonlyMap<Id, Indicator>;
  readonly lists: ReadonlyMap<Id, ListEntry>;
  readonly activities: ReadonlyMap<Id, Activity>;
  /** What stands at the old places of activities that were handed over or merged, by document key and id. */
  readonly departed: ReadonlyMap<string, Activity>;
}

export const EMPTY_BOARD: Board = {
  plan: { years: [], texts: {} },
  outcomes: new Map(),
  organisations: new Map(),
  indicators: new Map(),
  lists: new Map(),
  activities: new Map(),
  departed: new Map(),
};

/** True when the record is not in the trash itself. */
export function isLive(record: { readonly archivedAt?: string }): boolean {
  return record.archivedAt === undefined;
}
