import type { Activity, Link } from '../board/board.ts';
import { type Id, pairId } from '../board/ids.ts';
import { compareOrder } from '../board/order.ts';
import { paragraph } from '../board/richText.ts';
import { titleFromMeans } from './activityTitle.ts';
import { fieldOf, listOf, textOf } from './blocks.ts';
import { imported, present } from './imported.ts';
import { involvementsOf } from './involvements.ts';
import { notesOf } from './notes.ts';
import { withKeys } from './orderKeys.ts';
import { municipalityOf } from './organisations.ts';
import type { ActivityData, LinkData, PlanData } from './planData.ts';
import { resultDetails, resultTexts } from './results.ts';

interface Placed {
  readonly activity: ActivityData;
  readonly home: Id | undefined;
}

/** The cards of a plan: its activities, and the rows of its tables (Deventer 2024-2025) under their subgoal. */
function placedActivities(plan: PlanData): Placed[] {
  const subgoals = (plan.goals ?? []).flatMap((goal) => goal.subgoals);
  const rows = subgoals.flatMap(({ id, rows: found = [] }) => found.map((activity) => ({ activity, home: id })));
  // Lelystad says of none of its measures which reason it serves: all serve the objective, which comes first.
  const fallback = plan.objectives?.[0]?.id;
  const listed = plan.activities.map((activity) => ({
    activity,
    home: activity.outcomeId ?? activity.goalId ?? fallback,
  }));
  return [...rows, ...listed];
}

/** Order keys at each outcome: first the cards at home there, then those linked to it, each in the source's order. */
function orderKeys(cards: readonly Placed[]): ReadonlyMap<string, string> {
  const spots = [
    ...cards.flatMap(({ activity, home }) => (home === undefined ? [] : [{ id: activity.id, outcomeId: home }])),
    ...cards.flatMap(({ activity }) => (activity.links ?? []).map(({ outcomeId }) => ({ id: activity.id, outcomeId }))),
  ];
  const outcomeIds = [...new Set(spots.map(({ outcomeId }) => outcomeId))];
  const keyed = outcomeIds.flatMap((outcomeId) => withKeys(spots.filter((spot) => spot.outcomeId === outcomeId)));
  return new Map(keyed.map(({ item, key }) => [pairId(item.id, item.outcomeId), key]));
}

function toLink(activityId: Id, { outcomeId, ...rest }: LinkData, keys: ReadonlyMap<string, string>): Link {
  const id = pairId(activityId, outcomeId);
  return { id, outcomeId, key: keys.get(id) ?? '', ...imported(rest) };
}

/** The text fields; running text is the working method, unless the plan has that heading itself. */
function textsOf(
  activity: ActivityData,
  hasHeadings: boolean,
): { texts: Activity['texts']; shown: ReadonlySet<string> } {
  const { means, results, text, targetGroup } = activity;
  const remark = hasHeadings ? text : undefined;
  const workingMethod = hasHeadings ? activity.workingMethodText : text;
  const { socialQuestionText, goalText, organisingText } = activity;
  const visible = [text, workingMethod, targetGroup, socialQuestionText, goalText, organisingText, ...(means ?? [])];
  const notes = notesOf(activity, visible.join('\n'));
  const remarks = remark === undefined ? [] : [paragraph(remark)];
  const texts = present({
    meansText: listOf(means),
    socialQuestionText: textOf(socialQuestionText),
    targetGroupText: textOf(targetGroup),
    objectiveText: textOf(goalText),
    workingMethodText: textOf(workingMethod),
    organisingText: textOf(organisingText),
    notesText: fieldOf([...remarks, ...notes.blocks]),
  });
  return { texts: { ...texts, ...resultTexts(results) }, shown: notes.shown };
}

/** What is left of the record when everything that stands on the card is taken out. */
function leftOver(activity: ActivityData, shown: ReadonlySet<string>): object {
  const { id: _id, title: _title, titleDerived: _derived, owner: _owner, lead: _lead, ...named } = activity;
  const { involved: _involved, coordinationWith: _with, organisations: _organisations, ...placed } = named;
  const { goalId: _goal, outcomeId: _outcome, links: _links, means: _means, results, ...texts } = placed;
  const { text: _text, socialQuestionText: _question, targetGroup: _group, goalText: _objective, ...more } = texts;
  const { workingMethodText: _method, organisingText: _organising, ...rest } = more;
  const kept = Object.entries(rest).filter(([field]) => !shown.has(field));
  return { ...Object.fromEntries(kept), results: resultDetails(results) };
}

function titleOf(activity: ActivityData): { readonly title: string; readonly titleDerived?: true } {
  if (activity.title === undefined) return { title: titleFromMeans(activity.means?.[0] ?? ''), titleDerived: true };
  return { title: activity.title, ...present({ titleDerived: activity.titleDerived }) };
}

/** The plan's activities as cards, owned by the municipality where the source names no owner. */
export function activitiesOf(plan: PlanData): Activity[] {
  const cards = placedActivities(plan);
  const keys = orderKeys(cards);
  const municipality = municipalityOf(plan).id;
  const hasHeadings = plan.activities.some((activity) => activity.workingMethodText !== undefined);
  return cards.map(({ activity, home }) => {
    const { id, owner = municipality, lead, links = [] } = activity;
    const place = home === undefined ? undefined : { outcomeId: home, key: keys.get(pairId(id, home)) ?? '' };
    const { texts, shown } = textsOf(activity, hasHeadings);
    return {
      id,
      owner,
      ...titleOf(activity),
      ...present({ lead, place }),
      links: links.map((link) => toLink(id, link, keys)).sort(compareOrder),
      involvements: involvementsOf(activity),
      texts,
      ...imported(leftOver(activity, shown)),
    };
  });
}
