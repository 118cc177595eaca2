import type { Id } from '../../../shared/board/ids.ts';
import type { OutcomeTree } from '../../../shared/board/outcomeTree.ts';
import type { PickerOption } from './Picker.tsx';

/** Number and title of an outcome: "2.1 Primair onderwijs". */
export function outcomeLabel(tree: OutcomeTree, id: Id): string {
  const column = tree.columnOf.get(id);
  if (!column) return '';
  const found = [column, ...column.sections].find(({ outcome }) => outcome.id === id);
  return found ? `${found.number} ${found.outcome.title}` : '';
}

/** From the column down to the outcome itself. */
export function outcomePath(tree: OutcomeTree, id: Id): string[] {
  const column = tree.columnOf.get(id);
  if (!column) return [];
  const own = outcomeLabel(tree, id);
  return column.outcome.id === id ? [own] : [outcomeLabel(tree, column.outcome.id), own];
}

/** Every outcome in the order of the board, except those that are chosen already. */
export function outcomeOptions(tree: OutcomeTree, except: ReadonlySet<Id>): PickerOption[] {
  return tree.columns
    .flatMap((column) => [
      { id: column.outcome.id, label: `${column.number} ${column.outcome.title}`, indent: false },
      ...column.sections.map(({ outcome, number }) => ({
        id: outcome.id,
        label: `${number} ${outcome.title}`,
        indent: true,
      })),
    ])
    .filter(({ id }) => !except.has(id));
}
