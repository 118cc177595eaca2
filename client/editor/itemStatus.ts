import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { ITEM_STATUSES, type ItemStatus } from '../../shared/board/richText.ts';

/** What a result's item states. `given` is stored as nothing. */
export interface StatedStatus {
  readonly status: ItemStatus;
  readonly due?: string | undefined;
  readonly who?: string | undefined;
}

export interface ItemStatusOptions {
  /** Makes the small label at the start of an item. */
  readonly label: (stated: StatedStatus, words: string) => HTMLElement;
  /** Someone pressed the label of the item in which the position stands, or asked for it by keyboard. */
  readonly open: (position: number) => void;
  /** False in fields whose items state nothing. */
  readonly enabled: boolean;
}

function statedBy(node: Node): StatedStatus {
  const status = ITEM_STATUSES.find((known) => known === node.attrs['status']) ?? 'given';
  const { due, who } = node.attrs;
  return {
    status,
    due: typeof due === 'string' ? due : undefined,
    who: typeof who === 'string' ? who : undefined,
  };
}

/** The outermost list item around a position: nested items belong to their parent's result. */
export function itemAt(state: EditorState, position: number): { position: number; stated: StatedStatus } | undefined {
  const resolved = state.doc.resolve(Math.min(Math.max(position, 0), state.doc.content.size));
  for (let depth = 1; depth <= resolved.depth; depth += 1) {
    const node = resolved.node(depth);
    if (node.type.name === 'listItem') return { position: resolved.before(depth), stated: statedBy(node) };
  }
  return undefined;
}

/** Sets what the item at this position states. */
export function setItemStatus(tr: Transaction, position: number, stated: StatedStatus): void {
  const status = stated.status === 'given' ? null : stated.status;
  const isOpen = stated.status === 'toBeDetermined';
  tr.setNodeAttribute(position, 'status', status);
  tr.setNodeAttribute(position, 'due', (isOpen && stated.due) || null);
  tr.setNodeAttribute(position, 'who', (isOpen && stated.who) || null);
}

const key = new PluginKey<DecorationSet>('itemStatus');

function labelOf(
  stated: StatedStatus,
  words: string,
  place: () => number | undefined,
  options: ItemStatusOptions,
): HTMLElement {
  const label = options.label(stated, words);
  // The caret stays where it is; a press on the label is no press in the text.
  label.addEventListener('mousedown', (event) => event.preventDefault());
  label.addEventListener('click', () => {
    const position = place();
    if (options.enabled && position !== undefined) options.open(position);
  });
  return label;
}

function labels(doc: Node, options: ItemStatusOptions): DecorationSet {
  const found: Decoration[] = [];
  doc.descendants((node, position) => {
    if (node.isTextblock) return false;
    if (node.type.name !== 'listItem' || node.attrs['status'] === null) return true;
    const stated = statedBy(node);
    if (stated.status === 'given' || !node.firstChild?.isTextblock) return true;
    const words = node.firstChild.textContent;
    found.push(
      Decoration.widget(position + 2, (_view, place) => labelOf(stated, words, place, options), {
        side: -1,
        key: `${stated.status}|${stated.due}|${stated.who}|${words.slice(0, 40)}`,
        ignoreSelection: true,
        stopEvent: () => true,
      }),
    );
    return true;
  });
  return DecorationSet.create(doc, found);
}

/** Shows the status at the start of each item that states one, and opens its menu by press and by Mod-Enter. */
export const ItemStatusLabels = Extension.create<ItemStatusOptions>({
  name: 'itemStatus',
  // Before the hard break, which has Mod-Enter too.
  priority: 1100,

  addOptions() {
    return { label: () => document.createElement('span'), open: () => undefined, enabled: false };
  },

  addKeyboardShortcuts() {
    return {
      'Mod-Enter': () => {
        if (this.options.enabled) this.options.open(this.editor.state.selection.from);
        return true;
      },
    };
  },

  addProseMirrorPlugins() {
    const { options } = this;
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, state) => labels(state.doc, options),
          apply: (tr, before) => (tr.docChanged ? labels(tr.doc, options) : before),
        },
        props: {
          decorations: (state) => key.getState(state),
        },
      }),
    ];
  },
});
