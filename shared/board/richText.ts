/** Rich text as plain data: the shape that the editor, the plan and the search all read. */

/** What a result's list item says of itself (`docs/board-spec.md`, T4). Absent means given. */
export type ItemStatus = 'given' | 'toBeDetermined' | 'notApplicable' | 'awaitingSubsidy';

export const ITEM_STATUSES = ['given', 'toBeDetermined', 'notApplicable', 'awaitingSubsidy'] as const;

export interface TextSpan {
  readonly type: 'text';
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** Address of a link: http, https or mailto. */
  readonly href?: string;
}

export interface HardBreak {
  readonly type: 'hardBreak';
}

export type Inline = TextSpan | HardBreak;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly content: readonly Inline[];
}

export interface ListItem {
  readonly type: 'listItem';
  readonly status?: ItemStatus;
  /** ISO date before which a result that is to be determined is filled in. */
  readonly due?: string;
  /** Organisation that determines it. */
  readonly who?: string;
  readonly content: readonly Block[];
}

export interface List {
  readonly type: 'bulletList' | 'orderedList';
  readonly content: readonly ListItem[];
}

export type Block = Paragraph | List;

/** A text field's content. An empty array is blank. */
export type RichText = readonly Block[];

/** A paragraph of plain text. */
export function paragraph(text: string): Paragraph {
  return { type: 'paragraph', content: text === '' ? [] : [{ type: 'text', text }] };
}

/** A bulleted list of plain lines. */
export function bulletList(lines: readonly string[]): List {
  return {
    type: 'bulletList',
    content: lines.map((line) => ({ type: 'listItem', content: [paragraph(line)] })),
  };
}

function inlineText(content: readonly Inline[]): string {
  return content.map((node) => (node.type === 'text' ? node.text : '\n')).join('');
}

function blockLines(block: Block): string[] {
  if (block.type === 'paragraph') return [inlineText(block.content)];
  return block.content.flatMap((item) => item.content.flatMap(blockLines));
}

/** The words of a rich text, one line for each paragraph. */
export function plainText(text: RichText): string {
  return text.flatMap(blockLines).join('\n');
}

/** True when there is not a word in it and no list item that states something. */
export function isBlank(text: RichText | undefined): boolean {
  if (!text) return true;
  return text.every((block) =>
    block.type === 'paragraph'
      ? inlineText(block.content).trim() === ''
      : block.content.every((item) => (item.status ?? 'given') === 'given' && isBlank(item.content)),
  );
}

/**
 * The statuses of a year's results, one for each top-level list item or loose paragraph that says something,
 * in order. Nested items belong to their parent. Source: Deventer 2024-2025, table cells.
 */
export function resultStatuses(text: RichText | undefined): ItemStatus[] {
  return (text ?? []).flatMap((block): ItemStatus[] => {
    if (block.type === 'paragraph') return isBlank([block]) ? [] : ['given'];
    return block.content
      .filter((item) => item.status !== undefined || !isBlank(item.content))
      .map((item) => item.status ?? 'given');
  });
}
