export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the caret goes when a text becomes an editor: at its end, or at the words that were pressed or selected. */
export type StartAt = 'end' | { readonly anchor: Point; readonly head: Point };

function pointOf(node: Node, offset: number): Point | undefined {
  const range = document.createRange();
  range.setStart(node, offset);
  range.collapse(true);
  const rect = range.getClientRects()[0];
  return rect && { x: rect.left, y: (rect.top + rect.bottom) / 2 };
}

/** What a press in the static text means: a spot, or the words that were dragged over. */
export function startFromPress(press: Point): StartAt {
  const selection = document.getSelection();
  if (selection && !selection.isCollapsed && selection.anchorNode && selection.focusNode) {
    const anchor = pointOf(selection.anchorNode, selection.anchorOffset);
    const head = pointOf(selection.focusNode, selection.focusOffset);
    if (anchor && head) return { anchor, head };
  }
  return { anchor: press, head: press };
}
