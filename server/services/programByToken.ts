import type { Id } from '../../shared/board/ids.ts';
import { findTokenByHash, noteTokenUse } from '../db/accessTokens.ts';
import type { Db } from '../db/database.ts';
import { hashToken } from './secrets.ts';

/** A program that came in by an access token. */
export interface Program {
  /** The token's id: what stands in the journal as author. */
  readonly id: Id;
  readonly name: string;
  readonly boardId: Id;
}

/** A program opens a socket for each document; its use is written down once for all of them. */
const NOTED_EVERY_MS = 60_000;

/** Which program shows this token; undefined when it works nowhere. Notes that it was used. */
export async function programByToken(db: Db, token: string, now: Date): Promise<Program | undefined> {
  const row = await findTokenByHash(db, hashToken(token), now.toISOString());
  if (!row) return undefined;
  const noted = row.lastUsedAt === null ? 0 : Date.parse(row.lastUsedAt);
  if (now.getTime() - noted >= NOTED_EVERY_MS) await noteTokenUse(db, row.id, now.toISOString());
  return { id: row.id, name: row.name, boardId: row.boardId };
}
