import type { SchemaModule } from 'kysely';

/** Rules per board, contacts, hats, invitations by mail, devices, and accounts that are off. */
export async function people(schema: SchemaModule): Promise<void> {
  const boards = [
    ['changeOutcomesBy', 'members'],
    ['archiveBy', 'members'],
    ['inviteBy', 'contacts'],
  ] as const;
  // SQLite adds one column at a time.
  for (const [column, by] of boards) {
    await schema
      .alterTable('boards')
      .addColumn(column, 'text', (c) => c.notNull().defaultTo(by))
      .execute();
  }
  await schema
    .alterTable('memberships')
    .addColumn('isContact', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema
    .createTable('hats')
    .addColumn('boardId', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id'))
    .addColumn('organisationId', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('isContact', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('hatsKey', ['boardId', 'userId', 'organisationId'])
    .execute();
  await schema
    .alterTable('invitations')
    .addColumn('asContact', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema.alterTable('invitations').addColumn('mostUses', 'integer').execute();
  await schema.alterTable('invitations').addColumn('email', 'text').execute();
  await schema.alterTable('invitations').addColumn('sentAt', 'text').execute();
  await schema.alterTable('users').addColumn('deactivatedAt', 'text').execute();
  await schema.alterTable('sessions').addColumn('device', 'text').execute();
  await schema.alterTable('sessions').addColumn('lastUsedAt', 'bigint').execute();
}
