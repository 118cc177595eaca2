import type { DocumentRef } from '../../shared/board/documentRef.ts';
import type { Patch } from '../../shared/commands/command.ts';

/** One step of a person's own: what to write to go back. */
export interface UndoStep {
  readonly document: DocumentRef;
  readonly inverse: readonly Patch[];
  /** State of the document after the step, where going back takes a record off the board (a Yjs state vector). */
  readonly seen?: Uint8Array;
}

/** True where writing these patches takes a record off the board. */
export function takesOff(patches: readonly Patch[]): boolean {
  return patches.some(({ after }) => typeof after['archivedAt'] === 'string');
}

/** What may be kept from the trash on a board; links and entries of lists may not. */
export function isCardOrOutcome({ collection }: Patch): boolean {
  return collection === 'activities' || collection === 'outcomes';
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
export function pushDone(stack: UndoStack, step: UndoStep): UndoStack {
  if (step.inverse.every((patch) => Object.keys(patch.before).length === 0)) return stack;
  return { done: [...stack.done, step].slice(-MOST), undone: [] };
}

export type Direction = 'undo' | 'redo';

/** The step that would be taken. */
export function nextStep(stack: UndoStack, direction: Direction): UndoStep | undefined {
  return (direction === 'undo' ? stack.done : stack.undone).at(-1);
}

/** After the step was written: `back` takes it the other way. */
export function stepTaken(stack: UndoStack, direction: Direction, back: UndoStep): UndoStack {
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
