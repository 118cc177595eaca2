import * as Y from 'yjs';
import type { Id } from '../board/ids.ts';
import { activityIn, pairsIn, recordIn } from './activityRecord.ts';
import { copyActivity, type Held } from './copyActivity.ts';
import { leaveMark } from './departure.ts';

/** What a draft says of an activity now, in a document of its own: without links and involvements that were ended. */
function shareable({ key, owner, doc }: Held, id: Id): Held {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  for (const collection of ['links', 'involvements'] as const) {
    for (const pair of pairsIn(copy, collection, id)) {
      if (recordIn(copy, collection, pair)?.has('archivedAt')) copy.getMap(collection).delete(pair);
    }
  }
  return { key, owner, doc: copy };
}

/**
 * An activity goes from an organisation's draft to its party document, as it is now and without what it was before
 * (`docs/board-spec.md`, W4). A mark in the draft says so; what is written there afterwards is late.
 * @param salt nobody else knows it
 * @returns false when the draft has no such card, it is in the trash, or it was shared before
 */
export function shareDraft(source: Held, target: Held, id: Id, at: string, salt: string): boolean {
  const activity = activityIn(source.doc, source.owner, id);
  if (!activity || activity.movedTo || activity.archivedAt !== undefined) return false;
  copyActivity(shareable(source, id), target, id, at);
  leaveMark(source, id, { movedTo: target.key, salt }, at);
  return true;
}
