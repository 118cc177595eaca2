import type { Kysely, Selectable } from 'kysely';
import type { Id } from '../../shared/board/ids.ts';
import type { DraftReaderTable, Tables } from './schema.ts';

export type DraftReaderRow = Selectable<DraftReaderTable>;

/** The organisations whose drafts on a board this person was let in to. */
export async function draftsSeenBy(db: Kysely<Tables>, boardId: Id, userId: Id): Promise<Id[]> {
  const rows = await db
    .selectFrom('draftReaders')
    .select('organisationId')
    .where('boardId', '=', boardId)
    .where('userId', '=', userId)
    .where('endedAt', 'is', null)
    .execute();
  return rows.map((row) => row.organisationId);
}

/** Everyone who sees, or ever saw, the drafts of an organisation on a board. */
export async function draftReadersOf(db: Kysely<Tables>, boardId: Id, organisationId: Id): Promise<DraftReaderRow[]> {
  return db
    .selectFrom('draftReaders')
    .selectAll()
    .where('boardId', '=', boardId)
    .where('organisationId', '=', organisationId)
    .orderBy('userId')
    .execute();
}

/** Lets someone see an organisation's drafts; who does so already goes on. */
export async function admitDraftReader(
  db: Kysely<Tables>,
  { boardId, organisationId, userId, admittedBy, admittedAt }: Omit<DraftReaderRow, 'endedAt'>,
): Promise<void> {
  await db
    .insertInto('draftReaders')
    .values({ boardId, organisationId, userId, admittedBy, admittedAt, endedAt: null })
    .onConflict((conflict) =>
      conflict.columns(['boardId', 'organisationId', 'userId']).doUpdateSet({ admittedBy, admittedAt, endedAt: null }),
    )
    .execute();
}

/** Ends what someone sees of drafts on a board: of one organisation, or of all. The rows stay. */
export async function endDraftReading(
  db: Kysely<Tables>,
  boardId: Id,
  userId: Id,
  endedAt: string,
  organisationId?: Id,
): Promise<void> {
  const all = db
    .updateTable('draftReaders')
    .set({ endedAt })
    .where('boardId', '=', boardId)
    .where('userId', '=', userId)
    .where('endedAt', 'is', null);
  await (organisationId === undefined ? all : all.where('organisationId', '=', organisationId)).execute();
}
