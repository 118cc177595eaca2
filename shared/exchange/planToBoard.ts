import type { Board } from '../board/board.ts';
import { activitiesOf } from './activities.ts';
import { byId, imported } from './imported.ts';
import { indicatorsOf } from './indicators.ts';
import { listsOf } from './lists.ts';
import { organisationsOf } from './organisations.ts';
import { outcomesOf } from './outcomes.ts';
import type { PlanData, TextData } from './planData.ts';
import { isResultShown, isTextShown, planTextsOf } from './planTexts.ts';

/** Whole collections that have no place in today's model, such as budgets, risks and decisions, with the plan's own data. */
function leftOver(plan: PlanData): object {
  const { organisations: _organisations, outcomes: _outcomes, goals: _goals, activities: _activities, ...rest } = plan;
  const { indicators: _indicators, definitions: _definitions, targetGroups: _groups, ...more } = rest;
  const { localities: _localities, preventionLevels: _levels, healthDimensions: _dimensions, ...left } = more;
  const { programmes: _programmes, objectives, changes = [], ...kept } = left;
  const hasOtherColumns = plan.goals !== undefined || plan.outcomes.length > 0;
  return {
    ...kept,
    ...(hasOtherColumns ? { objectives } : {}),
    plan: isResultShown(plan) ? withoutResult(plan.plan) : plan.plan,
    texts: plan.texts.map((text) => (isTextShown(plan, text) ? withoutWords(text) : text)),
    changes: changes.map(({ items: _items, ...change }) => change),
  };
}

function withoutResult({ intendedSocietalResult: _result, ...plan }: PlanData['plan']): object {
  return plan;
}

function withoutWords({ heading: _heading, text: _text, ...text }: TextData): object {
  return text;
}

/**
 * A plan file as a board. Pure, and the same file always gives the same board: ids are the source's own.
 * No word is lost: what has no place in today's model stands in `unknown.imported` of the record, or of the plan.
 */
export function planToBoard(plan: PlanData): Board {
  const activities = activitiesOf(plan);
  const owners = new Set(activities.map((activity) => activity.owner));
  return {
    plan: { years: [...plan.plan.years].sort((a, b) => a - b), texts: planTextsOf(plan), ...imported(leftOver(plan)) },
    outcomes: byId(outcomesOf(plan)),
    organisations: byId(organisationsOf(plan, owners)),
    indicators: byId(indicatorsOf(plan)),
    lists: byId(listsOf(plan)),
    activities: byId(activities),
    departed: new Map(),
  };
}
