import type { Kysely, Selectable } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { BoardRow } from './boards.ts';
import type { JournalTable, Tables } from './schema.ts';
import type { SnapshotRow } from './snapshots.ts';

export async function allBoards(db: Kysely<Tables>): Promise<BoardRow[]> {
  return db.selectFrom('boards').selectAll().orderBy('id').execute();
}

/** Every row of a board's journal, in order. */
export async function journalOf(
  db: Kysely<Tables>,
  boardId: Id,
): Promise<Pick<Selectable<JournalTable>, 'sequence' | 'document' | 'generation' | 'update'>[]> {
  return db
    .selectFrom('journal')
    .select(['sequence', 'document', 'generation', 'update'])
    .where('boardId', '=', boardId)
    .orderBy('sequence')
    .execute();
}

/** Every snapshot of a board's documents, oldest first. */
export async function snapshotsOf(db: Kysely<Tables>, boardId: Id): Promise<SnapshotRow[]> {
  return db.selectFrom('snapshots').selectAll().where('boardId', '=', boardId).orderBy('sequence').execute();
}

/** Documents of a board of which something is stored in this generation. */
export async function documentsInGeneration(db: Kysely<Tables>, boardId: Id, generation: number): Promise<string[]> {
  const written = db
    .selectFrom('journal')
    .select('document')
    .where('boardId', '=', boardId)
    .where('generation', '=', generation);
  const folded = db
    .selectFrom('snapshots')
    .select('document')
    .where('boardId', '=', boardId)
    .where('generation', '=', generation);
  const rows = await written.union(folded).execute();
  return rows.map(({ document }) => document);
}
