import type { Id } from '../../shared/board/ids.ts';
import { LIMITS } from '../../shared/board/limits.ts';
import { insertParties, partiesOf } from '../db/boardParties.ts';
import type { Db } from '../db/database.ts';
import { Problem } from './problem.ts';

/** Gives organisations a document on the board, where they have none. Throws `tooManyParties`. */
export async function addParties(db: Db, boardId: Id, organisationIds: readonly Id[]): Promise<void> {
  const all = new Set([...(await partiesOf(db, boardId)), ...organisationIds]);
  if (all.size > LIMITS.parties) throw new Problem('tooManyParties');
  await insertParties(db, boardId, organisationIds);
}
