import * as Y from 'yjs';

/** What one transaction touched: ids in root maps, and names of root fragments. */
export interface Dirty {
  readonly records: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of the fields of each of these records, by `collection/id`. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
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
  const fields = new Map<string, Set<string>>();
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
    for (const id of key === null ? keys : [key]) {
      if (id === null) continue;
      ids.add(id);
      // A record that was put in whole is changed in each of its fields.
      const record = key === null && type instanceof Y.Map ? type.get(id) : undefined;
      const own = fields.get(`${name}/${id}`) ?? new Set<string>();
      fields.set(`${name}/${id}`, own);
      for (const field of record instanceof Y.Map ? record.keys() : key === null ? [] : keys)
        if (field !== null) own.add(field);
    }
  }
  return { records, fields, fragments };
}
