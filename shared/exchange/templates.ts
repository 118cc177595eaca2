import { type Board, EMPTY_BOARD, type Organisation } from '../board/board.ts';
import type { Id } from '../board/ids.ts';
import { organisationCode } from '../board/organisationCode.ts';
import { loadPlan } from './loadPlan.ts';
import { planToBoard } from './planToBoard.ts';
import { EMPTY_TEMPLATE, TEMPLATE_INFO, TEMPLATE_NAMES, type TemplateInfo, type TemplateName } from './templateInfo.ts';
import { withOrganisation } from './withOrganisation.ts';
import { withYears } from './withYears.ts';

export interface TemplateSummary extends TemplateInfo {
  readonly name: TemplateName;
  readonly years: number[];
  readonly columns: number;
  readonly sections: number;
  readonly activities: number;
  readonly organisations: number;
}

export interface TemplateOptions {
  /** Calendar years of the new board, in the place of the template's own. An empty board has none without them. */
  readonly years?: readonly number[] | undefined;
  /** The organisation that makes the board: it takes the place of the template's municipality. */
  readonly organisation?: { readonly id: Id; readonly name: string } | undefined;
}

function firstOrganisation({ id, name }: { readonly id: Id; readonly name: string }): Organisation {
  const kind = /^gemeente\b/i.test(name) ? 'municipality' : 'partner';
  return { id, name, code: organisationCode(name, [], new Set()), colour: 0, kind };
}

function emptyBoard(organisation: TemplateOptions['organisation']): Board {
  if (!organisation) return EMPTY_BOARD;
  return { ...EMPTY_BOARD, organisations: new Map([[organisation.id, firstOrganisation(organisation)]]) };
}

async function templateBoard(name: TemplateName, organisation: TemplateOptions['organisation']): Promise<Board> {
  if (name === EMPTY_TEMPLATE) return emptyBoard(organisation);
  const plan = await loadPlan(name);
  return planToBoard(organisation ? withOrganisation(plan, organisation) : plan);
}

/** A new board made from a template: the same arguments always give the same board. */
export async function boardFromTemplate(name: TemplateName, options: TemplateOptions = {}): Promise<Board> {
  const board = await templateBoard(name, options.organisation);
  return options.years && options.years.length > 0 ? withYears(board, options.years) : board;
}

async function summaryOf(name: TemplateName): Promise<TemplateSummary> {
  const board = await boardFromTemplate(name);
  const outcomes = [...board.outcomes.values()];
  return {
    name,
    ...TEMPLATE_INFO[name],
    years: [...board.plan.years],
    columns: outcomes.filter((outcome) => outcome.place.parentId === undefined).length,
    sections: outcomes.filter((outcome) => outcome.place.parentId !== undefined).length,
    activities: board.activities.size,
    organisations: board.organisations.size,
  };
}

let summaries: Promise<readonly TemplateSummary[]> | undefined;

/** All templates in the order in which they are offered, with what is in them. Counted once: the plans do not change. */
export function listTemplates(): Promise<readonly TemplateSummary[]> {
  summaries ??= Promise.all(TEMPLATE_NAMES.map(summaryOf));
  return summaries;
}
