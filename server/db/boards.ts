import { type Insertable, type Kysely, type Selectable, sql, type Updateable } from 'kysely';
import type { BoardSettings } from '../../shared/access/boardSettings.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { BoardTable, Tables } from './schema.ts';

export type BoardRow = Selectable<BoardTable>;

type RuleColumn = 'changeOutcomesBy' | 'archiveBy' | 'inviteBy';

/** Who may do what on the board, from its row. */
export function settingsOf(row: Pick<BoardRow, RuleColumn>): BoardSettings {
  return { changeOutcomes: row.changeOutcomesBy, archive: row.archiveBy, invite: row.inviteBy };
}

type BoardSettingsChange = { readonly [name in keyof BoardSettings]?: BoardSettings[name] | undefined };

/** The other way: the columns of the settings that are given. */
export function ruleColumns({
  changeOutcomes,
  archive,
  invite,
}: BoardSettingsChange): Partial<Pick<BoardRow, RuleColumn>> {
  return {
    ...(changeOutcomes === undefined ? {} : { changeOutcomesBy: changeOutcomes }),
    ...(archive === undefined ? {} : { archiveBy: archive }),
    ...(invite === undefined ? {} : { inviteBy: invite }),
  };
}

export async function insertBoard(db: Kysely<Tables>, board: Insertable<BoardTable>): Promise<void> {
  await db.insertInto('boards').values(board).execute();
}

export async function findBoard(db: Kysely<Tables>, id: Id): Promise<BoardRow | undefined> {
  return db.selectFrom('boards').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function updateBoard(
  db: Kysely<Tables>,
  id: Id,
  change: Pick<Updateable<BoardTable>, 'title' | 'mode' | 'closedAt' | 'updatedAt' | 'namedVersion' | RuleColumn>,
): Promise<void> {
  await db.updateTable('boards').set(change).where('id', '=', id).execute();
}

/** Begins another generation of a board: clients that hold a state of an earlier one are told so. */
export async function setGeneration(db: Kysely<Tables>, id: Id, generation: number): Promise<void> {
  await db.updateTable('boards').set({ generation }).where('id', '=', id).execute();
}

/** Says that a board has this schema, where there is nothing to journal with it. It is never lowered. */
export async function raiseSchema(db: Kysely<Tables>, id: Id, schema: number): Promise<void> {
  await db.updateTable('boards').set({ schema }).where('id', '=', id).where('schema', '<', schema).execute();
}

/** How many boards have a higher schema than this. */
export async function boardsAbove(db: Kysely<Tables>, schema: number): Promise<number> {
  const { count } = await db
    .selectFrom('boards')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('schema', '>', schema)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Lets one transaction at a time go on with this board. PostgreSQL holds its row; SQLite has one writer anyway, and
 * the write takes that place before anything is read.
 */
export async function lockBoard(db: Kysely<Tables>, boardId: Id): Promise<void> {
  await db.updateTable('boards').set({ rightsVersion: sql`"rightsVersion"` }).where('id', '=', boardId).execute();
}

/** Says in the board's row that its rights changed. Call it in the transaction that changes them. */
export async function raiseRightsVersion(db: Kysely<Tables>, boardId: Id): Promise<void> {
  await db.updateTable('boards').set({ rightsVersion: sql`"rightsVersion" + 1` }).where('id', '=', boardId).execute();
}

/** How often the rights of each of these boards changed. */
export async function rightsVersions(db: Kysely<Tables>, boardIds: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
  if (boardIds.length === 0) return new Map();
  const rows = await db.selectFrom('boards').select(['id', 'rightsVersion']).where('id', 'in', boardIds).execute();
  return new Map(rows.map((row) => [row.id, row.rightsVersion]));
}
