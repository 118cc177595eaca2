import { startTransition, useCallback, useEffect, useState } from 'react';

/** Cards that are drawn at once: more than any screen shows of one list. */
const FIRST = 12;
const STEP = 24;

type Grow = () => void;
const waiting = new Set<Grow>();
let scheduled = false;

function whenIdle(run: () => void): void {
  // Safari has no idle callback.
  if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 500 });
  else setTimeout(run, 30);
}

/** One list after another, a piece each time the browser is idle: a hand on the board never waits for this. */
function schedule(grow: Grow): void {
  waiting.add(grow);
  if (scheduled) return;
  scheduled = true;
  whenIdle(function next() {
    const [first] = waiting;
    scheduled = false;
    if (!first) return;
    waiting.delete(first);
    startTransition(first);
    const [second] = waiting;
    if (second) schedule(second);
  });
}

/**
 * How many of a list's cards to draw now. A board of thousands shows its first cards at once and draws the others
 * while the browser is idle; in the end all stand in the page, so that search, screen readers and focus find them.
 */
export function useGrowingLimit(length: number): { readonly limit: number; readonly showAll: () => void } {
  const [limit, setLimit] = useState(FIRST);
  useEffect(() => {
    if (limit >= length) return;
    const grow = (): void => setLimit((now) => now + STEP);
    schedule(grow);
    return () => {
      waiting.delete(grow);
    };
  }, [limit, length]);
  // A filter that is taken away brings hundreds of cards back: they come piece by piece again.
  useEffect(() => setLimit((now) => Math.min(now, Math.max(FIRST, length + STEP))), [length]);
  const showAll = useCallback(() => setLimit(Number.POSITIVE_INFINITY), []);
  return { limit, showAll };
}
