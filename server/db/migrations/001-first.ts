import { type SchemaModule, sql } from 'kysely';

/** The first tables. Column types are those that SQLite and PostgreSQL share; `blob` differs and is passed in. */
export async function first(schema: SchemaModule, blob: 'blob' | 'bytea'): Promise<void> {
  const binary = sql.raw(blob);
  await schema
    .createTable('organisations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('users')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('email', 'text', (c) => c.unique())
    .addColumn('emailConfirmedAt', 'text')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('organisationId', 'text', (c) => c.references('organisations.id'))
    .addColumn('administrator', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('passwordHash', 'text')
    .addColumn('language', 'text', (c) => c.notNull().defaultTo('nl'))
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .execute();
  await schema
    .createTable('sessions')
    .addColumn('idHash', 'text', (c) => c.primaryKey())
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id').onDelete('cascade'))
    .addColumn('expiresAt', 'bigint', (c) => c.notNull())
    .addColumn('startedAt', 'bigint', (c) => c.notNull())
    .execute();
  await schema.createIndex('sessionsByUser').on('sessions').column('userId').execute();
  await schema
    .createTable('signInLinks')
    .addColumn('tokenHash', 'text', (c) => c.primaryKey())
    .addColumn('userId', 'text', (c) => c.references('users.id').onDelete('cascade'))
    .addColumn('email', 'text')
    .addColumn('expiresAt', 'text', (c) => c.notNull())
    .addColumn('usedAt', 'text')
    .execute();
  await schema
    .createTable('boards')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('mode', 'text', (c) => c.notNull())
    .addColumn('generation', 'integer', (c) => c.notNull())
    .addColumn('schema', 'integer', (c) => c.notNull())
    .addColumn('sequence', 'bigint', (c) => c.notNull())
    .addColumn('rightsVersion', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('namedVersion', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('template', 'text')
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.references('users.id'))
    .addColumn('updatedAt', 'text', (c) => c.notNull())
    .addColumn('closedAt', 'text')
    .execute();
  await schema
    .createTable('boardParties')
    .addColumn('boardId', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('organisationId', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('boardPartiesKey', ['boardId', 'organisationId'])
    .execute();
  await schema
    .createTable('memberships')
    .addColumn('boardId', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id'))
    .addColumn('organisationId', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('membershipsKey', ['boardId', 'userId'])
    .execute();
  await schema.createIndex('membershipsByUser').on('memberships').column('userId').execute();
  await schema
    .createTable('withdrawals')
    .addColumn('boardId', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('userId', 'text', (c) => c.notNull().references('users.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('withdrawalsKey', ['boardId', 'userId'])
    .execute();
  await schema
    .createTable('invitations')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tokenHash', 'text', (c) => c.notNull().unique())
    .addColumn('boardId', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('organisationId', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('createdBy', 'text', (c) => c.notNull().references('users.id'))
    .addColumn('createdAt', 'text', (c) => c.notNull())
    .addColumn('expiresAt', 'text', (c) => c.notNull())
    .addColumn('revokedAt', 'text')
    .addColumn('used', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await schema
    .createTable('journal')
    .addColumn('boardId', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('sequence', 'bigint', (c) => c.notNull())
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('generation', 'integer', (c) => c.notNull())
    .addColumn('update', binary, (c) => c.notNull())
    .addColumn('authorId', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('journalKey', ['boardId', 'sequence'])
    .execute();
  await schema.createIndex('journalByDocument').on('journal').columns(['boardId', 'document', 'sequence']).execute();
  await schema
    .createTable('snapshots')
    .addColumn('boardId', 'text', (c) => c.notNull().references('boards.id'))
    .addColumn('document', 'text', (c) => c.notNull())
    .addColumn('sequence', 'bigint', (c) => c.notNull())
    .addColumn('generation', 'integer', (c) => c.notNull())
    .addColumn('state', binary, (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('snapshotsKey', ['boardId', 'document', 'sequence'])
    .execute();
}
