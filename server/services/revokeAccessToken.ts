import type { Id } from '../../shared/board/ids.ts';
import { revokeTokenRow } from '../db/accessTokens.ts';
import { lockBoard, raiseRightsVersion } from '../db/boards.ts';
import { boardFor } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { rightsChanged } from './rightsChanged.ts';

/**
 * Ends a token at once: programs that are connected with it are closed.
 * @throws Problem `notFound`, `notAllowed`
 */
export async function revokeAccessToken(
  context: ServiceContext,
  person: Person,
  boardId: Id,
  tokenId: Id,
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    await boardFor(tx, person, boardId, 'manageTokens');
    if (!(await revokeTokenRow(tx, boardId, tokenId, context.now().toISOString()))) throw new Problem('notFound');
    await raiseRightsVersion(tx, boardId);
    await context.audit.write(tx, { action: 'program.tokenRevoked', actor: person, boardId, subjectId: tokenId });
  });
  rightsChanged(context, boardId);
}
