import { elementAt } from './elementAt.ts';

/** Distance from an edge, in pixels, within which a drag makes it scroll, and the most pixels in one frame. */
const EDGE = 56;
const FASTEST = 18;

/** Pixels to scroll, for a point at this position between two edges. */
export function scrollSpeed(position: number, start: number, end: number): number {
  const edge = Math.min(EDGE, (end - start) / 3);
  if (position < start + edge) return -Math.ceil(FASTEST * Math.min(1, (start + edge - position) / edge));
  if (position > end - edge) return Math.ceil(FASTEST * Math.min(1, (position - end + edge) / edge));
  return 0;
}

function isScrollable(element: Element, axis: 'x' | 'y'): boolean {
  const style = getComputedStyle(element);
  const overflow = axis === 'x' ? style.overflowX : style.overflowY;
  const room = axis === 'x' ? element.scrollWidth - element.clientWidth : element.scrollHeight - element.clientHeight;
  return room > 1 && (overflow === 'auto' || overflow === 'scroll' || element === document.scrollingElement);
}

function scrollAlong(axis: 'x' | 'y', x: number, y: number): void {
  for (let element = elementAt(x, y); element; element = element.parentElement) {
    if (!isScrollable(element, axis)) continue;
    const box = element.getBoundingClientRect();
    const [start, end, limit] = axis === 'x' ? [box.left, box.right, innerWidth] : [box.top, box.bottom, innerHeight];
    const speed = scrollSpeed(axis === 'x' ? x : y, Math.max(0, start), Math.min(limit, end));
    if (speed === 0) continue;
    element.scrollBy(axis === 'x' ? speed : 0, axis === 'y' ? speed : 0);
    return;
  }
}

/**
 * Scrolls what lies under the pointer while it is near an edge.
 * @param onScroll called after each frame, since what is under a still pointer changes
 */
export function autoScroll(onScroll: () => void): { move: (x: number, y: number) => void; stop: () => void } {
  let point: readonly [number, number] | undefined;
  let frame = requestAnimationFrame(function next() {
    if (point) {
      scrollAlong('x', ...point);
      scrollAlong('y', ...point);
      onScroll();
    }
    frame = requestAnimationFrame(next);
  });
  return {
    move: (x, y) => {
      point = [x, y];
    },
    stop: () => cancelAnimationFrame(frame),
  };
}
