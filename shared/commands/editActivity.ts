import { documentOf } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import { type Command, type Fields, refuse } from './command.ts';
import { changing, cleanTitle, refuseChange, refuseTitle } from './guards.ts';

export interface EditActivity {
  readonly activityId: Id;
  readonly title?: string | undefined;
  /** The organisation that directs it; null: none. */
  readonly leadId?: Id | null | undefined;
}

/** Changes a card's plain fields (K2). A title that a person gives is no longer derived. */
export const editActivity: Command<EditActivity> = (board, args, context) => {
  const activity = board.activities.get(args.activityId);
  const title = args.title === undefined ? undefined : cleanTitle(args.title);
  const refusal = refuseChange(context, activity) ?? (title === undefined ? undefined : refuseTitle(title));
  if (refusal || !activity) return refusal ?? refuse('unknownRecord');
  if (args.leadId && !board.organisations.has(args.leadId)) return refuse('unknownRecord');
  const after: { [field: string]: Fields[string] } = {};
  if (title !== undefined && title !== activity.title) {
    after['title'] = title;
    if (activity.titleDerived) after['titleDerived'] = undefined;
  }
  if (args.leadId !== undefined) after['lead'] = args.leadId ?? undefined;
  const { title: oldTitle, titleDerived, lead } = activity;
  const patch = changing('activities', activity.id, { title: oldTitle, titleDerived, lead }, after);
  return { ok: true, document: documentOf(activity), id: activity.id, patches: [patch] };
};
