import { type Activity, type Board, isLive, type Outcome } from '../board/board.ts';
import { type DocumentRef, documentOf, ownerOf } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import { LIMITS } from '../board/limits.ts';
import { isLiveOutcome } from '../board/outcomeTree.ts';
import { type Collection, type CommandContext, type Fields, type Patch, type Refusal, refuse } from './command.ts';

/** The questions that most commands ask first; each gives a refusal or undefined. */

export function refuseWrite(context: CommandContext, document: DocumentRef): Refusal | undefined {
  const code = context.writeRefusal(document);
  if (code === undefined) return undefined;
  return refuse(code, ownerOf(document));
}

/** For what goes into the trash itself; a link or an entry of a list is not that. */
export function refuseArchive(context: CommandContext): Refusal | undefined {
  return context.mayArchive() ? undefined : refuse('archiveNotAllowed');
}

/** Permission first, existence second: who may not write learns nothing of what is there. */
export function refuseChange(context: CommandContext, activity: Activity | undefined): Refusal | undefined {
  if (!activity) return refuse('unknownRecord');
  return refuseWrite(context, documentOf(activity)) ?? (isLive(activity) ? undefined : refuse('inTrash'));
}

export function refuseTitle(title: string): Refusal | undefined {
  if (title.trim() === '') return refuse('titleEmpty');
  return title.trim().length > LIMITS.title ? refuse('titleTooLong') : undefined;
}

/** One line: control characters and line breaks become spaces. */
export function cleanTitle(title: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the purpose
  return title.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ').trim();
}

/** Refuses an outcome that cards cannot be put at. */
export function refuseOutcome(board: Board, outcomeId: Id): Refusal | undefined {
  if (!board.outcomes.has(outcomeId)) return refuse('unknownRecord');
  return isLiveOutcome(board.outcomes, outcomeId) ? undefined : refuse('outcomeInTrash');
}

/** An outcome that is there and not in the trash itself, or the refusal. */
export function liveOutcome(board: Board, id: Id): Outcome | Refusal {
  const outcome = board.outcomes.get(id);
  if (!outcome) return refuse('unknownRecord');
  return isLive(outcome) ? outcome : refuse('inTrash');
}

export function isRefusal<T extends object>(value: T | Refusal): value is Refusal {
  return 'ok' in value && value.ok === false;
}

/** A patch that makes a record; its inverse puts it in the trash rather than removing it. */
export function making(collection: Collection, id: string, after: Fields, now: string): Patch {
  return { collection, id, before: { archivedAt: now }, after: { ...after, archivedAt: undefined } };
}

/** A patch of the fields in `after`, given what the record holds now. */
export function changing(collection: Collection, id: string, before: Fields, after: Fields): Patch {
  const keys = Object.keys(after);
  return { collection, id, before: Object.fromEntries(keys.map((key) => [key, before[key]])), after };
}
