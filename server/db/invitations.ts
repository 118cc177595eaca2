import { type Kysely, type Selectable, sql } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { InvitationTable, Tables } from './schema.ts';

export type InvitationRow = Selectable<InvitationTable>;

export async function insertInvitation(db: Kysely<Tables>, invitation: InvitationRow): Promise<void> {
  await db.insertInto('invitations').values(invitation).execute();
}

export async function findInvitation(db: Kysely<Tables>, tokenHash: string): Promise<InvitationRow | undefined> {
  return db.selectFrom('invitations').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst();
}

/** Invitations of the board that still let people in, newest first. */
export async function openInvitations(db: Kysely<Tables>, boardId: Id, now: string): Promise<InvitationRow[]> {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('boardId', '=', boardId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
}

/** Gives for which organisation it was; undefined when the board has no such invitation that is open. */
export async function revokeInvitationRow(
  db: Kysely<Tables>,
  boardId: Id,
  id: Id,
  now: string,
): Promise<Id | undefined> {
  const row = await db
    .updateTable('invitations')
    .set({ revokedAt: now })
    .where('boardId', '=', boardId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .returning('organisationId')
    .executeTakeFirst();
  return row?.organisationId;
}

/** Counts one person more who came in; false when the invitation was revoked or expired meanwhile. */
export async function countInvitationUse(db: Kysely<Tables>, id: Id, now: string): Promise<boolean> {
  const result = await db
    .updateTable('invitations')
    .set({ used: sql`used + 1` })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Withdraws every invitation that is still open. */
export async function revokeAllInvitations(db: Kysely<Tables>, now: string): Promise<void> {
  await db.updateTable('invitations').set({ revokedAt: now }).where('revokedAt', 'is', null).execute();
}

/** Invitations of every board that still let people in, newest first. */
export async function allOpenInvitations(db: Kysely<Tables>, now: string): Promise<InvitationRow[]> {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
}
