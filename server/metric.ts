import type { HistogramValue } from './histogram.ts';

/** Something that operators watch, as `/metrics` gives it. No label names a person, a board or an address. */
export type Metric =
  | {
      /** Without the product's prefix; what only grows ends in `_total`. */
      readonly name: string;
      /** One English sentence. */
      readonly help: string;
      readonly type: 'counter' | 'gauge';
      readonly samples: readonly Sample[];
    }
  | { readonly name: string; readonly help: string; readonly type: 'histogram'; readonly value: HistogramValue };

export interface Sample {
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

export function counter(name: string, help: string, value: number): Metric {
  return { name, help, type: 'counter', samples: [{ value }] };
}

/** Counts by one label, of which the values are few and our own. */
export function counterBy(name: string, help: string, label: string, counts: Readonly<Record<string, number>>): Metric {
  const samples = Object.entries(counts).map(([key, value]) => ({ labels: { [label]: key }, value }));
  return { name, help, type: 'counter', samples };
}

export function gauge(name: string, help: string, value: number): Metric {
  return { name, help, type: 'gauge', samples: [{ value }] };
}

export function histogram(name: string, help: string, value: HistogramValue): Metric {
  return { name, help, type: 'histogram', value };
}
