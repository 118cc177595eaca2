import { type BoardAction, isBoardActionAllowed } from '../../shared/access/boardActions.ts';
import type { Participant } from '../../shared/access/documentAccess.ts';
import type { Id } from '../../shared/board/ids.ts';
import { type BoardRow, findBoard, settingsOf } from '../db/boards.ts';
import type { Db } from '../db/database.ts';
import { findMembership, type MembershipRow } from '../db/memberships.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';

export interface OnBoard {
  readonly board: BoardRow;
  readonly membership: MembershipRow;
}

/** Someone on a board, as the tables of rights want them. */
export function actorOf({ membership }: Pick<OnBoard, 'membership'>): Participant {
  const { role, organisationId, isContact } = membership;
  return { role, organisationId, isContact: isContact === 1 };
}

/** The board and what the person is on it. Throws `notFound` for who is not on it, whether or not it exists. */
export async function boardOf(db: Db, person: Person, boardId: Id): Promise<OnBoard> {
  const membership = await findMembership(db, boardId, person.id);
  const board = membership && (await findBoard(db, boardId));
  if (!board) throw new Problem('notFound');
  return { board, membership };
}

/** The same, for who may do this to the board. Throws `notAllowed` for others who are on it. */
export async function boardFor(db: Db, person: Person, boardId: Id, action: BoardAction): Promise<OnBoard> {
  const onBoard = await boardOf(db, person, boardId);
  if (!isBoardActionAllowed(action, actorOf(onBoard), settingsOf(onBoard.board))) throw new Problem('notAllowed');
  return onBoard;
}
