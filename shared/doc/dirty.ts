import * as Y from 'yjs';

/** What one transaction touched: ids in root maps, and names of root fragments. */
export interface Dirty {
  readonly records: ReadonlyMap<string, ReadonlySet<string>>;
  readonly fragments: ReadonlySet<string>;
}

type AnyType = Y.AbstractType<Y.YEvent<Y.AbstractType<unknown>>>;

function rootOf(type: AnyType): { root: unknown; key: string | null } {
  let current: unknown = type;
  let key: string | null = null;
  while (current instanceof Y.AbstractType && current._item) {
    key = current._item.parentSub;
    current = current._item.parent;
  }
  return { root: current, key };
}

/** Finds what a transaction touched, for any mixture of record fields, whole records and texts. */
export function dirtyOf(transaction: Y.Transaction, isCollection: (name: string) => boolean): Dirty {
  const records = new Map<string, Set<string>>();
  const fragments = new Set<string>();
  const names = new Map<unknown, string>();
  for (const [name, type] of transaction.doc.share) names.set(type, name);
  for (const [type, keys] of transaction.changed) {
    const { root, key } = rootOf(type);
    const name = names.get(root);
    if (name === undefined) continue;
    if (!isCollection(name)) {
      fragments.add(name);
      continue;
    }
    const ids = records.get(name) ?? new Set<string>();
    records.set(name, ids);
    for (const id of key === null ? keys : [key]) if (id !== null) ids.add(id);
  }
  return { records, fragments };
}
