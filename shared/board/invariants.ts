import { type Board, isLive } from './board.ts';
import { boardIndex } from './boardIndex.ts';
import { liveLinks } from './home.ts';
import type { Id } from './ids.ts';
import { LIMITS } from './limits.ts';
import { isOrderKey } from './order.ts';
import { columnAbove, isInCircle } from './outcomeTree.ts';

export const FINDING_CODES = [
  'cardNotShownOnce',
  'cardShownTwiceAtOutcome',
  'outcomeShownTwice',
  'liveOutcomeHidden',
  'parentCircle',
  'nestedTooDeep',
  'linkToHome',
  'orderKeyForeign',
  'codeRepeated',
  'placeUnknown',
  'titleTooLong',
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export interface Finding {
  readonly code: FindingCode;
  readonly id: string;
}

/** What `repair` mends. The other findings would be faults of the product, or come from a program outside it. */
export const REPAIRABLE: readonly FindingCode[] = [
  'parentCircle',
  'nestedTooDeep',
  'linkToHome',
  'orderKeyForeign',
  'codeRepeated',
];

/** Everything about a board that breaks a rule (`docs/board-spec.md`, I1 to I9). An empty list is a sound board. */
export function findings(board: Board): Finding[] {
  return [...shownOnce(board), ...outcomeFindings(board), ...activityFindings(board), ...codeFindings(board)];
}

function shownOnce(board: Board): Finding[] {
  const found: Finding[] = [];
  const index = boardIndex(board);
  const homes = new Map<Id, number>();
  const at = new Set<string>();
  for (const appearance of [...index.unplaced, ...[...index.cardsAt.values()].flat()]) {
    if (appearance.home) homes.set(appearance.activityId, (homes.get(appearance.activityId) ?? 0) + 1);
    const spot = `${appearance.activityId}@${appearance.outcomeId ?? ''}`;
    if (at.has(spot)) found.push({ code: 'cardShownTwiceAtOutcome', id: appearance.activityId });
    at.add(spot);
  }
  for (const activity of board.activities.values()) {
    if ((homes.get(activity.id) ?? 0) !== (isLive(activity) ? 1 : 0))
      found.push({ code: 'cardNotShownOnce', id: activity.id });
  }
  const shown = index.tree.columns.flatMap((column) => [
    column.outcome.id,
    ...column.sections.map((s) => s.outcome.id),
  ]);
  if (new Set(shown).size !== shown.length) found.push({ code: 'outcomeShownTwice', id: '' });
  for (const id of index.cardsAt.keys()) if (!shown.includes(id)) found.push({ code: 'liveOutcomeHidden', id });
  return found;
}

function outcomeFindings(board: Board): Finding[] {
  return [...board.outcomes.values()].flatMap((outcome): Finding[] => {
    const found: Finding[] = [];
    if (isInCircle(board.outcomes, outcome)) found.push({ code: 'parentCircle', id: outcome.id });
    const column = columnAbove(board.outcomes, outcome);
    if (column && outcome.place.parentId !== column.id) found.push({ code: 'nestedTooDeep', id: outcome.id });
    if (!isOrderKey(outcome.place.key)) found.push({ code: 'orderKeyForeign', id: outcome.id });
    if (outcome.title.length > LIMITS.title) found.push({ code: 'titleTooLong', id: outcome.id });
    return found;
  });
}

function activityFindings(board: Board): Finding[] {
  return [...board.activities.values()].flatMap((activity): Finding[] => {
    const found: Finding[] = [];
    const { place } = activity;
    if (place && !board.outcomes.has(place.outcomeId)) found.push({ code: 'placeUnknown', id: activity.id });
    if (place && !isOrderKey(place.key)) found.push({ code: 'orderKeyForeign', id: activity.id });
    if (place && liveLinks(board.outcomes, activity).some((link) => link.outcomeId === place.outcomeId)) {
      found.push({ code: 'linkToHome', id: activity.id });
    }
    if (activity.title.length > LIMITS.title) found.push({ code: 'titleTooLong', id: activity.id });
    return found;
  });
}

function codeFindings(board: Board): Finding[] {
  const seen = new Set<string>();
  const live = [...board.organisations.values()].filter(isLive).sort((a, b) => (a.id < b.id ? -1 : 1));
  return live.flatMap((organisation): Finding[] => {
    const repeated = seen.has(organisation.code);
    seen.add(organisation.code);
    return repeated ? [{ code: 'codeRepeated', id: organisation.id }] : [];
  });
}
