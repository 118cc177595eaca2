import type { HistogramValue } from '../histogram.ts';

/** One update of one document, to be stored before it is applied or acknowledged. */
export interface JournalEntry {
  readonly boardId: string;
  /** `frame` or `party/<organisationId>`. */
  readonly document: string;
  /** The board's generation to which the update belongs; another one is refused. */
  readonly generation: number;
  /** A Yjs update, V1. */
  readonly update: Uint8Array;
  /** Null where the server itself writes. */
  readonly authorId: string | null;
  /** The board's schema from this row on, set in the same transaction; absent, or lower than it is: it stays. */
  readonly schema?: number;
}

/** `failing`: the store takes nothing at this moment, so nothing is acknowledged; rows wait and are tried again. */
export type JournalState = 'healthy' | 'failing';

/** What the journal did since the start, for metrics. */
export interface JournalCounters {
  readonly commits: number;
  readonly rows: number;
  readonly failedCommits: number;
  /** What is not on the disk yet, at this moment. */
  readonly waitingRows: number;
  readonly waitingBytes: number;
  /** Rows per commit that succeeded, and the seconds that it took, its failed tries included. */
  readonly commitRows: HistogramValue;
  readonly commitSeconds: HistogramValue;
}

/**
 * The one writer of the journal in this process. It gives each board's sequence numbers: no gaps, in commit order.
 * Never append inside an open transaction of the same board: the commit would wait for it.
 */
export interface Journal {
  /**
   * Stores one update; resolves when it is on the disk. While the store fails it waits.
   * Rejects with {@link JournalRefusal} when it cannot ever be stored.
   */
  readonly append: (entry: JournalEntry) => Promise<{ readonly sequence: number }>;
  /** Stores several updates in one transaction, all or none. Rejects as `append` does. */
  readonly appendTogether: (entries: readonly JournalEntry[]) => Promise<{ readonly sequences: readonly number[] }>;
  readonly state: () => JournalState;
  /** Calls the listener at each change of state; gives a function that stops it. */
  readonly onState: (listener: (state: JournalState) => void) => () => void;
  readonly counters: () => JournalCounters;
  /** Has the store write something, after what waits: resolves when it takes rows. Rejects when it is being closed. */
  readonly probe: () => Promise<void>;
  /** Takes nothing new, stores what waits (for at most `withinMs`, 2.5 s where nothing is said) and closes. */
  readonly close: (withinMs?: number) => Promise<void>;
}
