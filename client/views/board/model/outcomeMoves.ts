import type { Id } from '../../../../shared/board/ids.ts';
import type { OutcomeTree } from '../../../../shared/board/outcomeTree.ts';
import type { MoveOutcome } from '../../../../shared/commands/moveOutcome.ts';

/** What a menu offers to do with an outcome's place; a move that is not possible is undefined. */
export interface OutcomeMoves {
  readonly isSection: boolean;
  readonly hasSections: boolean;
  /** One place towards the start (left, or up in its column). */
  readonly back: MoveOutcome | undefined;
  readonly forth: MoveOutcome | undefined;
  /** Makes a section a column, right after the one it stands in. */
  readonly out: MoveOutcome | undefined;
  /** Columns that it can be a section of. */
  readonly into: readonly Id[];
}

/** The moves of a column or section; undefined when it is gone. */
export function outcomeMoves(tree: OutcomeTree, outcomeId: Id): OutcomeMoves | undefined {
  const column = tree.columnOf.get(outcomeId);
  if (!column) return undefined;
  const isSection = column.outcome.id !== outcomeId;
  const siblings = (isSection ? column.sections : tree.columns).map(({ outcome }) => outcome.id);
  const position = siblings.indexOf(outcomeId);
  const parent = isSection ? { parentId: column.outcome.id } : {};
  const columns = tree.columns.map(({ outcome }) => outcome.id);
  const afterColumn = columns[columns.indexOf(column.outcome.id) + 1];
  const hasSections = !isSection && column.sections.length > 0;
  return {
    isSection,
    hasSections,
    back: position > 0 ? { outcomeId, ...parent, beforeId: siblings[position - 1] } : undefined,
    forth: position < siblings.length - 1 ? { outcomeId, ...parent, beforeId: siblings[position + 2] } : undefined,
    out: isSection ? { outcomeId, beforeId: afterColumn } : undefined,
    into: hasSections ? [] : columns.filter((id) => id !== column.outcome.id),
  };
}
