import type { GuestState } from '../../shared/access/guestStates.ts';
import type { Mode, Role, TokenAccess } from '../../shared/access/roles.ts';

/**
 * The tables, the same on SQLite and PostgreSQL. Times are ISO strings in UTC; yes and no are 1 and 0;
 * secrets (session ids, link tokens) are stored as hex SHA-256 only.
 */
export interface Tables {
  organisations: OrganisationTable;
  users: UserTable;
  sessions: SessionTable;
  signInLinks: SignInLinkTable;
  boards: BoardTable;
  boardParties: BoardPartyTable;
  memberships: MembershipTable;
  withdrawals: WithdrawalTable;
  invitations: InvitationTable;
  accessTokens: AccessTokenTable;
  guestCodes: GuestCodeTable;
  guests: GuestTable;
  journal: JournalTable;
  snapshots: SnapshotTable;
}

export interface OrganisationTable {
  id: string;
  name: string;
  createdAt: string;
}

export interface UserTable {
  id: string;
  /** In lower case; null for someone who came in by an invitation and gave none. */
  email: string | null;
  /** When the owner of the address was seen to have the account; null as long as someone merely typed it. */
  emailConfirmedAt: string | null;
  name: string;
  /** The organisation for which the person works; on a board the membership's organisation counts. */
  organisationId: string | null;
  administrator: number;
  /** argon2id; null for someone who signs in by link only. */
  passwordHash: string | null;
  language: 'nl' | 'en';
  createdAt: string;
}

export interface SessionTable {
  /** SHA-256 of the session id in the cookie. */
  idHash: string;
  userId: string;
  /** Seconds since 1970. */
  expiresAt: number;
  /** When the person signed in, in seconds since 1970. */
  startedAt: number;
}

export interface SignInLinkTable {
  tokenHash: string;
  /** Null for the link that makes the first administrator. */
  userId: string | null;
  /** The address to which it was sent: using it shows who owns that one. Null where it was handed over. */
  email: string | null;
  expiresAt: string;
  usedAt: string | null;
}

export interface BoardTable {
  id: string;
  title: string;
  mode: Mode;
  /** Raised by restoring a backup, erasure and any rewrite of a document. */
  generation: number;
  schema: number;
  /** Sequence number of the newest journal row; the appender alone raises it. */
  sequence: number;
  /** Counts the changes of people, roles, mode and closing, so that the server sees those made beside it. */
  rightsVersion: number;
  /** The `rightsVersion` for which the frame was seen to have a record of everyone's organisation. */
  namedVersion: number;
  template: string | null;
  createdAt: string;
  createdBy: string | null;
  updatedAt: string;
  closedAt: string | null;
}

/** An organisation on a board that has a party document. Rows are never deleted. */
export interface BoardPartyTable {
  boardId: string;
  organisationId: string;
}

export interface MembershipTable {
  boardId: string;
  userId: string;
  organisationId: string;
  role: Role;
  createdAt: string;
}

/** When someone was last taken off a board or given a lesser role there: earlier invitations are over for them. */
export interface WithdrawalTable {
  boardId: string;
  userId: string;
  at: string;
}

export interface InvitationTable {
  id: string;
  tokenHash: string;
  boardId: string;
  organisationId: string;
  role: Role;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  used: number;
}

/** With a token another program acts on one board. Rows are kept: the journal names them as authors. */
export interface AccessTokenTable {
  /** Starts with `token-`, so that it is never taken for a person's. */
  id: string;
  tokenHash: string;
  boardId: string;
  name: string;
  access: TokenAccess;
  /** The token works as long as this person is facilitator of the board. */
  createdBy: string;
  createdAt: string;
  /** Null for one that works until it is revoked. */
  expiresAt: string | null;
  revokedAt: string | null;
  lastUsedAt: string | null;
}

/** The code by which guests come to a board now; no row while nobody may. */
export interface GuestCodeTable {
  boardId: string;
  /** As it is typed: it must be shown again, is short, and ends within hours. */
  code: string;
  /** 1: who comes in waits at the door. */
  approval: number;
  openedAt: string;
  openedBy: string;
  expiresAt: string;
}

/** Who came to a board by its code, without an account. Rows are kept: the journal names them as authors. */
export interface GuestTable {
  /** Their row in `users`, which has no address and no password. */
  userId: string;
  boardId: string;
  /** An organisation of the board; null for one that they typed and that nobody let in. */
  organisationId: string | null;
  /** What they chose or typed. */
  organisationName: string;
  state: GuestState;
  joinedAt: string;
  admittedBy: string | null;
  /** When they left or were removed. */
  endedAt: string | null;
  /** SHA-256 of what the guest's device keeps. */
  claimTokenHash: string;
  /** The account that took over what they wrote; who shows an author shows this one. */
  claimedBy: string | null;
  claimedAt: string | null;
}

/** One row for each acknowledged update. Rows are kept; compaction adds snapshots. */
export interface JournalTable {
  boardId: string;
  sequence: number;
  /** `frame` or `party/<organisationId>`. */
  document: string;
  generation: number;
  update: Uint8Array;
  /** A user, or the access token of a program; null where the server itself wrote. */
  authorId: string | null;
  at: string;
}

/** A document's full state after every journal row up to `sequence`: Yjs V2, deflated. */
export interface SnapshotTable {
  boardId: string;
  document: string;
  sequence: number;
  generation: number;
  state: Uint8Array;
  /** Hex SHA-256 of `state`. */
  hash: string;
  at: string;
}
