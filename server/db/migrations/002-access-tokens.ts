import type { SchemaModule } from 'kysely';

/** Access tokens of other programs. */
export async function accessTokens(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('accessTokens')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tokenHash', 'text', (c) => c.notNull().unique())
    .addColumn('boardId', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('access', 'text', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.notNull().references('users.id'))
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('expiresAt', 'text')
    .addColumn('revokedAt', 'text')
    .addColumn('lastUsedAt', 'text')
    .execute();
  await schema.createIndex('accessTokensByBoard').on('accessTokens').column('boardId').execute();
}
