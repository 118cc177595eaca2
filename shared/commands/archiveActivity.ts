import { isLive } from '../board/board.ts';
import { documentOf } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import { type Command, refuse } from './command.ts';
import { changing, refuseArchive, refuseChange, refuseWrite } from './guards.ts';

export interface ArchiveActivity {
  readonly activityId: Id;
}

/** Puts a card in the trash (K8). Nothing of it changes but the mark. */
export const archiveActivity: Command<ArchiveActivity> = (board, args, context) => {
  const activity = board.activities.get(args.activityId);
  const refusal = refuseChange(context, activity) ?? refuseArchive(context);
  if (refusal || !activity) return refusal ?? refuse('unknownRecord');
  const patch = changing('activities', activity.id, { archivedAt: undefined }, { archivedAt: context.now });
  return { ok: true, document: documentOf(activity), id: activity.id, patches: [patch] };
};

/** Takes a card out of the trash, to where it stood (K9). */
export const restoreActivity: Command<ArchiveActivity> = (board, args, context) => {
  const activity = board.activities.get(args.activityId);
  if (!activity) return refuse('unknownRecord');
  const refusal = refuseWrite(context, documentOf(activity));
  if (refusal) return refusal;
  if (isLive(activity)) return refuse('unknownRecord');
  const patch = changing('activities', activity.id, { archivedAt: activity.archivedAt }, { archivedAt: undefined });
  return { ok: true, document: documentOf(activity), id: activity.id, patches: [patch] };
};
