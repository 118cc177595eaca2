/** Hues in tokens.css; the board's `COLOUR_COUNT` is the same number, and a test holds them together. */
export const HUES = 8;

/** Value for `data-organisation-colour`: more organisations than hues repeat one, with another code. */
export function organisationColour(colour: number): number {
  return Number.isInteger(colour) ? ((colour % HUES) + HUES) % HUES : 0;
}
