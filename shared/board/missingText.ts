import { type Block, type Inline, isBlank, type ListItem, type RichText } from './richText.ts';

function sayInline(inline: Inline): string {
  if (inline.type === 'hardBreak') return '\n';
  return inline.href === undefined ? inline.text : `${inline.text}<${inline.href}>`;
}

/** What a block says: its words, addresses and statuses. Bold and italic say nothing. */
function say(block: Block): string {
  if (block.type === 'paragraph') return block.content.map(sayInline).join('').trim();
  return block.content.map(sayItem).join('\n');
}

function sayItem({ status = 'given', due = '', who = '', content }: ListItem): string {
  return `- ${status} ${due} ${who} ${content.map(say).join('\n')}`;
}

/** True when both say the same, however it is set. */
export function saysTheSame(one: RichText, other: RichText): boolean {
  const said = (text: RichText): string =>
    text
      .filter((block) => !isBlank([block]))
      .map(say)
      .join('\n');
  return said(one) === said(other);
}

/** What a text says, for each paragraph and each top-level list item. */
export function sayings(text: RichText): string[] {
  return text.flatMap((block) => (block.type === 'paragraph' ? [say(block)] : block.content.map(sayItem)));
}

/**
 * What `mine` says and `theirs` says nowhere: whole paragraphs, and list items in a list of their kind with what they
 * state. Each that stands twice in `mine` is missing once where it stands once in `theirs`.
 */
export function missingText(mine: RichText, theirs: RichText): RichText {
  return missingFrom(mine, sayings(theirs));
}

/**
 * The same, where of the other text only the names of what it says are known.
 * @param nameOf gives the name of a saying
 */
export function missingFrom(
  mine: RichText,
  names: readonly string[],
  nameOf: (words: string) => string = (words) => words,
): RichText {
  const there = new Map<string, number>();
  for (const name of names) there.set(name, (there.get(name) ?? 0) + 1);
  const isMissing = (words: string): boolean => {
    const name = nameOf(words);
    const count = there.get(name) ?? 0;
    there.set(name, count - 1);
    return count <= 0;
  };
  return mine.flatMap((block): Block[] => {
    if (isBlank([block])) return [];
    if (block.type === 'paragraph') return isMissing(say(block)) ? [block] : [];
    const content = block.content.filter((item) => isMissing(sayItem(item)));
    return content.length > 0 ? [{ ...block, content }] : [];
  });
}
