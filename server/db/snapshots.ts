import { createHash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { SnapshotTable, Tables } from './schema.ts';

export type SnapshotRow = Selectable<SnapshotTable>;

/** Hex SHA-256 of a snapshot's stored bytes. */
export function snapshotHash(state: Uint8Array): string {
  return createHash('sha256').update(state).digest('hex');
}

/** Snapshots of one document in one generation, newest first. */
export async function newestSnapshots(
  db: Kysely<Tables>,
  boardId: string,
  document: string,
  generation: number,
  limit: number,
): Promise<SnapshotRow[]> {
  return db
    .selectFrom('snapshots')
    .selectAll()
    .where('boardId', '=', boardId)
    .where('document', '=', document)
    .where('generation', '=', generation)
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute();
}

/** Adds a snapshot; one that is there already for that sequence number stays. */
export async function addSnapshot(db: Kysely<Tables>, snapshot: SnapshotRow): Promise<void> {
  await db
    .insertInto('snapshots')
    .values(snapshot)
    .onConflict((conflict) => conflict.columns(['boardId', 'document', 'sequence']).doNothing())
    .execute();
}

/**
 * Adds a snapshot in the place of one that is there for that sequence number: what began a new generation goes before
 * what an earlier one had there, which is the same state.
 */
export async function replaceSnapshot(db: Kysely<Tables>, snapshot: SnapshotRow): Promise<void> {
  const { generation, state, hash, at } = snapshot;
  await db
    .insertInto('snapshots')
    .values(snapshot)
    .onConflict((conflict) =>
      conflict.columns(['boardId', 'document', 'sequence']).doUpdateSet({ generation, state, hash, at }),
    )
    .execute();
}
