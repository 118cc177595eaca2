/** What is known of a column before it is drawn. */
export interface ColumnSize {
  readonly titleLength: number;
  readonly sectionTitleLengths: readonly number[];
  readonly cardTitleLengths: readonly number[];
}

export interface FitLayout {
  readonly perRow: number;
  /** Share of the height for each row of columns. */
  readonly rowShares: readonly number[];
  /** Everything is expected to show without scrolling. */
  readonly fits: boolean;
}

/** Below this a column is no longer read from the back of a hall. */
const MIN_WIDTH = 168;
const GAP = 10;
/** Mean width of a letter of the small card title, and the heights that its line and a card's furniture take. */
const LETTER = 6.9;
const LINE = 17;
const CARD = 34;
const HEAD = 34;
const SECTION = 14;

function lines(length: number, width: number): number {
  return Math.max(1, Math.ceil((length * LETTER) / Math.max(width, 40)));
}

function heightOf(column: ColumnSize, width: number): number {
  const text = width - 44;
  const head = HEAD + lines(column.titleLength, text) * LINE;
  const sections = column.sectionTitleLengths.reduce((sum, length) => sum + SECTION + lines(length, text) * LINE, 0);
  return column.cardTitleLengths.reduce((sum, length) => sum + CARD + lines(length, text) * LINE, head + sections);
}

/**
 * How many columns beside one another show the whole board with the least scrolling; at equal need the widest columns.
 * An estimate from the lengths of the titles, in pixels: nothing has to be drawn to know it.
 */
export function fitLayout(columns: readonly ColumnSize[], width: number, height: number): FitLayout {
  if (columns.length === 0) return { perRow: 1, rowShares: [1], fits: true };
  const most = Math.max(1, Math.min(columns.length, Math.floor((width + GAP) / (MIN_WIDTH + GAP))));
  let best: (FitLayout & { readonly need: number }) | undefined;
  for (let perRow = 1; perRow <= most; perRow += 1) {
    const each = (width - GAP * (perRow - 1)) / perRow;
    const rows: number[] = [];
    for (let start = 0; start < columns.length; start += perRow) {
      rows.push(Math.max(...columns.slice(start, start + perRow).map((column) => heightOf(column, each))));
    }
    const need = rows.reduce((sum, row) => sum + row, GAP * (rows.length - 1));
    const rowShares = rows.map((row) => row / Math.max(1, need));
    const candidate = { perRow, rowShares, fits: need <= height, need };
    const better = !best || (best.fits ? false : need < best.need);
    if (better) best = candidate;
  }
  return { perRow: best?.perRow ?? 1, rowShares: best?.rowShares ?? [1], fits: best?.fits ?? false };
}
