import type { Activity, Board, Link } from '../board/board.ts';
import { documentOf } from '../board/documentRef.ts';
import { homeOf, liveLinks, siblingsAt } from '../board/home.ts';
import { type Id, pairId } from '../board/ids.ts';
import { keysFor } from '../board/order.ts';
import { type Command, type Patch, refuse } from './command.ts';
import { changing, refuseChange, refuseOutcome } from './guards.ts';

export interface MoveActivity {
  readonly activityId: Id;
  /** Where the showing that is moved stands; absent: at home. A showing elsewhere is a link, and the link moves. */
  readonly fromId?: Id | undefined;
  readonly toId: Id;
  /** The card that follows it there; absent: at the end. */
  readonly beforeId?: Id | undefined;
}

function linkPatch(activity: Activity, outcomeId: Id, link: Link | undefined, key: string, now: string): Patch {
  // The inverse of a link that is made here is the trash.
  const before = { key: link?.key, archivedAt: link ? link.archivedAt : now };
  return changing('links', pairId(activity.id, outcomeId), before, { key, archivedAt: undefined });
}

function removeLinks(board: Board, activity: Activity, outcomeIds: readonly (Id | undefined)[], now: string): Patch[] {
  return liveLinks(board.outcomes, activity)
    .filter((link) => outcomeIds.includes(link.outcomeId))
    .map((link) => changing('links', link.id, { archivedAt: undefined }, { archivedAt: now }));
}

/** Moves a card, or one of its further showings, to an outcome and a spot there (K3, K4). */
export const moveActivity: Command<MoveActivity> = (board, args, context) => {
  const activity = board.activities.get(args.activityId);
  const refusal = refuseChange(context, activity) ?? refuseOutcome(board, args.toId);
  if (refusal || !activity) return refusal ?? refuse('unknownRecord');
  const home = homeOf(board.outcomes, activity);
  const [key = ''] = keysFor(siblingsAt(board, args.toId, activity.id), args.beforeId, 1, context.random);
  const document = documentOf(activity);
  const accepted = (patches: readonly Patch[]) => ({ ok: true, document, id: activity.id, patches }) as const;
  const fromId = args.fromId ?? home;

  if (fromId === home) {
    const place = changing(
      'activities',
      activity.id,
      { place: activity.place && { ...activity.place } },
      { place: { outcomeId: args.toId, key } },
    );
    // A home by link would stay visible at the old spot; a link to the new home would say the same twice.
    const gone = home === args.toId ? [args.toId] : [home, args.toId];
    return accepted([place, ...removeLinks(board, activity, gone, context.now)]);
  }
  const moved = liveLinks(board.outcomes, activity).find((link) => link.outcomeId === fromId);
  if (!moved) return refuse('unknownRecord');
  if (args.toId === home) return refuse('isHome');
  const target = activity.links.find((link) => link.outcomeId === args.toId);
  if (args.toId === fromId) return accepted([linkPatch(activity, args.toId, target, key, context.now)]);
  return accepted([
    linkPatch(activity, args.toId, target, key, context.now),
    ...removeLinks(board, activity, [fromId], context.now),
  ]);
};
