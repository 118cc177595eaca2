import { type Block, bulletList, type Paragraph, paragraph, type RichText } from '../board/richText.ts';

/** A paragraph in bold, as a heading within a text field. */
export function heading(text: string): Paragraph {
  return { type: 'paragraph', content: [{ type: 'text', text, bold: true }] };
}

/** A paragraph that says in bold what its text is about. */
export function labelled(label: string, text: string): Paragraph {
  return {
    type: 'paragraph',
    content: [
      { type: 'text', text: `${label}: `, bold: true },
      { type: 'text', text },
    ],
  };
}

/** A heading with a list under it; nothing where there are no lines. */
export function headedList(label: string, lines: readonly string[] = []): Block[] {
  return lines.length === 0 ? [] : [heading(label), bulletList(lines)];
}

/** A text of one paragraph; undefined where the source says nothing. */
export function textOf(text: string | undefined): RichText | undefined {
  return text === undefined ? undefined : [paragraph(text)];
}

/** A text of a bulleted list; undefined where there are no lines. */
export function listOf(lines: readonly string[] | undefined): RichText | undefined {
  return lines === undefined || lines.length === 0 ? undefined : [bulletList(lines)];
}

/** The blocks as a text field; undefined where there are none. */
export function fieldOf(blocks: readonly Block[]): RichText | undefined {
  return blocks.length === 0 ? undefined : blocks;
}
