import { defaultDeleteFilter, defaultProtectedNodes, ySyncPluginKey } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

const managers = new WeakMap<Y.XmlFragment, Y.UndoManager>();

function make(fragment: Y.XmlFragment): Y.UndoManager {
  return new Y.UndoManager(fragment, {
    trackedOrigins: new Set([ySyncPluginKey]),
    deleteFilter: (item) => defaultDeleteFilter(item, defaultProtectedNodes),
    captureTransaction: (transaction) => transaction.meta.get('addToHistory') !== false,
  });
}

/**
 * The undo history of my own typing in one text. It outlives the editor, which comes and goes with the focus.
 */
export function undoManagerOf(fragment: Y.XmlFragment): Y.UndoManager {
  const known = managers.get(fragment);
  if (known) return known;
  const made = make(fragment);
  managers.set(fragment, made);
  return made;
}

/**
 * To call when its editor has gone: that has shut the manager down, and would bring back the listeners of the old
 * editor together with the manager.
 */
export function releaseUndoManager(manager: Y.UndoManager): void {
  Object.assign(manager, {
    restore: () => {
      manager.trackedOrigins.add(manager);
      manager.doc.on('afterTransaction', manager.afterTransactionHandler);
    },
  });
}
