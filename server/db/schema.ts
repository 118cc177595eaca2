import type { Generated } from 'kysely';
import type { AuditActor, AuditResult } from '../../shared/access/auditActions.ts';
import type { BoardSettings } from '../../shared/access/boardSettings.ts';
import type { GuestState } from '../../shared/access/guestStates.ts';
import type { Mode, Role, TokenAccess } from '../../shared/access/roles.ts';
import type { TransferKind, TransferState } from '../../shared/access/transferRights.ts';

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
  hats: HatTable;
  draftReaders: DraftReaderTable;
  withdrawals: WithdrawalTable;
  invitations: InvitationTable;
  accessTokens: AccessTokenTable;
  transfers: TransferTable;
  guestCodes: GuestCodeTable;
  guests: GuestTable;
  journal: JournalTable;
  snapshots: SnapshotTable;
  auditEvents: AuditEventTable;
  auditHead: AuditHeadTable;
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
  /** Since when the account is off: nobody signs in to it. */
  deactivatedAt: Generated<string | null>;
}

export interface SessionTable {
  /** SHA-256 of the session id in the cookie. */
  idHash: string;
  userId: string;
  /** Seconds since 1970. */
  expiresAt: number;
  /** When the person signed in, in seconds since 1970. */
  startedAt: number;
  /** Browser and system in words (`Firefox, Windows`); null where they are not known. */
  device: Generated<string | null>;
  /** To some minutes, in seconds since 1970; null until it is used again. */
  lastUsedAt: Generated<number | null>;
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
  changeOutcomesBy: Generated<BoardSettings['changeOutcomes']>;
  archiveBy: Generated<BoardSettings['archive']>;
  inviteBy: Generated<BoardSettings['invite']>;
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
  /** The organisation for which they work here now: the hat that is worn. */
  organisationId: string;
  role: Role;
  /** Contact person of that organisation on this board. */
  isContact: Generated<number>;
  createdAt: string;
}

/**
 * An organisation for which someone may also work on a board: hats that are not worn now. The one that is stands in
 * the membership.
 */
export interface HatTable {
  boardId: string;
  userId: string;
  organisationId: string;
  /** What they are in this hat, unless they are facilitator, which one is in every hat. */
  role: Role;
  isContact: number;
  createdAt: string;
}

/** Who sees, or saw, the drafts of an organisation on a board. Rows are never deleted: the first is who came first. */
export interface DraftReaderTable {
  boardId: string;
  organisationId: string;
  userId: string;
  /** Who let them in; null for the first of the organisation, and for whom the operator let in. */
  admittedBy: string | null;
  admittedAt: string;
  /** When they left the board, were taken off it, or were no longer let in; null while they see them. */
  endedAt: string | null;
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
  /** Who comes in by it is their organisation's contact. */
  asContact: Generated<number>;
  /** For how many people it is; null for any number. */
  mostUses: Generated<number | null>;
  /** To which it was mailed, in lower case; null for a link that was handed over. */
  email: Generated<string | null>;
  /** When it was last mailed; null where it was not, or that failed. */
  sentAt: Generated<string | null>;
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

/** A request that concerns activities of more than one document, and what became of it. Rows are kept. */
export interface TransferTable {
  id: string;
  boardId: string;
  kind: TransferKind;
  /** JSON: the activities with the organisations that owned them when it was asked; of a merge the kept one first. */
  activities: string;
  /** Whom an activity, or the new half of one, goes to. */
  toOrganisationId: string | null;
  /** JSON: title and texts of the new activity of a split; else an empty object. */
  details: string;
  /** The transfer that an `undo` undoes. */
  undoes: string | null;
  /** JSON: organisations that have not accepted yet. */
  awaits: string;
  state: TransferState;
  askedBy: string;
  /** The organisation for which it was asked. */
  askedFor: string;
  askedAt: string;
  decidedBy: string | null;
  decidedAt: string | null;
  /** Why it was declined, in the words of who did. */
  reason: string | null;
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
  /** `frame`, `party/<organisationId>` or `draft/<organisationId>`. */
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

/**
 * What was done to rights, accounts and data. Rows are only added; ids and words of the product, no texts of people.
 * No column refers to another table: an event outlives what it tells of.
 */
export interface AuditEventTable {
  /** 1, 2, 3 …: one order for the whole installation. */
  sequence: number;
  at: string;
  /** One of `AUDIT_ACTIONS`, or of a later version's. */
  action: string;
  actorKind: AuditActor;
  /** A user or an access token; null for who has no id. */
  actorId: string | null;
  boardId: string | null;
  /** The organisation that it is about. */
  organisationId: string | null;
  /** What it was done to; of what this is the id, `AUDIT_ACTIONS` says. */
  subjectId: string | null;
  result: AuditResult;
  /** The network it came from; null for commands and for the server itself. */
  address: string | null;
  /** A JSON object of ids, numbers and words of the product. */
  detail: string;
  /** Hex SHA-256 over this row and the hash of the row before (`auditChain.ts`). */
  hash: string;
}

/** One row: the newest event. Who appends holds it until the transaction ends. */
export interface AuditHeadTable {
  id: number;
  sequence: number;
  hash: string;
}
