import type { Kysely } from 'kysely';
import type { Mode, Role } from '../../shared/access/roles.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { Tables } from './schema.ts';

/** A board as one of its people sees it in a list. */
export interface BoardSummaryRow {
  readonly id: Id;
  readonly title: string;
  readonly mode: Mode;
  readonly role: Role;
  readonly organisationId: Id;
  readonly closedAt: string | null;
  readonly updatedAt: string;
  readonly participants: number;
}

/** The boards of which someone is a participant, last changed first; one of them when `boardId` is given. */
export async function boardsOfUser(db: Kysely<Tables>, userId: Id, boardId?: Id): Promise<BoardSummaryRow[]> {
  let query = db
    .selectFrom('memberships')
    .innerJoin('boards', 'boards.id', 'memberships.boardId')
    .select(['boards.id', 'boards.title', 'boards.mode', 'boards.closedAt', 'boards.updatedAt'])
    .select(['memberships.role', 'memberships.organisationId'])
    .select((select) =>
      select
        .selectFrom('memberships as others')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('others.boardId', '=', 'boards.id')
        .as('participants'),
    )
    .where('memberships.userId', '=', userId)
    .orderBy('boards.updatedAt', 'desc')
    .orderBy('boards.id');
  if (boardId !== undefined) query = query.where('boards.id', '=', boardId);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, participants: Number(row.participants) }));
}
