import { type RefObject, useEffect, useRef } from 'react';

/** Frames in which an overlay may still take the focus by itself. */
const FRAMES = 60;

/**
 * Gives an overlay the focus that was lost while it opened. React Aria takes Enter on a plain button for a press by a
 * screen reader, waits a frame before it moves the focus, and gives up when the focus has left the button; which it
 * has, since the page behind was made inert in that frame.
 * @param first what in it takes the focus; itself unless given
 */
export function useFocusInside<E extends HTMLElement>(first?: string): RefObject<E | null> {
  const overlay = useRef<E>(null);
  useEffect(() => {
    let left = FRAMES;
    let frame = 0;
    const look = (): void => {
      const element = overlay.current;
      if (element?.contains(document.activeElement)) return;
      if (element && document.activeElement === document.body) {
        const target = first === undefined ? null : element.querySelector<HTMLElement>(first);
        (target ?? element).focus({ preventScroll: true });
      }
      left -= 1;
      if (left > 0) frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [first]);
  return overlay;
}
