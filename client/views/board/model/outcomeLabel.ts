import type { Id } from '../../../../shared/board/ids.ts';
import type { OutcomeTree } from '../../../../shared/board/outcomeTree.ts';

/** Number and title as they are said: "2.1 Primair onderwijs". */
export function outcomeLabel(tree: OutcomeTree, id: Id): string {
  const column = tree.columnOf.get(id);
  if (!column) return '';
  if (column.outcome.id === id) return `${column.number} ${column.outcome.title}`;
  const section = column.sections.find(({ outcome }) => outcome.id === id);
  return section ? `${section.number} ${section.outcome.title}` : '';
}
