import type { SchemaModule } from 'kysely';

/** The audit log, and the head of its chain. */
export async function audit(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('auditEvents')
    .addColumn('sequence', 'bigint', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('actorKind', 'text', (c) => c.notNull())
    .addColumn('actorId', 'text')
    .addColumn('boardId', 'text')
    .addColumn('organisationId', 'text')
    .addColumn('subjectId', 'text')
    .addColumn('result', 'text', (c) => c.notNull())
    .addColumn('address', 'text')
    .addColumn('detail', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
  await schema.createIndex('auditEventsByBoard').on('auditEvents').columns(['boardId', 'sequence']).execute();
  await schema.createIndex('auditEventsByActor').on('auditEvents').columns(['actorId', 'action', 'sequence']).execute();
  await schema
    .createTable('auditHead')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('sequence', 'bigint', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute();
}
