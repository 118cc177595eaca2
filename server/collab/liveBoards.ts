import type { Id } from '../../shared/board/ids.ts';
import type { Metric } from '../metric.ts';
import type { LiveBoards } from '../services/liveBoards.ts';

/** The live documents as a whole: what the services need, and what the process needs to run them. */
export interface Collab extends LiveBoards {
  /** Closes every connection of a person. */
  readonly userSignedOut: (userId: Id) => void;
  /** The board got another generation: its connections are closed and its documents read again. */
  readonly boardRewritten: (boardId: Id) => void;
  /** The live server for `/metrics`. */
  readonly metrics: () => readonly Metric[];
  /** The same as plain numbers: counts by reason are added up, histograms left out. */
  readonly counters: () => Readonly<Record<string, number>>;
  /** Takes nothing new, journals what came, tells everyone to come back, and resolves within about 10 s. */
  readonly close: () => Promise<void>;
}
