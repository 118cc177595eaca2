import type { Id } from '../../shared/board/ids.ts';
import type { AccessToken } from '../../shared/protocol/api.ts';
import { workingTokens } from '../db/accessTokens.ts';
import { boardFor } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import type { Person } from './person.ts';
import { shownAccessToken } from './shownAccessToken.ts';

/**
 * The tokens with which programs may come to this board now, newest first.
 * @throws Problem `notFound`, `notAllowed`
 */
export async function listAccessTokens(
  { db, now }: ServiceContext,
  person: Person,
  boardId: Id,
): Promise<AccessToken[]> {
  await boardFor(db, person, boardId, 'manageTokens');
  return (await workingTokens(db, boardId, now().toISOString())).map(shownAccessToken);
}
