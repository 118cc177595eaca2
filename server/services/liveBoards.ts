import type { Board } from '../../shared/board/board.ts';
import type { DocumentRef } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';

/** What the services need of the live documents; `server/collab` gives it. */
export interface LiveBoards {
  /**
   * Journals these updates of one board's documents in one database transaction, then applies and sends them.
   * The board's row must be there. Throws `Problem` `storeUnavailable` when nothing was written, `boardTooNew` for a
   * board of a later schema than this version's.
   * @param edits update (Yjs V1) by document key: `frame`, `party/<organisationId>` or `draft/<organisationId>`
   * @param authorId null where the server itself writes
   * @param schema that of the board from these updates on; absent: it stays
   */
  readonly write: (
    boardId: Id,
    edits: ReadonlyMap<string, Uint8Array>,
    authorId: Id | null,
    schema?: number,
  ) => Promise<void>;
  /** A document's whole state now, as one update (Yjs V1); that of an empty document where it was never written. */
  readonly readDocument: (boardId: Id, documentKey: string) => Promise<Uint8Array>;
  /**
   * The board as these documents have it now, without the texts of its cards. Read where they are in memory, one after
   * the other, so that it holds up nobody for long; undefined when one of them is not in memory.
   */
  readonly readRecords: (boardId: Id, refs: readonly DocumentRef[]) => Promise<Board | undefined>;
  /** Whether the document is in memory: someone has it open, or had it just now. */
  readonly isInMemory: (boardId: Id, ref: DocumentRef) => boolean;
  /** People, roles, mode or closing changed: rights are read again from the rows for everyone who is connected. */
  readonly accessChanged: (boardId: Id) => void;
  /** Title, people or documents changed: tells everyone who is connected to fetch the board's details again. */
  readonly boardChanged: (boardId: Id) => void;
  /** Closes the connections that came in with this session. */
  readonly sessionEnded: (sessionKey: string) => void;
  /** Closes the connections of a person, whichever session they came in with. */
  readonly userSignedOut: (userId: Id) => void;
  /** Boards to which someone is connected now. */
  readonly openBoards: () => readonly Id[];
}
