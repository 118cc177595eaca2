/** How much a card says, from most to least: title and code, its title alone, or only a count for each section. */
export const DENSITIES = ['codes', 'titles', 'counts'] as const;
export type Density = (typeof DENSITIES)[number];

export interface FitLayout {
  readonly density: Density;
  /** Columns beside one another. */
  readonly perRow: number;
  /** Everything shows without scrolling. */
  readonly fits: boolean;
}

/** Below this a column is no longer read from the back of a hall. */
const MIN_WIDTH = 150;
const GAP = 10;
const MOST_ROWS = 4;

/** How many columns beside one another can be read, for one row of columns, two, three and four. */
function perRowChoices(columns: number, width: number): number[] {
  const most = Math.max(1, Math.floor((width + GAP) / (MIN_WIDTH + GAP)));
  const evenly = Array.from({ length: MOST_ROWS }, (_, rows) => Math.ceil(columns / (rows + 1)));
  const readable = evenly.filter((perRow) => perRow <= most);
  return readable.length > 0 ? [...new Set(readable)] : [most];
}

/**
 * The layout in which the cards say most while everything fits; where nothing fits, the one that needs least.
 * @param needOf height in pixels that the board takes in a layout; it draws, so it is asked as little as possible
 */
export function fitLayout(
  columns: number,
  width: number,
  height: number,
  needOf: (density: Density, perRow: number) => number,
): FitLayout {
  let least: { readonly perRow: number; readonly need: number } | undefined;
  const choices = perRowChoices(Math.max(1, columns), width);
  for (const density of DENSITIES) {
    least = undefined;
    for (const perRow of choices) {
      const need = needOf(density, perRow);
      if (need <= height) return { density, perRow, fits: true };
      if (!least || need < least.need) least = { perRow, need };
    }
  }
  return { density: 'counts', perRow: least?.perRow ?? 1, fits: false };
}
