import type { TokenAccess } from '../../shared/access/roles.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { AccessTokenCreated } from '../../shared/protocol/api.ts';
import { insertAccessToken, tokenIdOf, workingTokens } from '../db/accessTokens.ts';
import { lockBoard } from '../db/boards.ts';
import { boardFor } from './boardAccess.ts';
import type { ServiceContext } from './context.ts';
import type { Person } from './person.ts';
import { Problem } from './problem.ts';
import { hashToken, newId, newToken } from './secrets.ts';
import { shownAccessToken } from './shownAccessToken.ts';

export interface NewAccessToken {
  readonly name: string;
  readonly access: TokenAccess;
  /** Days until it expires; absent for one that works until it is revoked. */
  readonly validDays?: number | undefined;
}

/** So that scanners of source code know a token that someone left in it. */
const TOKEN_START = 'obt_';
const DAY_MS = 24 * 60 * 60 * 1000;
/** Working tokens of one board. */
const MOST = 50;

/**
 * Makes a token with which another program reads or writes this board. It is shown once: only its hash is stored.
 * @throws Problem `notFound`, `notAllowed`, `boardClosed`, `tooManyTokens`
 */
export async function createAccessToken(
  { db, live, now, audit }: ServiceContext,
  person: Person,
  boardId: Id,
  { name, access, validDays }: NewAccessToken,
): Promise<AccessTokenCreated> {
  const token = TOKEN_START + newToken();
  const at = now();
  const row = await db.transaction().execute(async (tx) => {
    await lockBoard(tx, boardId);
    const { board, membership } = await boardFor(tx, person, boardId, 'manageTokens');
    if (board.closedAt !== null) throw new Problem('boardClosed');
    if ((await workingTokens(tx, boardId, at.toISOString())).length >= MOST) throw new Problem('tooManyTokens');
    const made = {
      id: tokenIdOf(newId()),
      tokenHash: hashToken(token),
      boardId,
      name,
      access,
      createdBy: person.id,
      createdAt: at.toISOString(),
      expiresAt: validDays === undefined ? null : new Date(at.getTime() + validDays * DAY_MS).toISOString(),
      revokedAt: null,
      lastUsedAt: null,
    };
    await insertAccessToken(tx, made);
    const detail = { access, ...(made.expiresAt === null ? {} : { until: made.expiresAt }) };
    const { organisationId } = membership;
    const subject = { boardId, organisationId, subjectId: made.id };
    await audit.write(tx, { action: 'program.tokenMade', actor: person, ...subject, detail });
    return { ...made, madeBy: person.name, organisationId: membership.organisationId };
  });
  live.boardChanged(boardId);
  return { ...shownAccessToken(row), token };
}
