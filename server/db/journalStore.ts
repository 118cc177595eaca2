import type { JournalEntry } from './journal.ts';

/** Rows that are stored together or not at all. */
export type JournalBatch = readonly JournalEntry[];

/** Why a batch can never be stored: its board is gone, its generation is over, the rows are wrong, or we are closing. */
export type JournalRefusalCode = 'unknownBoard' | 'otherGeneration' | 'invalid' | 'overloaded' | 'closed';

export class JournalRefusal extends Error {
  readonly code: JournalRefusalCode;

  constructor(code: JournalRefusalCode, cause?: unknown) {
    super(`The journal refused: ${code}`, { cause });
    this.name = 'JournalRefusal';
    this.code = code;
  }
}

/** What became of one batch of a group that was committed. */
export type BatchOutcome =
  | { readonly sequences: readonly number[] }
  | { readonly refused: 'unknownBoard' | 'otherGeneration' };

/** Batches that go into one commit. */
export interface JournalGroup {
  readonly batches: readonly JournalBatch[];
  /**
   * Time written in every row of the group, ISO, and no other group's. It stays the same at each try: with board,
   * document and update it tells whether an earlier try whose outcome is unknown was stored after all.
   */
  readonly at: string;
  /** True when an earlier try may have been stored. */
  readonly retry: boolean;
}

/** Thrown by a store. A `lasting` failure comes from the rows themselves; any other may pass. */
export class JournalStoreError extends Error {
  readonly lasting: boolean;

  constructor(message: string, lasting: boolean, cause?: unknown) {
    super(message, { cause });
    this.name = 'JournalStoreError';
    this.lasting = lasting;
  }
}

/** A database as the journal sees it. One call of `commit` at a time. */
export interface JournalStore {
  /**
   * Stores a group in one transaction; resolves when it is on the disk. A group without rows changes nothing, yet writes
   * to the disk: a full or read-only one must say so. Throws {@link JournalStoreError}.
   */
  readonly commit: (group: JournalGroup) => Promise<BatchOutcome[]>;
  readonly close: () => Promise<void>;
}
