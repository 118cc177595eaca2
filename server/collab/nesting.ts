import * as Y from 'yjs';
import { ItemsOf } from './itemsOf.ts';

/** Levels of Yjs types in each other: a list in a list takes two, and Yjs deletes them by recursion. */
const DEEPEST_TYPE = 200;
/** Levels of plain values in each other: browsers and the engine read, write and compare them by recursion. */
const DEEPEST_VALUE = 100;

type Struct = Y.Item | Y.GC | Y.Skip;

/**
 * Whether an update nests deeper than anything that people make. Yjs takes such an update, and runs out of stack when
 * it is deleted or read: in this process after it was journalled, or in the browsers of everyone on the board.
 * @param structs of an update that fits into the document; each client's in ascending order
 */
export function isTooDeep(doc: Y.Doc, structs: readonly Struct[]): boolean {
  const items = structs.filter((struct) => struct instanceof Y.Item);
  return items.some(({ content }) => hasDeepValue(content)) || hasDeepType(doc, items);
}

function hasDeepValue(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return isDeep(content.arr);
  if (content instanceof Y.ContentEmbed) return isDeep(content.embed);
  if (content instanceof Y.ContentFormat) return isDeep(content.value);
  return content instanceof Y.ContentDoc && isDeep(content.opts);
}

/** Without recursion, which is what it protects from. */
function isDeep(value: unknown): boolean {
  let level: object[] = isContainer(value) ? [value] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST_VALUE) return true;
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array);
}

function hasDeepType(doc: Y.Doc, items: readonly Y.Item[]): boolean {
  const types = items.filter(({ content }) => content instanceof Y.ContentType);
  if (types.length === 0) return false;
  const known = new ItemsOf(doc, items);
  const find = (id: Y.ID): Y.Item | undefined => known.find(id);
  const depths = new Map<Y.Item, number>();
  return types.some((item) => depthOf(item, find, depths) > DEEPEST_TYPE);
}

/**
 * Number of types around an item. Follows the parents, and the neighbours of which it has the parent; what was found
 * on the way is remembered, so that each item is gone through once.
 */
function depthOf(item: Y.Item, find: (id: Y.ID) => Y.Item | undefined, depths: Map<Y.Item, number>): number {
  const path: { readonly item: Y.Item; readonly deeper: 0 | 1 }[] = [];
  let at: Y.Item | undefined = item;
  while (at && !depths.has(at)) {
    const current: Y.Item = at;
    const parent: unknown = current.parent;
    // Of an item in the document the parent is the type itself.
    const above: Y.Item | null | undefined =
      parent instanceof Y.AbstractType ? parent._item : parent instanceof Y.ID ? find(parent) : undefined;
    const beside = parent === null ? (current.origin ?? current.rightOrigin) : null;
    path.push({ item: current, deeper: beside ? 0 : 1 });
    at = above ?? (beside ? find(beside) : undefined);
  }
  let depth = (at && depths.get(at)) ?? 0;
  for (const step of path.reverse()) {
    depth += step.deeper;
    depths.set(step.item, depth);
  }
  return depth;
}
