import type { Insertable, Kysely, Selectable } from 'kysely';
import type { Role } from '../../shared/access/roles.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { MembershipTable, Tables } from './schema.ts';

export type MembershipRow = Selectable<MembershipTable>;

export interface PersonRow {
  readonly userId: Id;
  readonly name: string;
  readonly email: string | null;
  readonly organisationId: Id;
  readonly role: Role;
  readonly isContact: number;
  /** When they came on the board. */
  readonly createdAt: string;
  readonly isGuest: boolean;
}

export async function insertMembership(db: Kysely<Tables>, membership: Insertable<MembershipTable>): Promise<void> {
  await db.insertInto('memberships').values(membership).execute();
}

export async function findMembership(db: Kysely<Tables>, boardId: Id, userId: Id): Promise<MembershipRow | undefined> {
  return db
    .selectFrom('memberships')
    .selectAll()
    .where('boardId', '=', boardId)
    .where('userId', '=', userId)
    .executeTakeFirst();
}

/** Boards on which someone is. */
export async function boardIdsOf(db: Kysely<Tables>, userId: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom('memberships')
    .select('boardId')
    .where('userId', '=', userId)
    .orderBy('boardId')
    .execute();
  return rows.map((row) => row.boardId);
}

export async function updateMembership(
  db: Kysely<Tables>,
  boardId: Id,
  userId: Id,
  change: Partial<Pick<MembershipRow, 'role' | 'organisationId' | 'isContact'>>,
): Promise<void> {
  await db.updateTable('memberships').set(change).where('boardId', '=', boardId).where('userId', '=', userId).execute();
}

export async function deleteMembership(db: Kysely<Tables>, boardId: Id, userId: Id): Promise<void> {
  await db.deleteFrom('memberships').where('boardId', '=', boardId).where('userId', '=', userId).execute();
}

/** Everyone on the board, by name. */
export async function peopleOf(db: Kysely<Tables>, boardId: Id): Promise<PersonRow[]> {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.userId')
    .leftJoin('guests', 'guests.userId', 'memberships.userId')
    .select(['users.id as userId', 'users.name', 'users.email', 'memberships.organisationId'])
    .select(['memberships.role', 'memberships.isContact', 'memberships.createdAt', 'guests.userId as guest'])
    .where('memberships.boardId', '=', boardId)
    .orderBy('users.name')
    .orderBy('users.id')
    .execute();
  return rows.map(({ guest, ...row }) => ({ ...row, isGuest: guest !== null }));
}

/** Who is facilitator of the board and can sign in. */
export async function facilitatorsOf(db: Kysely<Tables>, boardId: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom('memberships')
    .innerJoin('users', 'users.id', 'memberships.userId')
    .select('memberships.userId')
    .where('memberships.boardId', '=', boardId)
    .where('memberships.role', '=', 'facilitator')
    .where('users.deactivatedAt', 'is', null)
    .execute();
  return rows.map((row) => row.userId);
}
