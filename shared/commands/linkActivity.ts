import { documentOf } from '../board/documentRef.ts';
import { homeOf, liveLinks, siblingsAt } from '../board/home.ts';
import { type Id, pairId } from '../board/ids.ts';
import { keysFor } from '../board/order.ts';
import { type Command, refuse } from './command.ts';
import { changing, refuseChange, refuseOutcome } from './guards.ts';

export interface LinkActivity {
  readonly activityId: Id;
  readonly outcomeId: Id;
}

/** Lets a card contribute to a further outcome: it is shown there too and stays one card (K5). */
export const linkActivity: Command<LinkActivity> = (board, args, context) => {
  const activity = board.activities.get(args.activityId);
  const refusal = refuseChange(context, activity) ?? refuseOutcome(board, args.outcomeId);
  if (refusal || !activity) return refusal ?? refuse('unknownRecord');
  if (homeOf(board.outcomes, activity) === args.outcomeId) return refuse('isHome');
  const link = activity.links.find((candidate) => candidate.outcomeId === args.outcomeId);
  if (link && link.archivedAt === undefined) return refuse('alreadyLinked');
  const [key = ''] = keysFor(siblingsAt(board, args.outcomeId, activity.id), undefined, 1, context.random);
  const before = { key: link?.key, archivedAt: link ? link.archivedAt : context.now };
  const patch = changing('links', pairId(activity.id, args.outcomeId), before, { key, archivedAt: undefined });
  return { ok: true, document: documentOf(activity), id: activity.id, patches: [patch] };
};

/** Ends a card's contribution to a further outcome (K6). */
export const unlinkActivity: Command<LinkActivity> = (board, args, context) => {
  const activity = board.activities.get(args.activityId);
  const refusal = refuseChange(context, activity);
  if (refusal || !activity) return refusal ?? refuse('unknownRecord');
  const link = liveLinks(board.outcomes, activity).find((candidate) => candidate.outcomeId === args.outcomeId);
  if (!link) return refuse('unknownRecord');
  const patch = changing('links', link.id, { archivedAt: undefined }, { archivedAt: context.now });
  return { ok: true, document: documentOf(activity), id: activity.id, patches: [patch] };
};
