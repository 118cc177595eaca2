import type { Kysely } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { Tables } from './schema.ts';

/** Organisations that have people, an open invitation or a document on the board, with their names. */
export async function organisationsOnBoard(
  db: Kysely<Tables>,
  boardId: Id,
  now: string,
): Promise<{ readonly id: Id; readonly name: string }[]> {
  const invited = db
    .selectFrom('invitations')
    .select('organisationId')
    .where('boardId', '=', boardId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now);
  const people = db.selectFrom('memberships').select('organisationId').where('boardId', '=', boardId);
  const parties = db.selectFrom('boardParties').select('organisationId').where('boardId', '=', boardId);
  return db
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('id', 'in', people.union(parties).union(invited))
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
}
