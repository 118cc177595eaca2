import * as z from 'zod/mini';

/**
 * The part of a plan file (`plans/README.md`) that becomes fields of a board. Objects are loose: whatever else a record
 * says is carried along and ends in its `unknown.imported`, so that no word of a source is lost.
 */

const word = z.string().check(z.minLength(1));
const words = z.array(z.string());
const years = z.record(z.string().check(z.regex(/^\d{4}$/)), z.array(z.unknown()));

const resultSchema = z.looseObject({
  text: z.string(),
  status: z.optional(z.enum(['to-be-determined', 'not-applicable', 'awaiting-subsidy'])),
  by: z.optional(z.string()),
  who: z.optional(z.string()),
  children: z.optional(z.array(z.strictObject({ text: z.string() }))),
});
export type ResultData = z.infer<typeof resultSchema>;

const resultsSchema = z.pipe(years, z.record(z.string(), z.array(resultSchema)));
export type ResultsData = z.infer<typeof resultsSchema>;

/** A row of a table of means and results (Deventer 2024-2025): an activity without a title. */
const rowSchema = z.looseObject({
  id: word,
  means: words,
  results: resultsSchema,
  organisations: z.optional(words),
});

const involvedSchema = z.strictObject({
  organisation: word,
  role: z.enum(['carries-out', 'in-consultation', 'commissions', 'advises', 'submits']),
});
export type InvolvedData = z.infer<typeof involvedSchema>;

const linkSchema = z.looseObject({ outcomeId: word });
export type LinkData = z.infer<typeof linkSchema>;

const activitySchema = z.looseObject({
  id: word,
  title: z.optional(word),
  titleDerived: z.optional(z.literal(true)),
  owner: z.optional(word),
  lead: z.optional(word),
  involved: z.optional(z.array(involvedSchema)),
  coordinationWith: z.optional(words),
  organisations: z.optional(words),
  goalId: z.optional(word),
  outcomeId: z.optional(word),
  links: z.optional(z.array(linkSchema)),
  means: z.optional(words),
  results: z.optional(resultsSchema),
  text: z.optional(z.string()),
  socialQuestionText: z.optional(z.string()),
  targetGroup: z.optional(z.string()),
  goalText: z.optional(z.string()),
  workingMethodText: z.optional(z.string()),
  organisingText: z.optional(z.string()),
});
export type ActivityData = z.infer<typeof activitySchema>;

const subgoalSchema = z.looseObject({
  id: word,
  kind: z.enum(['subdoel', 'speerpunt']),
  title: word,
  rows: z.optional(z.array(rowSchema)),
});
export type SubgoalData = z.infer<typeof subgoalSchema>;

const goalSchema = z.looseObject({
  id: word,
  number: z.string(),
  kind: z.enum(['beleidsdoel', 'thema', 'extra']),
  title: word,
  intro: z.optional(words),
  leadIn: z.optional(z.string()),
  subgoals: z.array(subgoalSchema),
});
export type GoalData = z.infer<typeof goalSchema>;

const outcomeSchema = z.looseObject({
  id: word,
  kind: z.enum(['opbrengst', 'extra']),
  parent: z.optional(word),
  title: word,
  explanation: z.optional(z.string()),
  intro: z.optional(words),
  leadIn: z.optional(z.string()),
  focusPoints: z.optional(words),
  preconditions: z.optional(words),
});
export type OutcomeData = z.infer<typeof outcomeSchema>;

const objectiveSchema = z.looseObject({ id: word, text: word, kind: z.optional(z.string()) });
export type ObjectiveData = z.infer<typeof objectiveSchema>;

const organisationSchema = z.looseObject({
  id: word,
  name: word,
  kind: z.string(),
  code: z.optional(z.string()),
  aliases: z.optional(words),
});
export type OrganisationData = z.infer<typeof organisationSchema>;

const indicatorSchema = z.looseObject({
  id: word,
  outcomeId: word,
  title: word,
  unit: z.optional(z.string()),
  direction: z.optional(z.enum(['up', 'down', 'same'])),
  baseline: z.optional(z.strictObject({ year: z.int(), value: z.number() })),
  targets: z.array(z.looseObject({ year: z.int(), value: z.optional(z.number()) })),
});
export type IndicatorData = z.infer<typeof indicatorSchema>;

const textSchema = z.looseObject({
  id: word,
  heading: z.string(),
  text: z.string(),
  source: z.looseObject({ section: z.string() }),
});
export type TextData = z.infer<typeof textSchema>;

const definitionSchema = z.looseObject({
  id: word,
  term: word,
  text: z.optional(z.string()),
  items: z.optional(words),
  note: z.optional(z.string()),
  footnotes: z.optional(z.array(z.looseObject({ text: z.string() }))),
});
export type DefinitionData = z.infer<typeof definitionSchema>;

const changeSchema = z.looseObject({ id: word, goalId: word, comparedWith: z.int(), items: words });

const namedSchema = z.looseObject({ id: word, name: word });

const planSchema = z.looseObject({
  plan: z.looseObject({
    id: word,
    title: word,
    municipality: word,
    years: z.array(z.int()),
    fictional: z.optional(z.literal(true)),
    intendedSocietalResult: z.optional(z.string()),
    intendedSocietalResultNote: z.optional(z.string()),
  }),
  texts: z.array(textSchema),
  organisations: z.array(organisationSchema),
  outcomes: z.array(outcomeSchema),
  goals: z.optional(z.array(goalSchema)),
  objectives: z.optional(z.array(objectiveSchema)),
  activities: z.array(activitySchema),
  indicators: z.optional(z.array(indicatorSchema)),
  changes: z.optional(z.array(changeSchema)),
  definitions: z.optional(z.array(definitionSchema)),
  targetGroups: z.optional(z.array(namedSchema)),
  localities: z.optional(z.array(namedSchema)),
  preventionLevels: z.optional(z.array(namedSchema)),
  healthDimensions: z.optional(z.array(namedSchema)),
  programmes: z.optional(z.array(namedSchema)),
  qualityQuestions: z.optional(z.array(z.looseObject({ text: z.string(), kind: z.string() }))),
  annexes: z.array(z.looseObject({ title: z.string() })),
});
export type PlanData = z.infer<typeof planSchema>;

/**
 * Reads a plan file.
 * @throws ZodError with the path of what does not fit `plans/README.md`
 */
export function parsePlan(json: unknown): PlanData {
  return planSchema.parse(json);
}
