import type { Id } from '../board/ids.ts';
import type { Json } from '../board/json.ts';
import { toJson } from './imported.ts';
import { municipalityOf } from './organisations.ts';
import { type PlanData, parsePlan } from './planData.ts';

/** Fields of a plan file that hold the id of an organisation, or several. */
const REFERENCES = new Set([
  'organisation',
  'organisations',
  'owner',
  'lead',
  'coordinationWith',
  'who',
  'from',
  'to',
  'actors',
]);

function renamed(value: Json, from: Id, to: Id, isReference = false): Json {
  if (typeof value === 'string') return isReference && value === from ? to : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Json) => renamed(item, from, to, isReference));
  const fields = Object.entries(value).map(([name, field]: [string, Json]) => [
    name,
    renamed(field, from, to, REFERENCES.has(name)),
  ]);
  return Object.fromEntries(fields);
}

/** Gives an organisation of the plan another id, in its record and wherever it is referred to. */
function withId(plan: PlanData, from: Id, to: Id): PlanData {
  const next = parsePlan(renamed(toJson(plan), from, to));
  const organisations = next.organisations.map((record) => (record.id === from ? { ...record, id: to } : record));
  return { ...next, organisations };
}

function freeId(plan: PlanData, id: Id): Id {
  const taken = new Set(plan.organisations.map((organisation) => organisation.id));
  let number = 2;
  while (taken.has(`${id.slice(0, 60)}-${number}`)) number += 1;
  return `${id.slice(0, 60)}-${number}`;
}

/**
 * The plan with another organisation in the place of its municipality: as owner, as lead, as involved organisation and
 * wherever else it is referred to. Running text keeps its words. Where another organisation of the plan has the new id
 * already, that one gets a free id.
 */
export function withOrganisation(plan: PlanData, to: { readonly id: Id; readonly name: string }): PlanData {
  const municipality = municipalityOf(plan);
  const isTaken = to.id !== municipality.id && plan.organisations.some(({ id }) => id === to.id);
  const cleared = isTaken ? withId(plan, to.id, freeId(plan, to.id)) : plan;
  const next = withId(cleared, municipality.id, to.id);
  // The code belongs to the name, so it is derived anew.
  const organisations = next.organisations.map((record) => {
    if (record.id !== to.id || record.name === to.name) return record;
    const { code: _code, ...rest } = record;
    return { ...rest, name: to.name };
  });
  return { ...next, organisations };
}
