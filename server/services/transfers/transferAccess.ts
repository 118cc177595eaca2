import type { Participant } from '../../../shared/access/documentAccess.ts';
import type { Mode } from '../../../shared/access/roles.ts';
import { mayTransfer } from '../../../shared/access/transferRights.ts';
import type { Id } from '../../../shared/board/ids.ts';
import type { Db } from '../../db/database.ts';
import { boardOf } from '../boardAccess.ts';
import type { Person } from '../person.ts';
import { Problem } from '../problem.ts';

export interface TransferAccess {
  readonly participant: Participant;
  readonly mode: Mode | 'closed';
}

/** As whom a person looks at the transfers of a board. Throws `notFound` for who is not on it. */
export async function transferAccess(db: Db, person: Person, boardId: Id): Promise<TransferAccess> {
  const { board, membership } = await boardOf(db, person, boardId);
  const { role, organisationId } = membership;
  return { participant: { role, organisationId }, mode: board.closedAt === null ? board.mode : 'closed' };
}

/** The same, for who may take part now. Throws `notFound`, `boardClosed`, `notAllowed`. */
export async function transferAccessFor(db: Db, person: Person, boardId: Id): Promise<TransferAccess> {
  const access = await transferAccess(db, person, boardId);
  if (access.mode === 'closed') throw new Problem('boardClosed');
  if (!mayTransfer(access.participant, access.mode)) throw new Problem('notAllowed');
  return access;
}
