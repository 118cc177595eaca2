import { COLOUR_COUNT, type Organisation, type OrganisationKind } from '../board/board.ts';
import { organisationCode } from '../board/organisationCode.ts';
import { imported } from './imported.ts';
import type { OrganisationData, PlanData } from './planData.ts';

const KINDS: { readonly [kind: string]: OrganisationKind } = {
  municipality: 'municipality',
  'municipal-team': 'team',
  school: 'school',
  'school-board': 'school',
  partner: 'partner',
  'partner-group': 'partner',
  partnership: 'partner',
  'certified-institution': 'partner',
};

/** The organisation whose plan it is. Throws when the plan file names none. */
export function municipalityOf(plan: PlanData): OrganisationData {
  const municipality = plan.organisations.find((organisation) => organisation.kind === 'municipality');
  if (!municipality) throw new Error(`no municipality in ${plan.plan.id}`);
  return municipality;
}

/** Codes by id: those that the source gives first, so that a derived one never takes them. */
function codesOf(organisations: readonly OrganisationData[]): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const { id, code } of organisations) if (code !== undefined) codes.set(id, code);
  for (const { id, name, code, aliases = [] } of organisations) {
    if (code === undefined) codes.set(id, organisationCode(name, aliases, new Set(codes.values())));
  }
  return codes;
}

/**
 * Every organisation that the plan names. Colours go round in the source's order, to those that own cards first.
 * The source's finer kind stays in `unknown.imported`.
 */
export function organisationsOf(plan: PlanData, owners: ReadonlySet<string>): Organisation[] {
  const codes = codesOf(plan.organisations);
  const first = plan.organisations.filter(({ id }) => owners.has(id));
  const ranked = [...first, ...plan.organisations.filter(({ id }) => !owners.has(id))].map(({ id }) => id);
  return plan.organisations.map(({ id, name, code: _given, ...rest }) => ({
    id,
    name,
    code: codes.get(id) ?? '',
    colour: ranked.indexOf(id) % COLOUR_COUNT,
    kind: KINDS[rest.kind] ?? 'other',
    ...imported(rest),
  }));
}
