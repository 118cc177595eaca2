import type { Board } from '../board/board.ts';
import type { DocumentRef } from '../board/documentRef.ts';
import type { Id } from '../board/ids.ts';
import type { Json } from '../board/json.ts';

/** Root maps of the documents in which records stand under their id. */
export type Collection =
  | 'outcomes'
  | 'organisations'
  | 'indicators'
  | 'lists'
  | 'plan'
  | 'activities'
  | 'links'
  | 'involvements';

/** Values of a record's fields; undefined means that the field is absent. */
export type Fields = { readonly [field: string]: Json | undefined };

/**
 * A change of the fields that `after` names, of one record; `before` says what they held (absent: undefined).
 * Swapping the two gives its inverse. A record that does not exist yet is made; the inverse of that is the trash.
 */
export interface Patch {
  readonly collection: Collection;
  readonly id: string;
  readonly before: Fields;
  readonly after: Fields;
}

/** Why a command does nothing. The browser turns each into a sentence (`shared/i18n`, `refusal.*`). */
export const REFUSAL_CODES = [
  'notYours',
  'boardLocked',
  'readOnly',
  'facilitatorsOnly',
  'archiveNotAllowed',
  'unknownRecord',
  'inTrash',
  'outcomeInTrash',
  'titleEmpty',
  'titleTooLong',
  'textTooLong',
  'codeInvalid',
  'codeTaken',
  'alreadyLinked',
  'isHome',
  'nestedTooDeep',
  'hasSections',
  'yearsInvalid',
  'tooManyParties',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  /** The organisation whose document may not be written, with `notYours`. */
  readonly organisationId?: Id;
}

export interface Accepted {
  readonly ok: true;
  /** All patches stand in this one document; what crosses documents is a service. */
  readonly document: DocumentRef;
  readonly patches: readonly Patch[];
  /** Id of the record that the command is about. */
  readonly id: string;
}

export type CommandResult = Accepted | Refusal;

/** What a command needs to know beside the board. */
export interface CommandContext {
  /** Time of the command, ISO. */
  readonly now: string;
  /** The organisation for which the actor is on the board. */
  readonly organisationId: Id;
  /** A reason why this document may not be written by the actor now; undefined when it may. */
  readonly writeRefusal: (document: DocumentRef) => RefusalCode | undefined;
  /** Whether the actor may put cards and outcomes in the trash, in documents that they may write. */
  readonly mayArchive: () => boolean;
  readonly newId: () => Id;
  /** A number from 0 up to 1, for the jitter in order keys. */
  readonly random: () => number;
}

/** A pure function from a board and arguments to changes or a refusal. */
export type Command<Arguments> = (board: Board, args: Arguments, context: CommandContext) => CommandResult;

export function refuse(code: RefusalCode, organisationId?: Id): Refusal {
  return organisationId === undefined ? { ok: false, code } : { ok: false, code, organisationId };
}

/** The inverse of accepted patches: undo applies it to the fields that still hold `before`. */
export function invert(patches: readonly Patch[]): Patch[] {
  return patches.map((patch) => ({ ...patch, before: patch.after, after: patch.before })).reverse();
}
