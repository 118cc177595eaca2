import { type Kysely, sql } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { Tables } from './schema.ts';

export interface AdminPersonRow {
  readonly id: Id;
  readonly name: string;
  readonly email: string | null;
  readonly organisationId: Id | null;
  readonly administrator: number;
  readonly createdAt: string;
  readonly sessions: number;
  readonly boards: number;
}

export interface PeopleSearch {
  /** Part of a name or an address; absent: everyone. */
  readonly search?: string | undefined;
  readonly organisation?: Id | undefined;
}

function matching(db: Kysely<Tables>, { search, organisation }: PeopleSearch) {
  let query = db.selectFrom('users');
  if (search) {
    // What is typed is text, not a pattern.
    const pattern = `%${search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
    query = query.where(sql<boolean>`(lower(name) like ${pattern} escape '\\' or email like ${pattern} escape '\\')`);
  }
  if (organisation !== undefined) query = query.where('organisationId', '=', organisation);
  return query;
}

/** Accounts by name, a page of them. */
export async function peoplePage(
  db: Kysely<Tables>,
  search: PeopleSearch,
  now: Date,
  page: { readonly limit: number; readonly offset: number },
): Promise<AdminPersonRow[]> {
  const seconds = Math.floor(now.getTime() / 1000);
  const rows = await matching(db, search)
    .select(['id', 'name', 'email', 'organisationId', 'administrator', 'createdAt'])
    .select((select) => [
      select
        .selectFrom('sessions')
        .select(({ fn }) => fn.countAll().as('count'))
        .whereRef('sessions.userId', '=', 'users.id')
        .where('sessions.expiresAt', '>', seconds)
        .as('sessions'),
      select
        .selectFrom('memberships')
        .select(({ fn }) => fn.countAll().as('count'))
        .whereRef('memberships.userId', '=', 'users.id')
        .as('boards'),
    ])
    .orderBy('name')
    .orderBy('id')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  return rows.map((row) => ({ ...row, sessions: Number(row.sessions), boards: Number(row.boards) }));
}

export async function countPeople(db: Kysely<Tables>, search: PeopleSearch): Promise<number> {
  const { count } = await matching(db, search)
    .select(({ fn }) => fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
