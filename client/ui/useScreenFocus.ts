import { type RefObject, useEffect, useRef } from 'react';

/** Whether a screen was shown since the page was loaded: the first one leaves the focus to the browser. */
let wasShown = false;

/**
 * Gives the focus to a screen's content when one came to it from another screen, on which the focus was lost with what
 * was pressed: who uses the keyboard or a screen reader goes on here, and not at the top of the window.
 */
export function useScreenFocus<E extends HTMLElement>(): RefObject<E | null> {
  const content = useRef<E>(null);
  useEffect(() => {
    if (wasShown && document.activeElement === document.body) content.current?.focus({ preventScroll: true });
    wasShown = true;
  }, []);
  return content;
}
