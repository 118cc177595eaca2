import * as Y from 'yjs';
import type { Collection, Patch } from '../commands/command.ts';

/**
 * Which fields still hold what one person wrote last, by where it stands in the document's history: equal values of
 * others, and records that others made under the same id, are not that person's.
 */
export interface OwnWrites {
  /** Remembers the fields of patches that were just written. */
  readonly note: (documentKey: string, doc: Y.Doc, patches: readonly Patch[]) => void;
  /** True when nobody wrote the field since this person did. */
  readonly isMine: (documentKey: string, doc: Y.Doc, collection: Collection, id: string, field: string) => boolean;
}

function nameOf(item: Y.Item | null | undefined): string {
  // The last id stays when Yjs merges an item with those before it.
  return item ? `${item.lastId.client}.${item.lastId.clock}` : '';
}

/** Names the writing that a field holds now, its absence included; undefined when there is no such record. */
function standing(doc: Y.Doc, collection: Collection, id: string, field: string): string | undefined {
  const record = doc.getMap(collection).get(id);
  if (!(record instanceof Y.Map)) return undefined;
  const item = record._map.get(field);
  return `${nameOf(record._item)} ${nameOf(item)} ${item?.deleted ?? true}`;
}

export function ownWrites(): OwnWrites {
  const noted = new Map<string, string>();
  const keyOf = (...parts: readonly string[]): string => parts.join(' ');
  return {
    note: (documentKey, doc, patches) => {
      for (const { collection, id, after } of patches) {
        for (const field of Object.keys(after)) {
          const now = standing(doc, collection, id, field);
          if (now !== undefined) noted.set(keyOf(documentKey, collection, id, field), now);
        }
      }
    },
    isMine: (documentKey, doc, collection, id, field) => {
      const mine = noted.get(keyOf(documentKey, collection, id, field));
      return mine !== undefined && mine === standing(doc, collection, id, field);
    },
  };
}
