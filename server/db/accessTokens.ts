import type { Kysely, Selectable } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { AccessTokenTable, Tables } from './schema.ts';

export type AccessTokenRow = Selectable<AccessTokenTable>;

const ID_START = 'token-';

/** The id of a token, from an id that nobody else has. */
export function tokenIdOf(id: Id): Id {
  return ID_START + id;
}

/** Whether this id in place of a user's is that of a program. */
export function isTokenId(id: Id): boolean {
  return id.startsWith(ID_START);
}

export async function insertAccessToken(db: Kysely<Tables>, token: AccessTokenRow): Promise<void> {
  await db.insertInto('accessTokens').values(token).execute();
}

/** Tokens that let a program in now: not revoked, not expired, and made by who still is facilitator. */
function working(db: Kysely<Tables>, now: string) {
  return db
    .selectFrom('accessTokens')
    .innerJoin('memberships', (join) =>
      join
        .onRef('memberships.boardId', '=', 'accessTokens.boardId')
        .onRef('memberships.userId', '=', 'accessTokens.createdBy')
        .on('memberships.role', '=', 'facilitator'),
    )
    .innerJoin('users', 'users.id', 'accessTokens.createdBy')
    .selectAll('accessTokens')
    .select(['users.name as madeBy', 'memberships.organisationId'])
    .where('users.deactivatedAt', 'is', null)
    .where('accessTokens.revokedAt', 'is', null)
    .where((is) => is.or([is('accessTokens.expiresAt', 'is', null), is('accessTokens.expiresAt', '>', now)]));
}

export type WorkingToken = AccessTokenRow & { readonly madeBy: string; readonly organisationId: Id };

/** Tokens of the board that work, newest first. */
export async function workingTokens(db: Kysely<Tables>, boardId: Id, now: string): Promise<WorkingToken[]> {
  return working(db, now)
    .where('accessTokens.boardId', '=', boardId)
    .orderBy('accessTokens.createdAt', 'desc')
    .orderBy('accessTokens.id')
    .execute();
}

export async function findWorkingToken(
  db: Kysely<Tables>,
  boardId: Id,
  id: Id,
  now: string,
): Promise<WorkingToken | undefined> {
  return working(db, now)
    .where('accessTokens.boardId', '=', boardId)
    .where('accessTokens.id', '=', id)
    .executeTakeFirst();
}

export async function findTokenByHash(
  db: Kysely<Tables>,
  tokenHash: string,
  now: string,
): Promise<WorkingToken | undefined> {
  return working(db, now).where('accessTokens.tokenHash', '=', tokenHash).executeTakeFirst();
}

export async function noteTokenUse(db: Kysely<Tables>, id: Id, now: string): Promise<void> {
  await db.updateTable('accessTokens').set({ lastUsedAt: now }).where('id', '=', id).execute();
}

/** False when the board has no such token that is not revoked. */
export async function revokeTokenRow(db: Kysely<Tables>, boardId: Id, id: Id, now: string): Promise<boolean> {
  const result = await db
    .updateTable('accessTokens')
    .set({ revokedAt: now })
    .where('boardId', '=', boardId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Ends every token that someone made on a board, for good: becoming facilitator again does not bring them back. */
export async function revokeTokensOf(db: Kysely<Tables>, boardId: Id, userId: Id, now: string): Promise<void> {
  await db
    .updateTable('accessTokens')
    .set({ revokedAt: now })
    .where('boardId', '=', boardId)
    .where('createdBy', '=', userId)
    .where('revokedAt', 'is', null)
    .execute();
}

/** Ends every token. Their rows stay: the journal names them as authors. */
export async function revokeAllTokens(db: Kysely<Tables>, now: string): Promise<void> {
  await db.updateTable('accessTokens').set({ revokedAt: now }).where('revokedAt', 'is', null).execute();
}

/** Names by id, of those that exist, ended ones too. */
export async function tokenNames(db: Kysely<Tables>, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('accessTokens').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
