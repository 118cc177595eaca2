import { isLive } from '../board/board.ts';
import { FRAME } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import { columnAbove, isLiveOutcome } from '../board/outcomeTree.ts';
import { type Command, refuse } from './command.ts';
import { changing, isRefusal, liveOutcome, refuseArchive, refuseWrite } from './guards.ts';

export interface ArchiveOutcome {
  readonly outcomeId: Id;
}

/** Puts an outcome in the trash (C8). Only its own mark changes: cards and sections keep their places. */
export const archiveOutcome: Command<ArchiveOutcome> = (board, args, context) => {
  const refusal = refuseWrite(context, FRAME) ?? refuseArchive(context);
  if (refusal) return refusal;
  const outcome = liveOutcome(board, args.outcomeId);
  if (isRefusal(outcome)) return outcome;
  const patch = changing('outcomes', outcome.id, { archivedAt: undefined }, { archivedAt: context.now });
  return { ok: true, document: FRAME, id: outcome.id, patches: [patch] };
};

/** Takes an outcome out of the trash, with the cards that had their place there (C9). */
export const restoreOutcome: Command<ArchiveOutcome> = (board, args, context) => {
  const refusal = refuseWrite(context, FRAME);
  if (refusal) return refusal;
  const outcome = board.outcomes.get(args.outcomeId);
  if (!outcome || isLive(outcome)) return refuse('unknownRecord');
  const column = columnAbove(board.outcomes, outcome);
  if (column && !isLiveOutcome(board.outcomes, column.id)) return refuse('outcomeInTrash');
  const patch = changing('outcomes', outcome.id, { archivedAt: outcome.archivedAt }, { archivedAt: undefined });
  return { ok: true, document: FRAME, id: outcome.id, patches: [patch] };
};
