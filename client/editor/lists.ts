import { wrappingInputRule } from '@tiptap/core';
import { ListItem, OrderedList } from '@tiptap/extension-list';
import { ITEM_STATUSES } from '../../shared/board/richText.ts';

/** Attributes of an item that states something; a new item starts without them. */
const NO_STATUS = { status: null, due: null, who: null } as const;

function stored(name: string, isAllowed: (value: string) => boolean) {
  return {
    default: null,
    keepOnSplit: false,
    parseHTML: (element: HTMLElement) => {
      const value = element.getAttribute(`data-${name}`);
      return value !== null && isAllowed(value) ? value : null;
    },
    renderHTML: (attributes: Record<string, unknown>) =>
      typeof attributes[name] === 'string' ? { [`data-${name}`]: attributes[name] } : {},
  };
}

/**
 * A list item that may carry the status of a result, the date before which and by whom it is determined
 * (`docs/board-spec.md`, T4). The content is looser than usual: merging may leave an item whose first child is a list,
 * and an editor deletes from the document what its schema does not allow.
 */
export const StatusItem = ListItem.extend({
  content: 'block+',

  addAttributes() {
    return {
      status: stored('status', (value) => ITEM_STATUSES.some((known) => known === value)),
      due: stored('due', (value) => /^\d{4}-\d\d-\d\d$/.test(value)),
      who: stored('who', (value) => value.length <= 200),
    };
  },

  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(this.name, NO_STATUS),
      // Tab leaves the field, as everywhere on the page: a text must be no trap for the keyboard.
      'Mod-]': () => this.editor.commands.sinkListItem(this.name),
      'Mod-[': () => this.editor.commands.liftListItem(this.name),
    };
  },
});

/** A numbered list that always counts from 1: where it starts is not stored, so it is not shown either. */
export const NumberedList = OrderedList.extend({
  addAttributes() {
    return {};
  },
  renderHTML() {
    return ['ol', 0];
  },
  addInputRules() {
    return [wrappingInputRule({ find: /^(\d+)[.)]\s$/, type: this.type })];
  },
});
