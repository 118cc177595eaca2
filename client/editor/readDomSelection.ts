import { TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Takes over where the browser has put the caret. It says so only a frame after an arrow key or Home; what someone else
 * writes in that frame would put the caret back, and the key would be lost.
 */
export function readDomSelection(view: EditorView): void {
  if (view.isDestroyed || view.composing || !view.hasFocus()) return;
  const { selection } = view.state;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
  if (!(selection instanceof TextSelection) || !anchorNode || !focusNode) return;
  if (anchorOffset === undefined || focusOffset === undefined) return;
  if (!view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return;
  const anchor = view.posAtDOM(anchorNode, anchorOffset, 1);
  const head = view.posAtDOM(focusNode, focusOffset, 1);
  if (anchor === selection.anchor && head === selection.head) return;
  const { doc, tr } = view.state;
  const size = doc.content.size;
  if (anchor < 0 || head < 0 || anchor > size || head > size) return;
  view.dispatch(tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head))));
}
