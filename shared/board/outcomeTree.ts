import { isLive, type Outcome } from './board.ts';
import type { Id } from './ids.ts';
import { compareOrder } from './order.ts';

export interface SectionNode {
  readonly outcome: Outcome;
  /** Derived, such as `2.1`. */
  readonly number: string;
}

export interface ColumnNode {
  readonly outcome: Outcome;
  /** Derived, such as `2`. */
  readonly number: string;
  readonly sections: readonly SectionNode[];
}

/** The live outcomes as two levels, whatever the records say (`docs/board-spec.md`, C1 to C4). */
export interface OutcomeTree {
  readonly columns: readonly ColumnNode[];
  /** For each live outcome: the column in which it stands, or is. */
  readonly columnOf: ReadonlyMap<Id, ColumnNode>;
  /** Derived number of each live outcome. */
  readonly numberOf: ReadonlyMap<Id, string>;
}

type Outcomes = ReadonlyMap<Id, Outcome>;

function parentOf(outcomes: Outcomes, outcome: Outcome): Outcome | undefined {
  const { parentId } = outcome.place;
  return parentId === undefined ? undefined : outcomes.get(parentId);
}

/** Ancestors from the nearest up; stops where a merge made a circle. */
function ancestors(outcomes: Outcomes, outcome: Outcome): Outcome[] {
  const found: Outcome[] = [];
  for (let next = parentOf(outcomes, outcome); next && !found.includes(next); next = parentOf(outcomes, next)) {
    found.push(next);
  }
  return found;
}

/** True when merging put this outcome in a circle of parents. */
export function isInCircle(outcomes: Outcomes, outcome: Outcome): boolean {
  return ancestors(outcomes, outcome).includes(outcome);
}

/**
 * The column in which an outcome stands; undefined when it is a column itself.
 * Deeper nesting counts as a section of the column; what is in a circle counts as a column.
 */
export function columnAbove(outcomes: Outcomes, outcome: Outcome): Outcome | undefined {
  if (isInCircle(outcomes, outcome)) return undefined;
  const above = ancestors(outcomes, outcome);
  return above.find((candidate) => isInCircle(outcomes, candidate)) ?? above.at(-1);
}

/** True when neither the outcome nor anything above it is in the trash. */
export function isLiveOutcome(outcomes: Outcomes, id: Id): boolean {
  const outcome = outcomes.get(id);
  return outcome !== undefined && isLive(outcome) && ancestors(outcomes, outcome).every(isLive);
}

function byPlace(a: Outcome, b: Outcome): number {
  return compareOrder({ id: a.id, key: a.place.key }, { id: b.id, key: b.place.key });
}

/** Builds the tree of what is live, in order and numbered. */
export function outcomeTree(outcomes: Outcomes): OutcomeTree {
  const sectionsOf = new Map<Id, Outcome[]>();
  const tops: Outcome[] = [];
  for (const outcome of outcomes.values()) {
    if (!isLiveOutcome(outcomes, outcome.id)) continue;
    const column = columnAbove(outcomes, outcome);
    if (!column) tops.push(outcome);
    else sectionsOf.set(column.id, [...(sectionsOf.get(column.id) ?? []), outcome]);
  }
  const columnOf = new Map<Id, ColumnNode>();
  const numberOf = new Map<Id, string>();
  const columns = tops.sort(byPlace).map((outcome, index): ColumnNode => {
    const number = `${index + 1}`;
    const sections = (sectionsOf.get(outcome.id) ?? [])
      .sort(byPlace)
      .map((section, position): SectionNode => ({ outcome: section, number: `${number}.${position + 1}` }));
    const column: ColumnNode = { outcome, number, sections };
    columnOf.set(outcome.id, column);
    numberOf.set(outcome.id, number);
    for (const section of sections) {
      columnOf.set(section.outcome.id, column);
      numberOf.set(section.outcome.id, section.number);
    }
    return column;
  });
  return { columns, columnOf, numberOf };
}
