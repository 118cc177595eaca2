import { type Connection, OutgoingMessage } from '@hocuspocus/server';
import type { Participant } from '../../shared/access/documentAccess.ts';
import type { DocumentRef } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { Lineage } from './bridge/lineage.ts';
import type { LiveSocket, SocketLink } from './liveSocket.ts';
import type { Turn } from './turns.ts';

/** A socket with the documents that it has open. */
export type CollabSocket = LiveSocket<DocumentLink>;

/** What the engine carries along with every document of a socket. */
export interface CollabContext {
  readonly socket: CollabSocket;
  /** Absent until the document is authenticated. */
  readonly link?: DocumentLink;
}

/** What someone may do with a document that they may read. */
export interface LinkRights {
  readonly access: 'write' | 'read';
  readonly mayArchive: boolean;
}

/** One document as one socket has it open, with what its user may do there now. */
export class DocumentLink implements SocketLink {
  readonly socket: CollabSocket;
  readonly documentName: string;
  readonly boardId: Id;
  readonly ref: DocumentRef;
  participant: Participant;
  /** Whether the user may put cards and outcomes in the trash where they may write. */
  mayArchive: boolean;
  /** Absent until the document is loaded. */
  connection: Connection<CollabContext> | undefined;
  /** The turn of the message that the engine handles now. */
  turn: Turn | undefined;
  /** Those of the messages that the engine has and that are not done. Absent while there are none: most links idle. */
  #turns: Set<Turn> | undefined;
  /** Absent for who named the generation, and at `/collab`. */
  readonly lineage: Lineage | undefined;
  /** True while an update goes from the journal into the document. */
  inFlight = false;
  #access: 'write' | 'read';
  #sentAccess: 'write' | 'read';
  #refused = false;

  constructor(
    socket: CollabSocket,
    document: { readonly name: string; readonly boardId: Id; readonly ref: DocumentRef },
    participant: Participant,
    { access, mayArchive }: LinkRights,
    lineage?: Lineage,
  ) {
    this.socket = socket;
    this.documentName = document.name;
    this.boardId = document.boardId;
    this.ref = document.ref;
    this.participant = participant;
    this.mayArchive = mayArchive;
    this.#access = access;
    this.#sentAccess = access;
    this.lineage = lineage;
  }

  /** False too after a refused edit, until the client opens the document afresh: what builds on it may not slip in. */
  get mayWrite(): boolean {
    return this.#access === 'write' && !this.#refused;
  }

  /** The engine tells the client that this edit was not taken; everything after it is refused as well. */
  refuse(): void {
    this.#refused = true;
    if (this.connection) this.connection.readOnly = true;
  }

  begun(turn: Turn): void {
    this.#turns ??= new Set();
    this.#turns.add(turn);
  }

  done(turn: Turn): void {
    this.#turns?.delete(turn);
    if (this.#turns?.size === 0) this.#turns = undefined;
  }

  /** Beside the message that is handled now others wait. */
  get hasMore(): boolean {
    return (this.#turns?.size ?? 0) > 1;
  }

  /** Nothing more of this link is handled: nobody may wait for it. */
  finishTurns(): void {
    for (const turn of [...(this.#turns ?? [])]) turn.finish();
  }

  /** The engine made its connection for this document, or handles its first message. */
  bind(connection: Connection<CollabContext>): void {
    if (this.connection) return;
    this.connection = connection;
    connection.readOnly = !this.mayWrite;
    this.#tell();
  }

  /** Changes what the user may do, in place. An update that is already in the journal is still applied. */
  setAccess({ access, mayArchive }: LinkRights, participant: Participant): void {
    this.participant = participant;
    this.mayArchive = mayArchive;
    this.#access = access;
    if (!this.inFlight && this.connection) this.connection.readOnly = !this.mayWrite;
    this.#tell();
  }

  /** After each message: an update may have been let through although rights went while it was being journalled. */
  settle(): void {
    this.inFlight = false;
    this.turn?.finish();
    this.turn = undefined;
    if (this.connection) this.connection.readOnly = !this.mayWrite;
  }

  #tell(): void {
    if (!this.connection || this.#sentAccess === this.#access) return;
    this.#sentAccess = this.#access;
    const message = new OutgoingMessage(this.connection.messageAddress).writeAuthenticated(this.#access !== 'write');
    this.connection.send(message.toUint8Array());
  }
}
