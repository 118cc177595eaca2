/** Spreads `total` over `parts`, a little unevenly, as on real boards; always the same for the same numbers. */
function spread(total: number, parts: number): number[] {
  const weights = Array.from({ length: parts }, (_, index) => 1 + ((index * 7 + parts * 3) % 5) / 4);
  const sum = weights.reduce((a, b) => a + b, 0);
  let reached = 0;
  let given = 0;
  return weights.map((weight) => {
    reached += weight;
    const upTo = Math.round((total * reached) / sum);
    const share = upTo - given;
    given = upTo;
    return share;
  });
}

/** The first organisation has most cards, as a municipality has; the others share the rest. */
function hue(card: number, hues: number): number {
  const even = ((card * 2_654_435_761) % 2 ** 32) / 2 ** 32;
  return Math.floor(even ** 1.5 * hues);
}

/** For each column its sections, for each section the organisation's colour of each card. */
export function sketchColumns(numbers: {
  readonly columns: number;
  readonly sections: number;
  readonly activities: number;
  readonly organisations: number;
}): number[][][] {
  const { columns, sections, activities, organisations } = numbers;
  if (columns === 0) return [[[]], [[]], [[]]];
  const perColumn = spread(Math.max(sections, columns), columns).map((count) => Math.max(count, 1));
  const perSection = spread(
    activities,
    perColumn.reduce((a, b) => a + b, 0),
  );
  let section = 0;
  let card = 0;
  return perColumn.map((count) =>
    Array.from({ length: count }, () => {
      const cards = Array.from({ length: perSection[section] ?? 0 }, () => {
        card += 1;
        return organisations <= 1 ? 0 : hue(card, Math.min(organisations, 8));
      });
      section += 1;
      return cards;
    }),
  );
}
