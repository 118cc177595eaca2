import type { Editor } from '@tiptap/core';
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { Point, StartAt } from './startAt.ts';

/**
 * Gives the editor the focus, with its caret there. The text stands where the static one stood.
 * @param typed what was typed while the editor was still on its way
 */
export function focusAt(editor: Editor, start: StartAt, typed: string): void {
  const { view } = editor;
  const { doc, tr } = view.state;
  const positionOf = ({ x, y }: Point) => view.posAtCoords({ left: x, top: y })?.pos;
  const [anchor, head] = start === 'end' ? [] : [positionOf(start.anchor), positionOf(start.head)];
  if (anchor === undefined || head === undefined) tr.setSelection(Selection.atEnd(doc));
  else tr.setSelection(TextSelection.between(doc.resolve(anchor), doc.resolve(head)));
  if (typed !== '') tr.insertText(typed);
  view.dispatch(tr);
  view.focus();
}
