import type { SchemaModule } from 'kysely';

/** Requests to hand over, merge and split activities, and to undo that. */
export async function transfers(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('transfers')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('boardId', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('activities', 'text', (c) => c.notNull())
    .addColumn('toOrganisationId', 'text')
    .addColumn('details', 'text', (c) => c.notNull())
    .addColumn('undoes', 'text')
    .addColumn('awaits', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('askedBy', 'text', (c) => c.notNull().references('users.id'))
    .addColumn('askedFor', 'text', (c) => c.notNull())
    .addColumn('askedAt', 'text', (c) => c.notNull())
    .addColumn('decidedBy', 'text', (c) => c.references('users.id'))
    .addColumn('decidedAt', 'text')
    .addColumn('reason', 'text')
    .execute();
  await schema.createIndex('transfersByBoard').on('transfers').columns(['boardId', 'state', 'askedAt']).execute();
}
