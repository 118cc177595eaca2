import { type Kysely, sql } from 'kysely';

/**
 * Who sees an organisation's drafts on a board. Who is on a board already sees those of their organisation: nothing
 * was written in any yet.
 */
export async function draftReaders<T>(db: Kysely<T>): Promise<void> {
  await db.schema
    .createTable('draftReaders')
    .addColumn('boardId', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('organisationId', 'text', (c) => c.notNull())
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id'))
    .addColumn('admittedBy', 'text')
    .addColumn('admittedAt', 'text', (c) => c.notNull())
    .addColumn('endedAt', 'text')
    .addPrimaryKeyConstraint('draftReadersKey', ['boardId', 'organisationId', 'userId'])
    .execute();
  await sql`insert into "draftReaders" ("boardId", "organisationId", "userId", "admittedBy", "admittedAt", "endedAt")
    select "boardId", "organisationId", "userId", null, "createdAt", null from "memberships"`.execute(db);
}
