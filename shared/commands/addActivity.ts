import { documentOf } from '../board/documentRef.ts';
import { siblingsAt } from '../board/home.ts';
import type { Id } from '../board/ids.ts';
import { keysFor } from '../board/order.ts';
import { type Command, refuse } from './command.ts';
import { cleanTitle, making, refuseOutcome, refuseTitle, refuseWrite } from './guards.ts';

export interface AddActivity {
  readonly title: string;
  /** Absent: under "Nog zonder opbrengst". */
  readonly outcomeId?: Id | undefined;
  /** The card that follows it; absent: at the end. */
  readonly beforeId?: Id | undefined;
  /** The organisation that owns it; absent: the actor's own. */
  readonly ownerId?: Id | undefined;
  /** Into the organisation's draft, which it alone reads. */
  readonly draft?: true | undefined;
}

/** Adds a card to the document of its owner (`docs/board-spec.md`, K1), or to its owner's draft (W3). */
export const addActivity: Command<AddActivity> = (board, args, context) => {
  const ownerId = args.ownerId ?? context.organisationId;
  const document = documentOf({ owner: ownerId, ...(args.draft && { draft: true }) });
  const title = cleanTitle(args.title);
  const refusal =
    refuseWrite(context, document) ??
    (board.organisations.has(ownerId) ? undefined : refuse('unknownRecord')) ??
    refuseTitle(title) ??
    (args.outcomeId === undefined ? undefined : refuseOutcome(board, args.outcomeId));
  if (refusal) return refusal;
  const id = context.newId();
  if (args.outcomeId === undefined)
    return { ok: true, document, id, patches: [making('activities', id, { title }, context.now)] };
  const [key = ''] = keysFor(siblingsAt(board, args.outcomeId, id), args.beforeId, 1, context.random);
  const place = { outcomeId: args.outcomeId, key };
  return { ok: true, document, id, patches: [making('activities', id, { title, place }, context.now)] };
};
