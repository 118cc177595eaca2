import type { Board, OutcomeKind } from '../board/board.ts';
import { FRAME } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import { keysFor } from '../board/order.ts';
import { columnAbove, outcomeTree } from '../board/outcomeTree.ts';
import { type Command, type Refusal, refuse } from './command.ts';
import { cleanTitle, making, refuseOutcome, refuseTitle, refuseWrite } from './guards.ts';

export interface AddOutcomes {
  /** One for each new outcome; a pasted list gives several. */
  readonly titles: readonly string[];
  /** The column to add sections to; absent: columns are added. */
  readonly parentId?: Id | undefined;
  readonly beforeId?: Id | undefined;
  readonly kind?: OutcomeKind | undefined;
}

/** The outcomes that stand beside one another at the top or in one column, in order. */
export function outcomeSiblings(board: Board, parentId: Id | undefined, except?: Id): { id: Id; key: string }[] {
  const { columns } = outcomeTree(board.outcomes);
  const nodes =
    parentId === undefined ? columns : (columns.find(({ outcome }) => outcome.id === parentId)?.sections ?? []);
  return nodes
    .filter(({ outcome }) => outcome.id !== except)
    .map(({ outcome }) => ({ id: outcome.id, key: outcome.place.key }));
}

/** Refuses a parent that is no live column. */
export function refuseParent(board: Board, parentId: Id): Refusal | undefined {
  const parent = board.outcomes.get(parentId);
  const refusal = refuseOutcome(board, parentId);
  if (refusal || !parent) return refusal;
  return columnAbove(board.outcomes, parent) ? refuse('nestedTooDeep') : undefined;
}

/** Adds columns, or sections of a column (C5). */
export const addOutcomes: Command<AddOutcomes> = (board, args, context) => {
  const titles = args.titles.map(cleanTitle);
  const refusal =
    refuseWrite(context, FRAME) ??
    (titles.length === 0 ? refuse('titleEmpty') : undefined) ??
    titles.map(refuseTitle).find((found) => found !== undefined) ??
    (args.parentId === undefined ? undefined : refuseParent(board, args.parentId));
  if (refusal) return refusal;
  const keys = keysFor(outcomeSiblings(board, args.parentId), args.beforeId, titles.length, context.random);
  const kind: OutcomeKind = args.kind ?? 'outcome';
  const patches = titles.map((title, index) => {
    const key = keys[index] ?? '';
    const place = args.parentId === undefined ? { key } : { parentId: args.parentId, key };
    return making('outcomes', context.newId(), { title, kind, place }, context.now);
  });
  return { ok: true, document: FRAME, id: patches[0]?.id ?? '', patches };
};
