import type { DocumentRef } from '../../shared/board/documentRef.ts';
import { invert, type Patch } from '../../shared/commands/command.ts';

/** One step of a person's own: what to write to go back. */
export interface UndoStep {
  readonly document: DocumentRef;
  readonly inverse: readonly Patch[];
}

/** A person's own steps, for one board and as long as the page lives. */
export interface UndoStack {
  readonly done: readonly UndoStep[];
  readonly undone: readonly UndoStep[];
}

/** Older steps are forgotten: nobody goes back further in one sitting. */
const MOST = 200;

export const NOTHING_DONE: UndoStack = { done: [], undone: [] };

/** A new command: what was undone before it can no longer be redone. */
export function pushDone(stack: UndoStack, document: DocumentRef, patches: readonly Patch[]): UndoStack {
  if (patches.every((patch) => Object.keys(patch.after).length === 0)) return stack;
  return { done: [...stack.done, { document, inverse: invert(patches) }].slice(-MOST), undone: [] };
}

export type Direction = 'undo' | 'redo';

/** The step that would be taken. */
export function nextStep(stack: UndoStack, direction: Direction): UndoStep | undefined {
  return (direction === 'undo' ? stack.done : stack.undone).at(-1);
}

/** After the step was written: it can be taken the other way. */
export function stepTaken(stack: UndoStack, direction: Direction): UndoStack {
  const step = nextStep(stack, direction);
  if (!step) return stack;
  const back: UndoStep = { document: step.document, inverse: invert(step.inverse) };
  return direction === 'undo'
    ? { done: stack.done.slice(0, -1), undone: [...stack.undone, back] }
    : { done: [...stack.done, back], undone: stack.undone.slice(0, -1) };
}

/** Where others changed all of it since, the step is of no use any more. */
export function stepDropped(stack: UndoStack, direction: Direction): UndoStack {
  return direction === 'undo'
    ? { ...stack, done: stack.done.slice(0, -1) }
    : { ...stack, undone: stack.undone.slice(0, -1) };
}
