import * as Y from 'yjs';
import {
  type Block,
  type Inline,
  ITEM_STATUSES,
  type ListItem,
  type RichText,
  type TextSpan,
} from '../board/richText.ts';

/** Rich text as the editor stores it (Tiptap's node names), to and from plain data. Reading tolerates everything. */

/** Deeper lists are read as if they stood at this depth: a guard against documents made to exhaust the stack. */
const MAX_DEPTH = 12;

type Attributes = { readonly [name: string]: unknown };

/** Marks that may overlap themselves are stored as `name--hash`. */
function markNames(attributes: Attributes): { [name: string]: unknown } {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name.split('--')[0] ?? name, value]));
}

function readSpan(text: string, attributes: Attributes): TextSpan {
  const marks = markNames(attributes);
  const link = marks['link'];
  const href = typeof link === 'object' && link !== null && 'href' in link ? link.href : undefined;
  const isSafe = typeof href === 'string' && /^(https?:|mailto:)/i.test(href);
  return {
    type: 'text',
    text,
    ...(marks['bold'] ? { bold: true as const } : {}),
    ...(marks['italic'] ? { italic: true as const } : {}),
    ...(isSafe ? { href } : {}),
  };
}

function readInline(node: Y.XmlElement | Y.XmlText | Y.XmlHook): Inline[] {
  if (node instanceof Y.XmlText) {
    const delta: { insert?: unknown; attributes?: Attributes }[] = node.toDelta();
    return delta.flatMap((part) =>
      typeof part.insert === 'string' ? [readSpan(part.insert, part.attributes ?? {})] : [],
    );
  }
  if (node instanceof Y.XmlElement && node.nodeName === 'hardBreak') return [{ type: 'hardBreak' }];
  return [];
}

function readItem(node: Y.XmlElement, depth: number): ListItem {
  const status = ITEM_STATUSES.find((known) => known === node.getAttribute('status'));
  const due = node.getAttribute('due');
  const who = node.getAttribute('who');
  return {
    type: 'listItem',
    ...(status && status !== 'given' ? { status } : {}),
    ...(typeof due === 'string' && due !== '' ? { due } : {}),
    ...(typeof who === 'string' && who !== '' ? { who } : {}),
    content: readBlocks(node.toArray(), depth + 1),
  };
}

type Nodes = readonly (Y.XmlElement | Y.XmlText | Y.XmlHook)[];

function readBlocks(nodes: Nodes, depth: number): Block[] {
  const blocks: Block[] = [];
  let loose: Inline[] = [];
  const flush = (): void => {
    if (loose.length > 0) blocks.push({ type: 'paragraph', content: loose });
    loose = [];
  };
  for (const node of nodes) {
    if (!(node instanceof Y.XmlElement) || node.nodeName === 'hardBreak') {
      loose.push(...readInline(node));
      continue;
    }
    flush();
    if (node.nodeName === 'paragraph') blocks.push({ type: 'paragraph', content: node.toArray().flatMap(readInline) });
    else if (depth >= MAX_DEPTH) blocks.push({ type: 'paragraph', content: [] });
    else if (node.nodeName === 'bulletList' || node.nodeName === 'orderedList') {
      const items = node.toArray().filter((child) => child instanceof Y.XmlElement);
      blocks.push({ type: node.nodeName, content: items.map((item) => readItem(item, depth)) });
    } else blocks.push(...readBlocks(node.toArray(), depth + 1));
  }
  flush();
  return blocks;
}

/** Reads a fragment. An empty one gives an empty array. */
export function readFragment(fragment: Y.XmlFragment): RichText {
  return readNodes(fragment.toArray());
}

/** Reads some of a fragment's nodes. */
export function readNodes(nodes: Nodes): RichText {
  return readBlocks(nodes, 0);
}

function attributesOf(span: TextSpan): { [mark: string]: Attributes } {
  return {
    ...(span.bold ? { bold: {} } : {}),
    ...(span.italic ? { italic: {} } : {}),
    ...(span.href ? { link: { href: span.href } } : {}),
  };
}

function writeInline(content: readonly Inline[]): (Y.XmlElement | Y.XmlText)[] {
  const nodes: (Y.XmlElement | Y.XmlText)[] = [];
  let spans: TextSpan[] = [];
  const flush = (): void => {
    if (spans.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(spans.map((span) => ({ insert: span.text, attributes: attributesOf(span) })));
    nodes.push(text);
    spans = [];
  };
  for (const node of content) {
    if (node.type === 'text') spans.push(node);
    else {
      flush();
      nodes.push(new Y.XmlElement('hardBreak'));
    }
  }
  flush();
  return nodes;
}

function writeItem(item: ListItem): Y.XmlElement {
  const element = new Y.XmlElement('listItem');
  if (item.status) element.setAttribute('status', item.status);
  if (item.due) element.setAttribute('due', item.due);
  if (item.who) element.setAttribute('who', item.who);
  element.insert(0, item.content.map(writeBlock));
  return element;
}

function writeBlock(block: Block): Y.XmlElement {
  const element = new Y.XmlElement(block.type);
  element.insert(0, block.type === 'paragraph' ? writeInline(block.content) : block.content.map(writeItem));
  return element;
}

/** Writes rich text at the end of a fragment, in the caller's transaction. */
export function writeFragment(fragment: Y.XmlFragment, text: RichText): void {
  fragment.insert(fragment.length, text.map(writeBlock));
}
