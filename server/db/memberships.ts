import type { Kysely, Selectable } from 'kysely';
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
  readonly isGuest: boolean;
}

export async function insertMembership(db: Kysely<Tables>, membership: MembershipRow): Promise<void> {
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

export async function updateMembership(
  db: Kysely<Tables>,
  boardId: Id,
  userId: Id,
  change: Partial<Pick<MembershipRow, 'role' | 'organisationId'>>,
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
    .select(['users.id as userId', 'users.name', 'users.email', 'memberships.organisationId', 'memberships.role'])
    .select('guests.userId as guest')
    .where('memberships.boardId', '=', boardId)
    .orderBy('users.name')
    .orderBy('users.id')
    .execute();
  return rows.map(({ guest, ...row }) => ({ ...row, isGuest: guest !== null }));
}

export async function facilitatorsOf(db: Kysely<Tables>, boardId: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom('memberships')
    .select('userId')
    .where('boardId', '=', boardId)
    .where('role', '=', 'facilitator')
    .execute();
  return rows.map((row) => row.userId);
}
