import { Editor, type Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Collaboration } from '@tiptap/extension-collaboration';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { BulletList, ListKeymap } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Placeholder } from '@tiptap/extensions';
import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import type { XmlFragment } from 'yjs';
import type { CaretChannel } from './caretChannel.ts';
import { caretsOf } from './carets.ts';
import { ExactInsert } from './exactInsert.ts';
import { isEditable } from './foreignContent.ts';
import { ItemStatusLabels, type ItemStatusOptions } from './itemStatus.ts';
import { LinkMark } from './linkMark.ts';
import { NumberedList, StatusItem } from './lists.ts';
import { cleanPastedHtml } from './pastedHtml.ts';
import { readDomSelection } from './readDomSelection.ts';
import { TextLimit } from './textLimit.ts';
import { releaseUndoManager, undoManagerOf } from './undoManagers.ts';

export interface EditorSetup {
  readonly element: HTMLElement;
  readonly fragment: XmlFragment;
  readonly carets: CaretChannel | undefined;
  /** Attributes of the editable element: its role, name and description. */
  readonly attributes: { readonly [name: string]: string };
  readonly placeholder: string;
  readonly hasStatuses: boolean;
  readonly statusLabel: ItemStatusOptions['label'];
  readonly openStatus: (position: number) => void;
  readonly openLink: () => void;
  readonly onFull: () => void;
  /** Someone else put something in the text that this editor cannot show; it has been taken away already. */
  readonly onForeign: () => void;
}

function extensions(setup: EditorSetup): Extensions {
  return [
    Document,
    Paragraph,
    Text,
    Bold,
    Italic,
    BulletList,
    NumberedList,
    StatusItem,
    ListKeymap,
    HardBreak.extend({
      addKeyboardShortcuts() {
        return { 'Shift-Enter': () => this.editor.commands.setHardBreak() };
      },
    }),
    LinkMark.extend({
      addKeyboardShortcuts() {
        return {
          'Mod-k': () => {
            setup.openLink();
            return true;
          },
        };
      },
    }),
    Placeholder.configure({ placeholder: setup.placeholder }),
    ItemStatusLabels.configure({ label: setup.statusLabel, open: setup.openStatus, enabled: setup.hasStatuses }),
    TextLimit.configure({ onFull: setup.onFull }),
    ExactInsert,
    Collaboration.configure({
      fragment: setup.fragment,
      yUndoOptions: { undoManager: undoManagerOf(setup.fragment) },
    }),
    ...(setup.carets ? [caretsOf(setup.carets)] : []),
  ];
}

/** An editor on one text of a document, and how to take it away. */
export interface TextEditor {
  readonly editor: Editor;
  readonly destroy: () => void;
}

/** Lets the editor start with the text, so that its first selection stands in that and nothing is drawn twice. */
function startWithContent(editor: Editor, fragment: XmlFragment): void {
  if (fragment.length === 0) return;
  const { doc, mapping } = initProseMirrorDoc(fragment, editor.schema);
  if (doc.childCount === 0) return;
  editor.options.content = doc.toJSON();
  const collaboration = editor.extensionManager.extensions.find(({ name }) => name === 'collaboration');
  if (collaboration) collaboration.options.ySyncOptions = { mapping };
}

/** Makes an editor on a fragment that `isEditable`. */
export function createEditor(setup: EditorSetup): TextEditor {
  // Observed before the editor observes: what it cannot show must not reach it, since it would delete it for everyone.
  const guard = (): void => {
    if (isEditable(setup.fragment)) return;
    destroy();
    setup.onForeign();
  };
  setup.fragment.observeDeep(guard);
  // Observed before the editor too: it remembers the caret of its state when others start to write.
  const doc = setup.fragment.doc;
  const readCaret = (): void => readDomSelection(editor.view);
  const undoManager = undoManagerOf(setup.fragment);
  doc?.on('beforeAllTransactions', readCaret);
  const editor = new Editor({
    element: setup.element,
    extensions: extensions(setup),
    injectCSS: false,
    onBeforeCreate: ({ editor: made }) => startWithContent(made, setup.fragment),
    editorProps: {
      attributes: { ...setup.attributes },
      handleDOMEvents: {
        // A key right after Home or an arrow acts where the caret is seen, also on a slow machine.
        keydown: (view) => {
          readDomSelection(view);
          return false;
        },
      },
      transformPastedHTML: (html) => cleanPastedHtml(html, setup.hasStatuses),
      scrollMargin: { top: 24, bottom: 72, left: 0, right: 0 },
      scrollThreshold: { top: 24, bottom: 72, left: 0, right: 0 },
    },
  });
  let isGone = false;
  function destroy(): void {
    if (isGone) return;
    isGone = true;
    setup.fragment.unobserveDeep(guard);
    doc?.off('beforeAllTransactions', readCaret);
    editor.destroy();
    releaseUndoManager(undoManager);
  }
  return { editor, destroy };
}
