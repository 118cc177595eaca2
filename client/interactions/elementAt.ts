/** What lies at a point of the screen. The drag library lays a tiny element of its own under the pointer for a moment. */
export function elementAt(x: number, y: number): Element | null {
  return document.elementsFromPoint(x, y).find((element) => !element.hasAttribute('data-pdnd-honey-pot')) ?? null;
}
