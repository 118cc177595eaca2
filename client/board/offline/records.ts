import type { Id } from '../../../shared/board/ids.ts';
import type { BoardDetail, Session } from '../../../shared/protocol/api.ts';
import type { SetAside } from '../setAside.ts';
import type { Waiting } from '../waiting.ts';

/** What this device keeps for one person. Each shape is one object store of that person's database. */

/** With what a document's history began and how it is written: what differs in either may not be merged. */
export interface History {
  readonly generation: number;
  readonly schema: number;
}

/** A document as the server had it on disk. */
export interface KeptState extends History {
  readonly boardId: Id;
  /** Name on the wire. */
  readonly document: string;
  readonly state: Uint8Array;
}

/** Something the person wrote that the server has not acknowledged, as an update of Yjs V1. */
export interface KeptEdit extends History {
  readonly id: string;
  /** The earliest id of what was merged into it. */
  readonly first: string;
  /** Ids of what was merged into it, so that a tab that holds those counts nothing twice. */
  readonly covers: readonly string[];
  readonly boardId: Id;
  readonly document: string;
  /** Milliseconds since 1970 at which the oldest of it was written. */
  readonly at: number;
  readonly update: Uint8Array;
  readonly waiting: Waiting;
}

export interface KeptSetAside {
  readonly id: string;
  readonly boardId: Id;
  readonly entry: SetAside;
}

/** Everything that is kept of one board. */
export interface KeptBoard {
  readonly states: readonly KeptState[];
  /** In the order in which they were written. */
  readonly edits: readonly KeptEdit[];
  readonly setAside: readonly SetAside[];
}

export const NOTHING_KEPT: KeptBoard = { states: [], edits: [], setAside: [] };

/** What a screen needs of a person who was signed in: no address, no rights of an administrator. */
export function minimalSession({ user }: Session): Session {
  const { id, name, organisation, language, guest } = user;
  const kept = { id, name, organisation, language, email: '', administrator: false, ...(guest && { guest }) };
  return { user: kept, hasPassword: false };
}

/** What a board needs to be listed and opened. */
export function minimalDetail(detail: BoardDetail): BoardDetail {
  const { id, title, mode, role, organisation, closedAt, updatedAt, participants } = detail;
  const { isContact, settings, generation, schema, documents } = detail;
  return {
    id,
    title,
    mode,
    role,
    organisation,
    closedAt,
    updatedAt,
    participants,
    isContact,
    hats: [],
    settings,
    generation,
    schema,
    documents: documents.map((document) => ({ ...document })),
  };
}
