import type { Editor } from '@tiptap/core';
import { useCallback, useSyncExternalStore } from 'react';

/** A plain value of the editor's state, followed. */
export function useEditorValue<T extends string | number | boolean | undefined>(
  editor: Editor,
  select: (editor: Editor) => T,
): T {
  const subscribe = useCallback(
    (listener: () => void) => {
      editor.on('transaction', listener);
      return () => void editor.off('transaction', listener);
    },
    [editor],
  );
  return useSyncExternalStore(subscribe, () => select(editor));
}
