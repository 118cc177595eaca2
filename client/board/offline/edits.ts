import * as Y from 'yjs';
import type { RestartReason } from '../restartReason.ts';
import { joinWaiting, NOTHING_WAITING, type Waiting } from '../waiting.ts';
import type { History, KeptEdit } from './records.ts';

/** How long something may wait for the server and still be merged without a word: seven days. */
const TOO_OLD = 7 * 24 * 60 * 60 * 1_000;

/** True when what was written then is no longer merged in silence. */
export function isTooOld(at: number, now: number): boolean {
  return now - at > TOO_OLD;
}

/** Why these edits may not be merged into the board as it is now; undefined when they may. */
export function mergeRefusal(edits: readonly KeptEdit[], present: History, now: number): RestartReason | undefined {
  if (edits.some((edit) => edit.schema !== present.schema)) return 'newer-server';
  if (edits.some((edit) => edit.generation !== present.generation)) return 'older-generation';
  return edits.some((edit) => isTooOld(edit.at, now)) ? 'too-old' : undefined;
}

/** What waits in these edits together. */
export function waitingIn(edits: Iterable<{ readonly waiting: Waiting }>): Waiting {
  let waiting = NOTHING_WAITING;
  for (const edit of edits) waiting = joinWaiting(waiting, edit.waiting);
  return waiting;
}

/**
 * One edit in place of many of one document; undefined where there is nothing to gain, or where they belong to
 * different histories. It gets an id of its own: a tab that holds some of the parts has not got the whole.
 */
export function mergeEdits(edits: readonly KeptEdit[], id: string): KeptEdit | undefined {
  const [oldest] = edits;
  if (!oldest || edits.length < 2) return undefined;
  const isAlike = (edit: KeptEdit): boolean =>
    edit.document === oldest.document && edit.generation === oldest.generation && edit.schema === oldest.schema;
  if (!edits.every(isAlike)) return undefined;
  return {
    ...oldest,
    id,
    first: firstOf(edits) ?? oldest.first,
    covers: edits.flatMap((edit) => [edit.id, ...edit.covers]),
    at: Math.min(...edits.map((edit) => edit.at)),
    update: Y.mergeUpdates(edits.map((edit) => edit.update)),
    waiting: waitingIn(edits),
  };
}

/** The earliest id in them: by it two tabs know that they set the same thing aside. */
export function firstOf(edits: Iterable<{ readonly first: string }>): string | undefined {
  return [...edits].map((edit) => edit.first).sort()[0];
}

let count = 0;
const PAGE = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join(
  '',
);

/** An id by which edits sort in the order in which they were written. */
export function editId(now: number): string {
  count += 1;
  return `${String(now).padStart(15, '0')}-${PAGE}-${String(count).padStart(8, '0')}`;
}
