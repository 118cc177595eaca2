/** Bullets, check boxes and numbers that come along from a document: "• ", "- ", "2.1 ", "3) ", "b. ". */
const BULLET = /^[-–—*•·▪◦‣☐✓]+\s+/u;
/** A number alone may belong to the words ("18 jaar en ouder"); with a dot, a bracket or a tab it is a list's. */
const NUMBER = /^\(?(?:\d+(?:\.\d+)+[.)]?\s+|\d+[.)]\s+|\d+\t|[a-z][.)]\s+)/iu;

/** The titles in pasted text: one for each line that says something, without bullets and numbers. */
export function pastedTitles(text: string): string[] {
  return text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.trim().replace(BULLET, '').replace(NUMBER, ''))
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '');
}
