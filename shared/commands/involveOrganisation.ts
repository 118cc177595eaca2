import type { InvolvementRole } from '../board/board.ts';
import { documentOf } from '../board/documentRef.ts';
import { type Id, pairId } from '../board/ids.ts';
import { type Command, refuse } from './command.ts';
import { changing, refuseChange } from './guards.ts';

export interface InvolveOrganisation {
  readonly activityId: Id;
  readonly organisationId: Id;
  /** null: no longer involved. */
  readonly role: InvolvementRole | null;
}

/** Says how an organisation takes part in an activity, or that it no longer does (K7). */
export const involveOrganisation: Command<InvolveOrganisation> = (board, args, context) => {
  const activity = board.activities.get(args.activityId);
  const refusal = refuseChange(context, activity);
  if (refusal || !activity) return refusal ?? refuse('unknownRecord');
  if (!board.organisations.has(args.organisationId)) return refuse('unknownRecord');
  const known = activity.involvements.find((candidate) => candidate.organisationId === args.organisationId);
  if (!known && args.role === null) return refuse('unknownRecord');
  const id = pairId(activity.id, args.organisationId);
  const before = { role: known?.role, archivedAt: known ? known.archivedAt : context.now };
  const after = args.role === null ? { archivedAt: context.now } : { role: args.role, archivedAt: undefined };
  return {
    ok: true,
    document: documentOf(activity),
    id: activity.id,
    patches: [changing('involvements', id, before, after)],
  };
};
