import { isBoardActionAllowed } from '../../shared/access/boardActions.ts';
import type { BoardSettings } from '../../shared/access/boardSettings.ts';
import { type DocumentAccess, documentAccess, type Participant } from '../../shared/access/documentAccess.ts';
import type { Mode } from '../../shared/access/roles.ts';
import { type DocumentRef, ownerOf } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';

/** What decides, beside the person, what may be done with a board's documents. */
export interface BoardState {
  readonly mode: Mode | 'closed';
  readonly settings: BoardSettings;
  readonly generation: number;
  readonly schema: number;
  /** Organisations that have a document on the board. */
  readonly parties: readonly Id[];
}

/** Where rights come from: the database's rows. */
export interface RightsSource {
  readonly boardState: (boardId: Id) => Promise<BoardState | undefined>;
  readonly participantOf: (boardId: Id, userId: Id) => Promise<Participant | undefined>;
}

/** Access to one document; `none` too where the document does not exist, so that a refusal tells nothing. */
export function accessTo(
  board: BoardState | undefined,
  participant: Participant | undefined,
  ref: DocumentRef,
): DocumentAccess {
  if (!board) return 'none';
  const owner = ownerOf(ref);
  if (owner !== undefined && !board.parties.includes(owner)) return 'none';
  return documentAccess(participant, ref, board.mode, board.settings);
}

/** Whether this person may put cards and outcomes in the trash, where they may write (N3). */
export function archivesOn(board: BoardState, participant: Participant): boolean {
  return isBoardActionAllowed('archive', participant, board.settings);
}

/**
 * Counts the changes of each board's rights, so that who reads them for a new document can see that they changed
 * meanwhile.
 */
export class RightsEpochs {
  readonly #epochs = new Map<Id, number>();

  of(boardId: Id): number {
    return this.#epochs.get(boardId) ?? 0;
  }

  raise(boardId: Id): number {
    const next = this.of(boardId) + 1;
    this.#epochs.set(boardId, next);
    return next;
  }
}
