import type { OwnGuest } from '../../../shared/protocol/guests.ts';
import { findBoard } from '../../db/boards.ts';
import { findGuest } from '../../db/guests.ts';
import type { ServiceContext } from '../context.ts';
import { Problem } from '../problem.ts';
import type { SignedIn } from '../session/sessions.ts';

/** Where a guest stands. Throws `notFound` for who is none. */
export async function ownGuest({ db }: ServiceContext, { person }: SignedIn): Promise<OwnGuest> {
  const guest = await findGuest(db, person.id);
  const board = guest && (await findBoard(db, guest.boardId));
  if (!board) throw new Problem('notFound');
  const { boardId, organisationName, state } = guest;
  return { boardId, boardTitle: board.title, name: person.name, organisation: organisationName, state };
}
