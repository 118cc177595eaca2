import type * as Y from 'yjs';
import type { DocumentRef } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { RefusalCode } from '../../shared/commands/command.ts';
import type { TextRef } from '../../shared/doc/layout.ts';
import type { BoardDetail } from '../../shared/protocol/api.ts';
import type { ApplyResult } from './applySetAside.ts';
import type { BoardStatus, EndReason } from './boardStatus.ts';
import type { BoardStore } from './boardStore.ts';
import type { CommandRunner, RaisedRefusal, UndoResult } from './commandRunner.ts';
import type { Emitter } from './emitter.ts';
import type { Observable } from './observable.ts';
import type { PresenceChannel } from './presenceChannel.ts';
import type { Connection, SaveState } from './saveState.ts';
import type { SetAside } from './setAside.ts';
import type { TitleOverwritten } from './titleWatch.ts';
import type { Direction } from './undoStack.ts';

/** A text field's fragment, for the editor. */
export interface LiveFragment {
  /** Changes when the document is started afresh: the editor then starts afresh too. */
  readonly key: string;
  readonly doc: Y.Doc;
  readonly fragment: Y.XmlFragment;
  readonly name: string;
  readonly writable: boolean;
  readonly refusal?: RefusalCode;
  readonly organisationId?: Id;
}

/** What happens once and is told once. */
export interface LiveBoardEvents {
  titleOverwritten: TitleOverwritten;
  refused: RaisedRefusal;
  undo: { readonly direction: Direction; readonly result: UndoResult };
  setAside: SetAside;
}

/** One open board: its documents, what may be done to it and what is known of its state. */
export interface LiveBoard {
  readonly id: Id;
  readonly detail: Observable<BoardDetail>;
  readonly store: BoardStore;
  readonly status: Observable<BoardStatus>;
  readonly connection: Observable<Connection>;
  readonly saved: Observable<SaveState>;
  /** Keys of the documents that are nearly as large as they may become. */
  readonly nearlyFull: Observable<readonly string[]>;
  /** What the server did not take and the person has not looked after. */
  readonly setAside: Observable<readonly SetAside[]>;
  readonly discardSetAside: (id: string) => void;
  /** Makes one change of an entry after all, as an edit of now; it then leaves the entry. */
  readonly applySetAside: (entryId: string, itemId: string) => ApplyResult;
  /** Raised whenever what may be written, or where, may have changed. */
  readonly revision: Observable<number>;
  readonly presence: PresenceChannel;
  readonly commands: CommandRunner;
  readonly events: Emitter<LiveBoardEvents>;
  /** Why this person may not write a document now; undefined when they may. */
  readonly writeRefusal: (ref: DocumentRef) => RefusalCode | undefined;
  /** The fragment of a text field; undefined while its document is not there. */
  readonly fragment: (ref: TextRef) => LiveFragment | undefined;
  /** Takes new details in place: mode, role, documents, generation. */
  readonly update: (detail: BoardDetail) => void;
  /** The details can no longer be had: the person is signed out or off the board. */
  readonly end: (reason: EndReason) => void;
  readonly close: () => void;
}
