import type { Id } from '../../shared/board/ids.ts';

/** Something that should not be in a store. Codes of the board's invariants come as they are named there. */
export interface StoreFinding {
  /** Absent for what belongs to no board. */
  readonly boardId?: Id;
  readonly code: string;
  readonly document?: string;
  readonly sequence?: number;
  /** The record that an invariant is about. */
  readonly record?: string;
}
