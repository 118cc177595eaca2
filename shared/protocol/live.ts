import type { Id } from '../board/ids.ts';

/** What travels over `/collab` and `/yjs` beside Yjs updates. */

/** The provider's `token`, as JSON. A client that names none is taken to have started from nothing. */
export interface Handshake {
  readonly generation: number;
  readonly schema: number;
}

/** Why the server closes a socket or denies a document. The browser translates them (`shared/i18n`, `close.*`). */
export const CLOSE = {
  malformed: { code: 4400, reason: 'malformed' },
  signedOut: { code: 4401, reason: 'signed-out' },
  noAccess: { code: 4403, reason: 'no-access' },
  tooLarge: { code: 4413, reason: 'too-large' },
  tooMany: { code: 4429, reason: 'too-many' },
  restarting: { code: 4503, reason: 'restarting' },
  storeUnavailable: { code: 4507, reason: 'store-unavailable' },
} as const;

/**
 * Closes a program at `/yjs` whose edit was not taken: its protocol has no other word for that. A browser is told at
 * `/collab` without closing.
 */
export const EDIT_REFUSED = { code: 4405, reason: 'edit-refused' } as const;

/**
 * Closes a program at `/yjs` that names no generation and brings something of which nobody can know whether it is of the
 * board's present one. It comes back with a fresh document, or names the generation in its address.
 */
export const GENERATION_UNNAMED = { code: 4406, reason: 'generation-unnamed' } as const;

/** Reasons with which one document is denied while the socket stays. */
export const DENIED = {
  noAccess: 'no-access',
  olderGeneration: 'older-generation',
  newerServer: 'newer-server',
  olderServer: 'older-server',
  tooManyDocuments: 'too-many-documents',
} as const;
export type DeniedReason = (typeof DENIED)[keyof typeof DENIED];

/** Stateless messages from the server, on the frame's document, as JSON. */
export type ServerNotice =
  /** Title, mode, people or documents changed: fetch the board's details again. */
  | { readonly type: 'boardChanged' }
  /** The store fails: nothing is acknowledged until `storeRecovered`. */
  | { readonly type: 'storeUnavailable' }
  | { readonly type: 'storeRecovered' }
  /** A document (`frame` or `party/<organisationId>`) is nearly as large as it may become. */
  | { readonly type: 'documentNearlyFull'; readonly document: string };

/** Presence: one state per tab, on the frame only. `user` is written by the server over what the client says. */
export interface PresenceUser {
  readonly id: Id;
  readonly name: string;
  readonly organisationId: Id;
  readonly role: string;
  /** True for a program with an access token. */
  readonly program?: true;
}

export interface PresenceState {
  readonly user?: PresenceUser;
  /** The card that is open, and the field in which the cursor stands. */
  readonly at?: { readonly activityId?: Id; readonly outcomeId?: Id; readonly field?: string };
  /** Relative positions of the caret in the fragment that `at` names, as y-tiptap writes them. */
  readonly cursor?: { readonly anchor: unknown; readonly head: unknown } | null;
}
