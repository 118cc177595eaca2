import * as Y from 'yjs';
import type { RichText } from '../../shared/board/richText.ts';
import { readFragment } from '../../shared/doc/richTextFragment.ts';

type Known = ReadonlyMap<number, number>;
type Element = Y.XmlElement | Y.XmlText;

const isElement = (node: unknown): node is Element => node instanceof Y.XmlElement || node instanceof Y.XmlText;

/** True for what stands there and was never in the other document, whole or in part. */
function isNew(item: Y.Item, known: Known): boolean {
  if (item.deleted) return false;
  if (item.id.clock + item.length > (known.get(item.id.client) ?? 0)) return true;
  if (!(item.content instanceof Y.ContentType)) return false;
  const { _map, _start } = item.content.type;
  if ([..._map.values()].some((attribute) => isNew(attribute, known))) return true;
  for (let child = _start; child; child = child.right) if (isNew(child, known)) return true;
  return false;
}

function withNew(parent: Y.XmlFragment, known: Known): Element[] {
  return parent
    .toArray()
    .filter(isElement)
    .filter((node) => node._item && isNew(node._item, known))
    .map((node) => {
      if (!(node instanceof Y.XmlElement) || !node.nodeName.endsWith('List')) return node.clone() as Element;
      const list = new Y.XmlElement(node.nodeName);
      list.insert(0, withNew(node, known));
      return list;
    });
}

/**
 * The paragraphs and list items of a text that hold something which another document never had. The others stand there,
 * or were taken away by somebody: they are not this person's to bring back.
 */
export function ownText(fragment: Y.XmlFragment, other: Y.Doc | undefined): RichText {
  const known = other ? Y.decodeStateVector(Y.encodeStateVector(other)) : new Map<number, number>();
  const own = new Y.Doc().getXmlFragment();
  own.insert(0, withNew(fragment, known));
  return readFragment(own);
}
