import * as Y from 'yjs';
import type { Json } from '../board/json.ts';
import { isSameValue } from '../board/sameValue.ts';
import type { Collection, Patch } from '../commands/command.ts';

/** Why a transaction was made; every transaction of the product carries one. */
export type Origin =
  | { readonly kind: 'command' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'repair' }
  | { readonly kind: 'service'; readonly service: string };

export const COMMAND: Origin = { kind: 'command' };
const UNDO: Origin = { kind: 'undo' };

function recordOf(doc: Y.Doc, collection: Collection, id: string): Y.Map<unknown> | undefined {
  const record = doc.getMap(collection).get(id);
  return record instanceof Y.Map ? record : undefined;
}

function setFields(record: Y.Map<unknown>, fields: readonly (readonly [string, Json | undefined])[]): void {
  for (const [field, value] of fields) {
    if (value === undefined) {
      if (record.has(field)) record.delete(field);
    } else if (!isSameValue(record.get(field), value)) record.set(field, value);
  }
}

/** Writes a command's patches in one transaction. Fields that already hold their value are left alone. */
export function applyPatches(doc: Y.Doc, patches: readonly Patch[], origin: Origin): void {
  doc.transact(() => {
    for (const patch of patches) {
      const known = recordOf(doc, patch.collection, patch.id);
      const fields = Object.entries(patch.after);
      if (known) setFields(known, fields);
      // A new record goes into the document whole, so that no replica ever sees half of it.
      else doc.getMap(patch.collection).set(patch.id, new Y.Map(fields.filter(([, value]) => value !== undefined)));
    }
  }, origin);
}

/**
 * Writes the inverse of an earlier command, only where a field still holds what that command wrote
 * (`docs/board-spec.md`, U1). Gives the number of fields that were written.
 */
export function applyInverse(doc: Y.Doc, inverse: readonly Patch[]): number {
  let written = 0;
  doc.transact(() => {
    for (const patch of inverse) {
      const record = recordOf(doc, patch.collection, patch.id);
      // What went to another place is not changed behind one's back: it is late there, or read by nobody.
      if (!record || record.has('movedTo') || record.has('mergedInto')) continue;
      const mine = Object.entries(patch.after).filter(([field]) => isSameValue(record.get(field), patch.before[field]));
      written += mine.length;
      setFields(record, mine);
    }
  }, UNDO);
  return written;
}
