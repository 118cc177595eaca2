import type { Id } from '../../../../shared/board/ids.ts';
import type { OutcomeTree } from '../../../../shared/board/outcomeTree.ts';
import type { MenuAction, MenuEntry } from '../../../ui/menu.ts';

/** Every outcome as a menu: a column with sections becomes a group, its own place first. */
export function outcomeEntries(
  tree: OutcomeTree,
  ownPlace: string,
  actionOf: (outcomeId: Id) => Omit<MenuAction, 'id' | 'label'>,
): MenuEntry[] {
  return tree.columns.map(({ outcome, number, sections }): MenuEntry => {
    const label = `${number} ${outcome.title}`;
    if (sections.length === 0) return { id: outcome.id, label, ...actionOf(outcome.id) };
    return {
      title: label,
      items: [
        { id: outcome.id, label: ownPlace, ...actionOf(outcome.id) },
        ...sections.map((section) => ({
          id: section.outcome.id,
          label: `${section.number} ${section.outcome.title}`,
          ...actionOf(section.outcome.id),
        })),
      ],
    };
  });
}
