import { Problem } from './problem.ts';

/** Counts per key within a window that starts at the first. Kept in memory: one process serves. */
export interface RateLimit {
  /** Counts one more. Throws `Problem` `tooManyRequests` when the key has had its number. */
  readonly take: (key: string) => void;
  /** Takes one count back, for a try that was right. */
  readonly giveBack: (key: string) => void;
}

interface Window {
  count: number;
  readonly endsAt: number;
}

/** Keys that are remembered at most, so that made-up keys cannot fill the memory. */
const MOST_KEYS = 20_000;

/** @param now milliseconds of a steady clock: one that is set back would make a window last */
export function rateLimit(most: number, windowMs: number, now = (): number => performance.now()): RateLimit {
  const windows = new Map<string, Window>();

  function makeRoom(time: number): void {
    for (const [key, window] of windows) if (window.endsAt <= time) windows.delete(key);
    // Those that are used up go last: made-up keys must not give anyone new tries.
    for (const isSpared of [(window: Window) => window.count >= most, () => false]) {
      for (const [key, window] of windows) {
        // A tenth at once, so that room is seldom made.
        if (windows.size < MOST_KEYS * 0.9) return;
        if (!isSpared(window)) windows.delete(key);
      }
    }
  }

  return {
    take: (key) => {
      const time = now();
      const window = windows.get(key);
      if (!window || window.endsAt <= time) {
        if (windows.size >= MOST_KEYS) makeRoom(time);
        windows.delete(key);
        windows.set(key, { count: 1, endsAt: time + windowMs });
        return;
      }
      if (window.count >= most) throw new Problem('tooManyRequests');
      window.count += 1;
    },
    giveBack: (key) => {
      const window = windows.get(key);
      if (window) window.count -= 1;
    },
  };
}
