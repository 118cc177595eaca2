import { FRAME } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import { keysFor } from '../board/order.ts';
import { outcomeTree } from '../board/outcomeTree.ts';
import { outcomeSiblings, refuseParent } from './addOutcomes.ts';
import { type Command, refuse } from './command.ts';
import { changing, isRefusal, liveOutcome, refuseWrite } from './guards.ts';

export interface MoveOutcome {
  readonly outcomeId: Id;
  /** The column to stand in as a section; absent: it becomes, or stays, a column. */
  readonly parentId?: Id | undefined;
  readonly beforeId?: Id | undefined;
}

/** Reorders an outcome, makes a column a section, or a section a column (C7). A column with sections stays one. */
export const moveOutcome: Command<MoveOutcome> = (board, args, context) => {
  const refusal = refuseWrite(context, FRAME);
  if (refusal) return refusal;
  const outcome = liveOutcome(board, args.outcomeId);
  if (isRefusal(outcome)) return outcome;
  const { parentId } = args;
  if (parentId !== undefined) {
    const column = outcomeTree(board.outcomes).columns.find((candidate) => candidate.outcome.id === outcome.id);
    const wrong =
      (parentId === outcome.id ? refuse('nestedTooDeep') : undefined) ??
      refuseParent(board, parentId) ??
      (column && column.sections.length > 0 ? refuse('hasSections') : undefined);
    if (wrong) return wrong;
  }
  const [key = ''] = keysFor(outcomeSiblings(board, parentId, outcome.id), args.beforeId, 1, context.random);
  const place = parentId === undefined ? { key } : { parentId, key };
  const moved = changing('outcomes', outcome.id, { place: { ...outcome.place } }, { place });
  // Sections of it that are in the trash go along, or they would come back too deep.
  const inside = [...board.outcomes.values()].filter((other) => other.place.parentId === outcome.id);
  const along = (parentId === undefined ? [] : inside).map((section) =>
    changing('outcomes', section.id, { place: { ...section.place } }, { place: { ...place, key: section.place.key } }),
  );
  return { ok: true, document: FRAME, id: outcome.id, patches: [moved, ...along] };
};
