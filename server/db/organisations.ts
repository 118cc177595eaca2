import { type Kysely, type Selectable, sql } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import { typedOrganisations } from './guests.ts';
import type { OrganisationTable, Tables } from './schema.ts';

export type OrganisationRow = Selectable<OrganisationTable>;

export async function insertOrganisations(db: Kysely<Tables>, rows: readonly OrganisationRow[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('organisations').values(rows).execute();
}

export async function findOrganisation(db: Kysely<Tables>, id: Id): Promise<OrganisationRow | undefined> {
  return db.selectFrom('organisations').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The oldest organisation of this name, upper and lower case alike. */
export async function findOrganisationByName(db: Kysely<Tables>, name: string): Promise<OrganisationRow | undefined> {
  return (
    db
      .selectFrom('organisations')
      .selectAll()
      // SQLite lowers A to Z only, so a name with an accented capital is compared as it stands too.
      .where((where) =>
        where.or([where('name', '=', name.trim()), where(sql<string>`lower(name)`, '=', name.trim().toLowerCase())]),
      )
      .orderBy('createdAt')
      .orderBy('id')
      .executeTakeFirst()
  );
}

/** Names by id, of those that exist, and what guests typed. */
export async function organisationNames(db: Kysely<Tables>, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('organisations').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map([...rows.map(({ id, name }) => [id, name] as const), ...(await typedOrganisations(db, ids))]);
}
