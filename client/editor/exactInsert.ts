import { Extension } from '@tiptap/core';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { absolutePositionToRelativePosition, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

interface Typed {
  readonly position: number;
  readonly text: string;
}

interface Changes {
  /** Transactions that changed the text, ever. */
  readonly count: number;
  /** What the last of them was, when it only put some text in. */
  readonly last: Typed | undefined;
}

const key = new PluginKey<Changes>('exactInsert');

function typedBy(tr: Transaction): Typed | undefined {
  const [step, ...others] = tr.steps;
  if (!(step instanceof ReplaceStep) || others.length > 0 || step.from !== step.to) return undefined;
  const { content, openStart, openEnd } = step.slice;
  const text = content.childCount === 1 && openStart + openEnd === 0 ? content.firstChild?.text : undefined;
  return text === undefined ? undefined : { position: step.from, text };
}

/** Puts it into the document where the caret stood; the text that the binding compares is then the same already. */
function insert({ position, text }: Typed, state: EditorState): void {
  const { binding, doc } = ySyncPluginKey.getState(state) ?? {};
  if (!binding || !doc) return;
  const relative = absolutePositionToRelativePosition(position, binding.type, binding.mapping);
  const place = Y.createAbsolutePositionFromRelativePosition(relative, doc);
  if (!(place?.type instanceof Y.XmlText)) return;
  const { type, index } = place;
  binding.mux(() => doc.transact(() => type.insert(index, text), ySyncPluginKey));
}

/**
 * Stores what is typed exactly where the caret stood. The binding looks for the difference between the old text and the
 * new one, and takes an "N" typed before another "N" for one that stands after it: one's caret is then before one's
 * own letter, and what is typed next comes out before it as soon as someone else writes there too.
 */
export const ExactInsert = Extension.create({
  name: 'exactInsert',
  // Before the binding, which puts right what this leaves.
  priority: 1200,

  addProseMirrorPlugins() {
    const update = (view: EditorView, before: EditorState): void => {
      const [was, now] = [key.getState(before), key.getState(view.state)];
      if (!was || !now?.last || now.count !== was.count + 1) return;
      if (!ySyncPluginKey.getState(view.state)?.isChangeOrigin) insert(now.last, before);
    };
    return [
      new Plugin<Changes>({
        key,
        state: {
          init: () => ({ count: 0, last: undefined }),
          apply: (tr, changes) => (tr.docChanged ? { count: changes.count + 1, last: typedBy(tr) } : changes),
        },
        view: () => ({ update }),
      }),
    ];
  },
});
