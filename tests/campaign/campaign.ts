/** What a campaign was given and found, each as a line of its table. */
export type Lines = readonly (readonly [what: string, value: string | number])[];

export interface Outcome {
  readonly parameters: Lines;
  readonly figures: Lines;
  /** What contradicts the claim, one sentence each; none means that it held. */
  readonly problems: readonly string[];
}

/** A claim of the product, and the attempt to disprove it. */
export interface Campaign {
  readonly claim: string;
  /** @param scale share of the full size, 1 for all of it */
  readonly run: (scale: number) => Promise<Outcome>;
}

/** At least one, however small the scale. */
export function scaled(full: number, scale: number): number {
  return Math.max(1, Math.round(full * scale));
}
