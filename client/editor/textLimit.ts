import { Extension } from '@tiptap/core';
import { isChangeOrigin } from '@tiptap/extension-collaboration';
import { Plugin } from '@tiptap/pm/state';
import { LIMITS } from '../../shared/board/limits.ts';

/** Keeps a text within its size: what would make it longer is not taken, and `onFull` can say so. */
export const TextLimit = Extension.create<{ onFull: () => void }>({
  name: 'textLimit',

  addOptions() {
    return { onFull: () => undefined };
  },

  addProseMirrorPlugins() {
    return [
      new Plugin({
        filterTransaction: (tr, state) => {
          // What others wrote is in the document already: refusing it here would only show something else.
          if (!tr.docChanged || isChangeOrigin(tr)) return true;
          const now = tr.doc.content.size;
          if (now <= LIMITS.text || now <= state.doc.content.size) return true;
          this.options.onFull();
          return false;
        },
      }),
    ];
  },
});
