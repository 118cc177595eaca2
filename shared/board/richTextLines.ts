import type { Block, ListItem, Paragraph, RichText } from './richText.ts';
import { plainText } from './richText.ts';

export interface TextLine {
  readonly words: string;
  /** The list item of which it is the first line. */
  readonly item?: ListItem;
}

function linesOf(block: Block): TextLine[] {
  if (block.type === 'paragraph') return [{ words: plainText([block]) }];
  return block.content.flatMap((item) => {
    const [first, ...rest] = item.content;
    const own: readonly Paragraph[] = first?.type === 'paragraph' ? [first] : [];
    const inside = own.length > 0 ? rest : item.content;
    return [{ words: plainText(own), item }, ...inside.flatMap(linesOf)];
  });
}

/** A text line by line, each list item with what it states. */
export function richTextLines(text: RichText): TextLine[] {
  return text.flatMap(linesOf);
}
