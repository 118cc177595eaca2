import * as Y from 'yjs';
import type { Activity } from '../board/board.ts';
import { party } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import type { Json } from '../board/json.ts';
import { isSameValue } from '../board/sameValue.ts';
import type { Collection } from '../commands/command.ts';
import { partyReader } from './partyReader.ts';

/** Records of one document as the services across documents read and write them. */

/** A record; undefined where there is none. */
export function recordIn(doc: Y.Doc, collection: Collection, id: string): Y.Map<unknown> | undefined {
  const record = doc.getMap(collection).get(id);
  return record instanceof Y.Map ? record : undefined;
}

/** What an activity's links or involvements are named in a document. */
export function pairsIn(doc: Y.Doc, collection: 'links' | 'involvements', activityId: Id): string[] {
  return [...doc.getMap(collection).keys()].filter((id) => id.startsWith(`${activityId}:`));
}

/** Names of the fragments of an activity in a document, those of fields that this version does not know among them. */
export function fragmentsIn(doc: Y.Doc, activityId: Id): string[] {
  return [...doc.share.keys()].filter((name) => name.startsWith(`activity:${activityId}:`));
}

/** An activity as it stands in one document, wherever it counts. */
export function activityIn(doc: Y.Doc, owner: Id, id: Id): Activity | undefined {
  return partyReader(doc, party(owner)).activities.get(id);
}

function copied(value: unknown): unknown {
  return value instanceof Y.AbstractType ? value.clone() : value;
}

/**
 * Gives a record exactly these fields; one that is not there is made.
 * @param keep fields that stay as they are
 */
export function putRecord(
  doc: Y.Doc,
  collection: Collection,
  id: string,
  fields: Iterable<readonly [string, unknown]>,
  keep: (field: string) => boolean = () => false,
): void {
  const wanted = new Map(fields);
  const record = recordIn(doc, collection, id);
  if (!record) {
    doc.getMap(collection).set(id, new Y.Map([...wanted].map(([field, value]) => [field, copied(value)] as const)));
    return;
  }
  for (const field of [...record.keys()]) if (!wanted.has(field) && !keep(field)) record.delete(field);
  for (const [field, value] of wanted) if (!isSameValue(record.get(field), value)) record.set(field, copied(value));
}

/** One step of where an activity comes from, oldest first, in the field `lineage` (`docs/board-spec.md`, X6). */
export interface LineageStep {
  readonly kind: 'handOver' | 'merge' | 'split' | 'undoMerge';
  readonly at: string;
  /** Key of the document from which it was handed over. */
  readonly document?: string;
  /** The activities from which, or into which. */
  readonly activities?: readonly { readonly id: Id; readonly owner: Id; readonly title: string }[];
}

const MOST_STEPS = 50;

/** Adds a step to an activity's lineage; the oldest go where there are very many. */
export function addLineage(doc: Y.Doc, id: Id, step: LineageStep): void {
  const record = recordIn(doc, 'activities', id);
  const known = record?.get('lineage');
  const steps: unknown[] = [...(Array.isArray(known) ? known : []), step];
  record?.set('lineage', steps.slice(-MOST_STEPS) as Json[]);
}
