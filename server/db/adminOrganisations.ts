import type { Kysely } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { Tables } from './schema.ts';

export interface AdminOrganisationRow {
  readonly id: Id;
  readonly name: string;
  readonly createdAt: string;
  readonly people: number;
  readonly boards: number;
}

/** Every organisation, with who works for it and on how many boards it has cards. */
export async function organisationsWithCounts(db: Kysely<Tables>): Promise<AdminOrganisationRow[]> {
  const rows = await db
    .selectFrom('organisations')
    .select(['id', 'name', 'createdAt'])
    .select((select) => [
      select
        .selectFrom('users')
        .select(({ fn }) => fn.countAll().as('count'))
        .whereRef('users.organisationId', '=', 'organisations.id')
        .as('people'),
      select
        .selectFrom('boardParties')
        .select(({ fn }) => fn.countAll().as('count'))
        .whereRef('boardParties.organisationId', '=', 'organisations.id')
        .as('boards'),
    ])
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, people: Number(row.people), boards: Number(row.boards) }));
}

export async function renameOrganisationRow(db: Kysely<Tables>, id: Id, name: string): Promise<void> {
  await db.updateTable('organisations').set({ name }).where('id', '=', id).execute();
}
