const MAX = 90;

/** A title from the first means: cut at a word, so that with its ellipsis it has at most 90 characters. */
export function titleFromMeans(means: string): string {
  const text = means.trim();
  if (text.length <= MAX) return text.replace(/[.;]$/, '');
  const cut = text.slice(0, MAX);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > 0 ? space : MAX - 1).replace(/[\s,.;:–-]+$/, '')}…`;
}
