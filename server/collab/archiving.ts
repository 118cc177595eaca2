import * as Y from 'yjs';
import { ItemsOf } from './itemsOf.ts';
import type { Struct } from './updateVerdict.ts';

/** Root maps of which a record goes into the trash by its mark. */
const IN_TRASH = ['activities', 'outcomes'] as const;
const MARK = 'archivedAt';

type Find = (id: Y.ID) => Y.Item | undefined;

/** Where an item stands: the type it is in, and under which key. */
interface Standing {
  /** A type, the name of a root of an update, or the id of the item whose type it is; null where nobody knows. */
  readonly parent: unknown;
  readonly key: string | null;
}

const NOWHERE: Standing = { parent: null, key: null };

/**
 * Whether an update puts a card or an outcome in the trash: it writes text under the mark of such a record. Taking the
 * mark away deletes, and writes nothing.
 * @param structs of an update that fits into the document; each client's in ascending order
 */
export function putsInTrash(doc: Y.Doc, structs: readonly Struct[]): boolean {
  const items = structs.filter((struct) => struct instanceof Y.Item);
  const known = new ItemsOf(doc, items);
  const find: Find = (id) => known.find(id);
  const standings = new Map<Y.Item, Standing>();
  return items.some((item) => {
    if (!isText(item.content)) return false;
    const { parent, key } = standingOf(item, find, standings);
    return key === MARK && isRecord(parent, doc, find, standings);
  });
}

/** As a reader sees it: the last value counts, and an empty text is no mark. */
function isText(content: Y.Item['content']): boolean {
  const value: unknown = content.getContent().at(-1);
  return typeof value === 'string' && value !== '';
}

/**
 * An update leaves out where an item stands that has a neighbour: it stands where that one does. What was found on the
 * way is remembered, so that each item is gone through once.
 */
function standingOf(item: Y.Item, find: Find, standings: Map<Y.Item, Standing>): Standing {
  const path: Y.Item[] = [];
  let at: Y.Item | undefined = item;
  let found: Standing | undefined;
  while (at && !found) {
    found = standings.get(at);
    if (found) break;
    path.push(at);
    const parent: unknown = at.parent;
    if (parent !== null) found = { parent, key: at.parentSub };
    else {
      const beside: Y.ID | null = at.origin ?? at.rightOrigin;
      at = beside ? find(beside) : undefined;
    }
  }
  const standing = found ?? NOWHERE;
  for (const passed of path) standings.set(passed, standing);
  return standing;
}

/** Whether this is a record directly in one of the root maps. */
function isRecord(parent: unknown, doc: Y.Doc, find: Find, standings: Map<Y.Item, Standing>): boolean {
  const holder = parent instanceof Y.AbstractType ? parent._item : parent instanceof Y.ID ? find(parent) : undefined;
  if (!holder) return false;
  const { parent: root } = standingOf(holder, find, standings);
  return IN_TRASH.some((name) => root === name || (root !== null && root === doc.share.get(name)));
}
