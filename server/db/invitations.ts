import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { InvitationTable, Tables } from './schema.ts';

export type InvitationRow = Selectable<InvitationTable>;

export async function insertInvitation(db: Kysely<Tables>, invitation: Insertable<InvitationTable>): Promise<void> {
  await db.insertInto('invitations').values(invitation).execute();
}

export async function findInvitation(db: Kysely<Tables>, tokenHash: string): Promise<InvitationRow | undefined> {
  return db.selectFrom('invitations').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst();
}

/** An invitation of the board that nobody withdrew, whether or not it still lets people in. */
export async function findInvitationOf(db: Kysely<Tables>, boardId: Id, id: Id): Promise<InvitationRow | undefined> {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('boardId', '=', boardId)
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .executeTakeFirst();
}

/** Invitations of the board that nobody withdrew and that did not end before this time, newest first. */
export async function invitationsSince(db: Kysely<Tables>, boardId: Id, since: string): Promise<InvitationRow[]> {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('boardId', '=', boardId)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', since)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute();
}

/** Gives an invitation another token and end, so that the address of before lets nobody in. */
export async function renewInvitationRow(
  db: Kysely<Tables>,
  id: Id,
  change: Pick<InvitationRow, 'tokenHash' | 'sentAt'> &
    Partial<Pick<InvitationRow, 'createdBy' | 'createdAt' | 'expiresAt'>>,
): Promise<void> {
  await db.updateTable('invitations').set(change).where('id', '=', id).execute();
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

/** Withdraws what someone made on a board that is open: all of it, or what is for one organisation. */
export async function revokeInvitationsBy(
  db: Kysely<Tables>,
  boardId: Id,
  userId: Id,
  now: string,
  organisationId?: Id,
): Promise<void> {
  const all = db
    .updateTable('invitations')
    .set({ revokedAt: now })
    .where('boardId', '=', boardId)
    .where('createdBy', '=', userId)
    .where('revokedAt', 'is', null);
  await (organisationId === undefined ? all : all.where('organisationId', '=', organisationId)).execute();
}

/**
 * Counts one person more who came in; false when the invitation was revoked, expired or used up meanwhile. Of two who
 * use the last place at once the database lets one count.
 */
export async function countInvitationUse(db: Kysely<Tables>, id: Id, now: string): Promise<boolean> {
  const result = await db
    .updateTable('invitations')
    .set({ used: sql`used + 1` })
    .where('id', '=', id)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .where((is) => is.or([is('mostUses', 'is', null), is('used', '<', is.ref('mostUses'))]))
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
