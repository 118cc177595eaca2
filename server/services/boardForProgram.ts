import { sharedDocuments } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import { documentName } from '../../shared/doc/names.ts';
import { boardState } from '../db/boardRights.ts';
import type { ServiceContext } from './context.ts';
import { Problem } from './problem.ts';
import { programByToken } from './programByToken.ts';

/** What a program names when it connects, and what it can connect to. */
export interface BoardForProgram {
  readonly generation: number;
  readonly schema: number;
  /** Names on the wire. */
  readonly documents: readonly string[];
}

/**
 * A board as a program with an access token needs to know it before it connects.
 * @throws Problem `notSignedIn` for a token that does not work, `notFound` for another board than its own
 */
export async function boardForProgram(context: ServiceContext, token: string, boardId: Id): Promise<BoardForProgram> {
  const program = await programByToken(context.db, token, context.now());
  if (!program) throw new Problem('notSignedIn');
  const board = program.boardId === boardId ? await boardState(context.db, boardId) : undefined;
  if (!board) throw new Problem('notFound');
  const { generation, schema, parties } = board;
  const documents = sharedDocuments(parties).map((ref) => documentName(boardId, ref));
  return { generation, schema, documents };
}
