import * as Y from 'yjs';
import { readFragment, writeFragment } from '../../shared/doc/richTextFragment.ts';

const LISTS = ['bulletList', 'orderedList'];
const MARKS = ['bold', 'italic', 'link'];

function isKnownText(text: Y.XmlText): boolean {
  const delta: { insert?: unknown; attributes?: Record<string, unknown> }[] = text.toDelta();
  return delta.every(
    (part) =>
      typeof part.insert === 'string' && Object.keys(part.attributes ?? {}).every((mark) => MARKS.includes(mark)),
  );
}

function isKnownInline(node: unknown): boolean {
  if (node instanceof Y.XmlText) return isKnownText(node);
  return node instanceof Y.XmlElement && node.nodeName === 'hardBreak';
}

function isKnownItem(node: unknown): boolean {
  if (!(node instanceof Y.XmlElement) || node.nodeName !== 'listItem') return false;
  // An empty item that states something would go; an empty one that states nothing may.
  return node.length > 0 ? node.toArray().every(isKnownBlock) : node.getAttribute('status') === undefined;
}

function isKnownBlock(node: unknown): boolean {
  if (!(node instanceof Y.XmlElement)) return false;
  if (node.nodeName === 'paragraph') return node.toArray().every(isKnownInline);
  return LISTS.includes(node.nodeName) && node.toArray().every(isKnownItem);
}

/**
 * True when the editor can show everything in this text. What it cannot show it would delete from the document for
 * everyone: other programs, and later versions, may write more than this one knows.
 */
export function isEditable(fragment: Y.XmlFragment): boolean {
  return fragment.toArray().every(isKnownBlock);
}

/** Origin of the transaction in which a person turns a text that has more into one that this editor knows. */
const SIMPLIFY = { type: 'simplify' } as const;

/** Rewrites a text as this version reads it: every word stays, unknown markup goes. */
export function simplify(fragment: Y.XmlFragment): void {
  const rewrite = () => {
    const text = readFragment(fragment);
    fragment.delete(0, fragment.length);
    writeFragment(fragment, text);
  };
  if (fragment.doc) fragment.doc.transact(rewrite, SIMPLIFY);
  else rewrite();
}
