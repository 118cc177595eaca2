import type { SchemaModule } from 'kysely';

/** Codes by which guests come in, and the guests. */
export async function guests(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('guestCodes')
    .addColumn('boardId', 'text', (c) => c.primaryKey().references('boards.id'))
    .addColumn('code', 'text', (c) => c.notNull().unique())
    .addColumn('approval', 'integer', (c) => c.notNull())
    .addColumn('openedAt', 'text', (c) => c.notNull())
    .addColumn('openedBy', 'text', (c) => c.notNull().references('users.id'))
    .addColumn('expiresAt', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('guests')
    .addColumn('userId', 'text', (c) => c.primaryKey().references('users.id'))
    .addColumn('boardId', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('organisationId', 'text')
    .addColumn('organisationName', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('joinedAt', 'text', (c) => c.notNull())
    .addColumn('admittedBy', 'text', (c) => c.references('users.id'))
    .addColumn('endedAt', 'text')
    .addColumn('claimTokenHash', 'text', (c) => c.notNull().unique())
    .addColumn('claimedBy', 'text', (c) => c.references('users.id'))
    .addColumn('claimedAt', 'text')
    .execute();
  await schema.createIndex('guestsByBoard').on('guests').columns(['boardId', 'state']).execute();
}
