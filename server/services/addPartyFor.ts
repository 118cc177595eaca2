import type { Role } from '../../shared/access/roles.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { Db } from '../db/database.ts';
import { addParties } from './addParties.ts';

/** Gives the organisation of someone who may own cards a document on the board. Throws `tooManyParties`. */
export async function addPartyFor(
  db: Db,
  { boardId, organisationId, role }: { readonly boardId: Id; readonly organisationId: Id; readonly role: Role },
): Promise<void> {
  if (role === 'facilitator' || role === 'member') await addParties(db, boardId, [organisationId]);
}
