import { allDocuments, documentKey } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { migrate } from '../../shared/doc/migrate.ts';
import { partiesOf } from '../db/boardParties.ts';
import { findBoard, raiseSchema } from '../db/boards.ts';
import type { ServiceContext } from './context.ts';
import { onceAtATime } from './onceAtATime.ts';

async function bringUp(context: ServiceContext, boardId: Id): Promise<void> {
  const { db, live, shape } = context;
  const board = await findBoard(db, boardId);
  // Nobody writes in a closed board, and reading understands every earlier shape: it stays as it was closed.
  if (!board || board.closedAt !== null || board.schema >= shape.schema) return;
  const refs = allDocuments(await partiesOf(db, boardId));
  const states: (readonly [(typeof refs)[number], Uint8Array])[] = [];
  for (const ref of refs) states.push([ref, await live.readDocument(boardId, documentKey(ref))]);
  const edits = migrate(states, board.schema, shape);
  if (edits.size > 0) await live.write(boardId, edits, null, shape.schema);
  else await raiseSchema(db, boardId, shape.schema);
  context.logger.info({ boardId, from: board.schema, to: shape.schema, documents: edits.size }, 'a board was migrated');
}

const migrateOnce = onceAtATime(async (context, boardId) => {
  try {
    await bringUp(context, boardId);
  } catch (error) {
    // The board opens all the same: every earlier shape can be read and written. The next opening tries again.
    context.logger.error({ err: error, boardId }, 'a board could not be migrated');
  }
});

/**
 * Brings a board to the schema of this version: what the steps add and the board's new number are journalled in one
 * transaction, with the server as author. Call it before someone who may write is let in. An error is logged.
 */
export async function migrateBoard(context: ServiceContext, boardId: Id): Promise<void> {
  await migrateOnce(context, boardId);
}
