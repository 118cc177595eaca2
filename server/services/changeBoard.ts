import type { z } from 'zod';
import type { AuditAction } from '../../shared/access/auditActions.ts';
import type { BoardAction } from '../../shared/access/boardActions.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { boardChangeSchema } from '../../shared/protocol/api.ts';
import { type BoardRow, lockBoard, raiseRightsVersion, ruleColumns, updateBoard } from '../db/boards.ts';
import { boardFor, boardOf } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import { mendBoard } from './mendBoard.ts';
import { migrateBoard } from './migrateBoard.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { rightsChanged } from './rightsChanged.ts';

type BoardChange = z.infer<typeof boardChangeSchema>;

function actionsOf(change: BoardChange): BoardAction[] {
  return [
    ...(change.title === undefined ? [] : (['rename'] as const)),
    ...(change.mode === undefined ? [] : (['setMode'] as const)),
    ...(change.closed === undefined ? [] : (['close'] as const)),
    ...(change.settings === undefined ? [] : (['setRules'] as const)),
  ];
}

/** What the log is told: of what is as it was nothing. */
function eventsOf(
  change: BoardChange,
  board: BoardRow,
): { action: AuditAction; detail?: { from: string; mode: string } }[] {
  const { title, mode, closed } = change;
  const isClosed = board.closedAt !== null;
  return [
    ...(title === undefined || title === board.title ? [] : [{ action: 'board.renamed' } as const]),
    ...(mode === undefined || mode === board.mode
      ? []
      : [{ action: 'board.modeChanged', detail: { from: board.mode, mode } } as const]),
    ...(closed === undefined || closed === isClosed
      ? []
      : [{ action: closed ? 'board.closed' : 'board.reopened' } as const]),
  ];
}

/**
 * Renames a board, sets its mode, its rules of who may do what, closes or reopens it: all that is asked, or nothing.
 * @throws Problem `notFound`, `notAllowed`, `boardClosed` where a closed board would change without being reopened
 */
export async function changeBoard(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  change: BoardChange,
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    const { board } = await boardOf(tx, person, boardId);
    for (const action of actionsOf(change)) await boardFor(tx, person, boardId, action);
    if (board.closedAt !== null && change.closed !== false) throw new Problem('boardClosed');
    const at = context.now().toISOString();
    await updateBoard(tx, boardId, {
      updatedAt: at,
      ...(change.title === undefined ? {} : { title: change.title }),
      ...(change.mode === undefined ? {} : { mode: change.mode }),
      ...(change.closed === undefined ? {} : { closedAt: change.closed ? at : null }),
      ...ruleColumns(change.settings ?? {}),
    });
    const isRights = change.mode !== undefined || change.closed !== undefined || change.settings !== undefined;
    if (isRights) await raiseRightsVersion(tx, boardId);
    const events = eventsOf(change, board).map((event) => ({ ...event, actor: person, boardId, subjectId: boardId }));
    await context.audit.write(tx, ...events);
  });
  if (change.closed === false) {
    // Neither was done while it was closed; people may have it open already.
    await migrateBoard(context, boardId);
    context.later(() => mendBoard(context, boardId));
  }
  rightsChanged(context, boardId);
}
