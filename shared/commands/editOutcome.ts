import type { OutcomeKind } from '../board/board.ts';
import { FRAME } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import type { Command, Fields } from './command.ts';
import { changing, cleanTitle, isRefusal, liveOutcome, refuseTitle, refuseWrite } from './guards.ts';

export interface EditOutcome {
  readonly outcomeId: Id;
  readonly title?: string | undefined;
  readonly kind?: OutcomeKind | undefined;
}

/** Changes an outcome's plain fields (C6). */
export const editOutcome: Command<EditOutcome> = (board, args, context) => {
  const title = args.title === undefined ? undefined : cleanTitle(args.title);
  const refusal = refuseWrite(context, FRAME) ?? (title === undefined ? undefined : refuseTitle(title));
  if (refusal) return refusal;
  const outcome = liveOutcome(board, args.outcomeId);
  if (isRefusal(outcome)) return outcome;
  const after: { [field: string]: Fields[string] } = {};
  if (title !== undefined && title !== outcome.title) after['title'] = title;
  if (args.kind !== undefined && args.kind !== outcome.kind) after['kind'] = args.kind;
  const patch = changing('outcomes', outcome.id, { title: outcome.title, kind: outcome.kind }, after);
  return { ok: true, document: FRAME, id: outcome.id, patches: [patch] };
};
