/** How often what strangers can cause may become a row. */
interface SumLimits {
  /** One row for the same thing in this time, and one with the number of the others. */
  readonly windowMs: number;
  /** Rows in an hour, of everything together. What is more is counted in one. */
  readonly mostInHour: number;
}

const SUMMED = {
  windowMs: 15 * 60_000,
  mostInHour: 600,
} satisfies SumLimits;

const HOUR = 3_600_000;

interface Window<T> {
  readonly what: T;
  readonly endsAt: number;
  count: number;
}

/** Decides what of many like events is written down, so that nobody fills the disk by being refused. */
export interface Summed<T> {
  /** True when this one is to be written now; otherwise it is counted. */
  readonly take: (key: string, what: T) => boolean;
  /** What was counted since, for windows that are over (or all, at the end), and how many fitted in none. */
  readonly due: (all?: boolean) => { readonly sums: readonly { what: T; count: number }[]; readonly rest: number };
}

/** @param now milliseconds of a steady clock */
export function summed<T>(limits: SumLimits = SUMMED, now = (): number => performance.now()): Summed<T> {
  const windows = new Map<string, Window<T>>();
  let hour = { endsAt: 0, rows: 0 };
  let rest = 0;

  return {
    take: (key, what) => {
      const time = now();
      const window = windows.get(key);
      if (window) {
        window.count += 1;
        return false;
      }
      if (hour.endsAt <= time) hour = { endsAt: time + HOUR, rows: 0 };
      if (hour.rows >= limits.mostInHour) {
        rest += 1;
        return false;
      }
      // The second one is the sum's.
      hour.rows += 2;
      windows.set(key, { what, endsAt: time + limits.windowMs, count: 0 });
      return true;
    },
    due: (all = false) => {
      const time = now();
      const over = [...windows].filter(([, { endsAt }]) => all || endsAt <= time);
      for (const [key] of over) windows.delete(key);
      const sums = over.flatMap(([, { what, count }]) => (count > 0 ? [{ what, count }] : []));
      const many = rest;
      rest = 0;
      return { sums, rest: many };
    },
  };
}
