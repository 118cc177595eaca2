import type { Board } from '../../shared/board/board.ts';
import { documentKey, FRAME, party } from '../../shared/board/documentRef.ts';
import { boardOfStates } from '../../shared/doc/states.ts';
import type { TestServer } from './server.ts';

/** A board as its documents on the server say. */
export async function readBoard(server: Pick<TestServer, 'product'>, boardId: string): Promise<Board> {
  const { db, live } = server.product.services;
  const parties = await db.selectFrom('boardParties').selectAll().where('boardId', '=', boardId).execute();
  const refs = [FRAME, ...parties.map(({ organisationId }) => party(organisationId))];
  const states = refs.map(async (ref) => [ref, await live.readDocument(boardId, documentKey(ref))] as const);
  return boardOfStates(await Promise.all(states));
}
