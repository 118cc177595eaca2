import { type PlanData, parsePlan } from './planData.ts';
import type { PlanTemplateName } from './templateInfo.ts';

/**
 * Imported when asked for: half a megabyte that a server seldom needs and a browser never. Each file
 * is a list of one plan: loaders that make a variable of each key of an object fail on `arguments`.
 */
const FILES: { readonly [name in PlanTemplateName]: () => Promise<{ readonly default: readonly unknown[] }> } = {
  'voorbeeld-2026': () => import('./plans/voorbeeld-2026.json', { with: { type: 'json' } }),
  'deventer-2024-2025': () => import('./plans/deventer-2024-2025.json', { with: { type: 'json' } }),
  'deventer-2022': () => import('./plans/deventer-2022.json', { with: { type: 'json' } }),
  'lelystad-2017': () => import('./plans/lelystad-2017.json', { with: { type: 'json' } }),
  'dalfsen-2023': () => import('./plans/dalfsen-2023.json', { with: { type: 'json' } }),
};

/** The plan behind a template, read and checked. Only the server calls this. */
export async function loadPlan(name: PlanTemplateName): Promise<PlanData> {
  const { default: plans } = await FILES[name]();
  return parsePlan(plans[0]);
}
