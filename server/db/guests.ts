import type { Kysely, Selectable, Updateable } from 'kysely';
import { PRESENT_GUESTS, WAITING_GUESTS } from '../../shared/access/guestStates.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { GuestTable, Tables } from './schema.ts';

export type GuestRow = Selectable<GuestTable>;

/** A guest with their name, and that of the account that took over what they wrote. */
export interface NamedGuest extends GuestRow {
  readonly name: string;
  readonly claimer: string | null;
}

export async function insertGuest(db: Kysely<Tables>, guest: GuestRow): Promise<void> {
  await db.insertInto('guests').values(guest).execute();
}

export async function findGuest(db: Kysely<Tables>, userId: Id): Promise<GuestRow | undefined> {
  return db.selectFrom('guests').selectAll().where('userId', '=', userId).executeTakeFirst();
}

export async function findGuestByClaim(db: Kysely<Tables>, claimTokenHash: string): Promise<NamedGuest | undefined> {
  return namedGuests(db).where('guests.claimTokenHash', '=', claimTokenHash).executeTakeFirst();
}

export async function updateGuest(db: Kysely<Tables>, userId: Id, change: Updateable<GuestTable>): Promise<void> {
  await db.updateTable('guests').set(change).where('userId', '=', userId).execute();
}

/** Gives what a guest wrote to an account; false when another one has it. */
export async function takeGuest(db: Kysely<Tables>, userId: Id, claimedBy: Id, at: string): Promise<boolean> {
  const result = await db
    .updateTable('guests')
    .set({ claimedBy, claimedAt: at })
    .where('userId', '=', userId)
    .where('claimedBy', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function namedGuests(db: Kysely<Tables>) {
  return db
    .selectFrom('guests')
    .innerJoin('users', 'users.id', 'guests.userId')
    .leftJoin('users as claimers', 'claimers.id', 'guests.claimedBy')
    .selectAll('guests')
    .select(['users.name', 'claimers.name as claimer']);
}

/** Everyone who is on the board as a guest or waits at its door, in the order in which they came. */
export async function presentGuests(db: Kysely<Tables>, boardId: Id): Promise<NamedGuest[]> {
  return namedGuests(db)
    .where('guests.boardId', '=', boardId)
    .where('guests.state', 'in', PRESENT_GUESTS)
    .orderBy('guests.joinedAt')
    .orderBy('guests.userId')
    .execute();
}

/** Who was on the board as a guest, who left last first. */
export async function formerGuests(db: Kysely<Tables>, boardId: Id, most: number): Promise<NamedGuest[]> {
  return namedGuests(db)
    .where('guests.boardId', '=', boardId)
    .where('guests.state', 'not in', PRESENT_GUESTS)
    .orderBy('guests.endedAt', 'desc')
    .orderBy('guests.userId')
    .limit(most)
    .execute();
}

/** How many wait for a facilitator, at the door or reading along. */
export async function countWaiting(db: Kysely<Tables>, boardId: Id): Promise<number> {
  const { count } = await db
    .selectFrom('guests')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('boardId', '=', boardId)
    .where('state', 'in', WAITING_GUESTS)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Guests that are there since before this moment. */
export async function guestsSince(db: Kysely<Tables>, before: string): Promise<GuestRow[]> {
  return db
    .selectFrom('guests')
    .selectAll()
    .where('state', 'in', PRESENT_GUESTS)
    .where('joinedAt', '<=', before)
    .execute();
}

const TYPED = 'guest-';

/**
 * As which organisation a guest is on the board whose own one is not on it: an id that is no organisation's, so that
 * nothing of what they typed is put on the board.
 */
export function typedOrganisationId(userId: Id): Id {
  return TYPED + userId;
}

/** What guests typed as their organisation, by the id that stands for it. */
export async function typedOrganisations(db: Kysely<Tables>, ids: readonly Id[]): Promise<(readonly [Id, string])[]> {
  const userIds = ids.filter((id) => id.startsWith(TYPED)).map((id) => id.slice(TYPED.length));
  if (userIds.length === 0) return [];
  const rows = await db
    .selectFrom('guests')
    .select(['userId', 'organisationName'])
    .where('userId', 'in', userIds)
    .execute();
  return rows.map(({ userId, organisationName }) => [typedOrganisationId(userId), organisationName] as const);
}
