/** As one types it: without capitals and accents. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLocaleLowerCase('nl')
    .trim();
}

/** The options that hold what was typed; all of them when nothing was typed, or when it is one of them already. */
export function comboMatches<Option extends { readonly label: string }>(
  options: readonly Option[],
  typed: string,
): readonly Option[] {
  const wanted = plain(typed);
  if (wanted === '' || options.some((option) => plain(option.label) === wanted)) return options;
  return options.filter((option) => plain(option.label).includes(wanted));
}
