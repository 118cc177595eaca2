import { type Block, bulletList, paragraph } from '../board/richText.ts';
import type { PlanData } from './planData.ts';

/** The sentence with which Deventer 2022 announces its changes; here it stands above the changes of each outcome. */
export function changesLeadIn(comparedWith: number): string {
  return `Ten opzichte van ${comparedWith} is er in hoofdlijnen het volgende gewijzigd:`;
}

/** What changed at an outcome compared with the year before. */
export function changesAt(plan: PlanData, outcomeId: string): Block[] {
  const changes = (plan.changes ?? []).filter((change) => change.goalId === outcomeId);
  return changes.flatMap(({ comparedWith, items }) => [paragraph(changesLeadIn(comparedWith)), bulletList(items)]);
}
