import * as Y from 'yjs';
import { ItemsOf } from './itemsOf.ts';

type Struct = Y.Item | Y.GC | Y.Skip;
type AnyType = NonNullable<ReturnType<Y.Doc['share']['get']>>;

/** Steps from item to item; Yjs takes as many in some tens of milliseconds. */
const MOST_STEPS = 300_000;

/** Items of one update that want to stand right behind the same item, or first in the same type or under the same key. */
interface Place {
  /** Of these, those that did not stand right before the one that came last here: Yjs looks for where each belongs. */
  strays: number;
  last: Y.Item | undefined;
  /** Items of the document that stand there already. */
  standing: number;
}

/**
 * Whether finding each item's place would take too long. For every item Yjs goes through those that were put at the
 * same place by others; people who write at the same time are few, but an update that is made for it holds tens of
 * thousands, and 20,000 under one key held up everyone for a second and a half, 100,000 for minutes.
 * @param structs of an update that fits into the document; each client's in ascending order
 */
export function isTooCostly(doc: Y.Doc, structs: readonly Struct[]): boolean {
  const items = structs.filter((struct) => struct instanceof Y.Item);
  const known = new ItemsOf(doc, items);
  const places = new Map<string, Place>();
  const keys = placesOf(items, known);
  // Few updates have any that came in from elsewhere.
  let sizes: ReadonlyMap<Y.Item, number> | undefined;
  let steps = 0;
  for (const item of items) {
    const key = keys.get(item) ?? '';
    const place = places.get(key) ?? { strays: 0, last: undefined, standing: 0 };
    places.set(key, place);
    const { rightOrigin } = item;
    const isNext = place.last !== undefined && rightOrigin !== null && Y.compareIDs(rightOrigin, place.last.id);
    if (!isNext) {
      place.strays += 1;
      place.standing = Math.max(place.standing, standingAt(doc, item, known, MOST_STEPS - steps));
    }
    place.last = item;
    steps += place.standing;
    // The first saw what stood there.
    if (place.strays > 1) {
      sizes ??= sizesAround(items, known, keys);
      steps += place.strays + (sizes.get(item) ?? 0);
    }
    if (steps >= MOST_STEPS) return true;
  }
  return false;
}

function keyOf({ client, clock }: Y.ID): string {
  return `${client}:${clock}`;
}

/** Names the place of each item: two that want to stand at the same have the same. */
function placesOf(items: readonly Y.Item[], known: ItemsOf): ReadonlyMap<Y.Item, string> {
  const starts = new Map<Y.Item, string>();
  return new Map(items.map((item) => [item, item.origin ? keyOf(item.origin) : startAround(item, known, starts)]));
}

/** The type in which an item stands, and under which key. It may say only which item stands beside it: that one knows. */
function startAround(item: Y.Item, known: ItemsOf, starts: Map<Y.Item, string>): string {
  const path: Y.Item[] = [];
  let at: Y.Item | undefined = item;
  let start: string | undefined;
  while (at && start === undefined) {
    path.push(at);
    const beside: Y.ID | null = at.origin ?? at.rightOrigin;
    start = starts.get(at) ?? named(at);
    at = beside ? known.find(beside) : undefined;
  }
  for (const each of path) starts.set(each, start ?? '');
  return start ?? '';
}

function named({ parent, parentSub }: Pick<Y.Item, 'parent' | 'parentSub'>): string | undefined {
  if (typeof parent === 'string') return startOf(parent, parentSub);
  if (parent instanceof Y.ID) return startOf(keyOf(parent), parentSub);
  if (!(parent instanceof Y.AbstractType)) return undefined;
  return startOf(parent._item ? keyOf(parent._item.id) : Y.findRootTypeKey(parent), parentSub);
}

function startOf(type: string, key: string | null): string {
  return key === null ? `in ${type}` : `under ${key} of ${type}`;
}

/**
 * How many items stand at an item's place, with all that the update puts behind them: Yjs may have to pass them.
 */
function sizesAround(
  items: readonly Y.Item[],
  known: ItemsOf,
  keys: ReadonlyMap<Y.Item, string>,
): ReadonlyMap<Y.Item, number> {
  const around = new Map<Y.Item, string>();
  for (const item of items) {
    const path: Y.Item[] = [];
    let at: Y.Item | undefined = item;
    let last = item;
    while (at && !around.has(at)) {
      last = at;
      path.push(at);
      at = at.origin ? known.inUpdate(at.origin) : undefined;
    }
    const key = (at && around.get(at)) ?? keys.get(last) ?? '';
    for (const each of path) around.set(each, key);
  }
  const sizes = new Map<string, number>();
  for (const key of around.values()) sizes.set(key, (sizes.get(key) ?? 0) + 1);
  return new Map(items.map((item) => [item, sizes.get(around.get(item) ?? '') ?? 0]));
}

/** How many items of the document stand where this one wants to, up to a limit. */
function standingAt(doc: Y.Doc, item: Y.Item, known: ItemsOf, limit: number): number {
  const { origin, rightOrigin } = item;
  const right = rightOrigin ? known.inDocument(rightOrigin) : undefined;
  let at: Y.Item | null | undefined;
  let isLeftward = false;
  if (origin) at = known.inDocument(origin)?.right;
  else {
    const type = typeAround(doc, item, right, known);
    const key = right ? right.parentSub : item.parentSub;
    isLeftward = key !== null;
    at = key === null ? type?._start : type?._map.get(key);
  }
  let count = 0;
  for (; at && at !== right && count < limit; at = isLeftward ? at.left : at.right) count += 1;
  return count;
}

function typeAround(
  doc: Y.Doc,
  { parent }: { readonly parent: unknown },
  right: Y.Item | undefined,
  known: ItemsOf,
): AnyType | undefined {
  if (typeof parent === 'string') return doc.share.get(parent);
  if (!(parent instanceof Y.ID)) return right?.parent instanceof Y.AbstractType ? right.parent : undefined;
  const content = known.inDocument(parent)?.content;
  return content instanceof Y.ContentType ? content.type : undefined;
}
