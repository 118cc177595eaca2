import type { Kysely } from 'kysely';
import type { BoardSettings } from '../../shared/access/boardSettings.ts';
import type { Participant } from '../../shared/access/documentAccess.ts';
import { participantByToken } from '../../shared/access/participantByToken.ts';
import type { Mode } from '../../shared/access/roles.ts';
import type { Id } from '../../shared/board/ids.ts';
import { findWorkingToken, isTokenId } from './accessTokens.ts';
import { partiesOf } from './boardParties.ts';
import { findBoard, settingsOf } from './boards.ts';
import { draftsSeenBy } from './draftReaders.ts';
import type { Tables } from './schema.ts';

/** What decides, beside the person, what may be done with a board's documents. */
export interface BoardState {
  /** `closed` for a board that was closed, whatever its mode. */
  readonly mode: Mode | 'closed';
  readonly settings: BoardSettings;
  readonly generation: number;
  readonly schema: number;
  /** Organisations that have a document on the board. */
  readonly parties: readonly Id[];
}

/**
 * Role and organisation of a person on a board, or of a program by the id of its access token; undefined for who is not
 * on it, or not any more.
 */
export async function participantOf(db: Kysely<Tables>, boardId: Id, userId: Id): Promise<Participant | undefined> {
  if (isTokenId(userId)) {
    const token = await findWorkingToken(db, boardId, userId, new Date().toISOString());
    return token && participantByToken(token.access, token.organisationId);
  }
  const [row, seen] = await Promise.all([
    db
      .selectFrom('memberships')
      .innerJoin('users', 'users.id', 'memberships.userId')
      .leftJoin('guests', 'guests.userId', 'memberships.userId')
      .select(['memberships.role', 'memberships.organisationId', 'memberships.isContact'])
      .select('guests.userId as guest')
      .where('memberships.boardId', '=', boardId)
      .where('memberships.userId', '=', userId)
      .where('users.deactivatedAt', 'is', null)
      .executeTakeFirst(),
    draftsSeenBy(db, boardId, userId),
  ]);
  if (!row) return undefined;
  const { role, organisationId, isContact, guest } = row;
  const isGuest = guest !== null;
  // Nobody knows whether a guest is of the organisation that they name.
  const seesDrafts = !isGuest && seen.includes(organisationId);
  return { role, organisationId, isContact: isContact === 1, seesDrafts, ...(isGuest && { isGuest }) };
}

/** Undefined when there is no such board. */
export async function boardState(db: Kysely<Tables>, boardId: Id): Promise<BoardState | undefined> {
  const board = await findBoard(db, boardId);
  if (!board) return undefined;
  const { mode, closedAt, generation, schema } = board;
  const parties = await partiesOf(db, boardId);
  return { mode: closedAt === null ? mode : 'closed', settings: settingsOf(board), generation, schema, parties };
}
