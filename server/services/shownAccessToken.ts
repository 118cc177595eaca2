import type { AccessToken } from '../../shared/protocol/api.ts';
import type { WorkingToken } from '../db/accessTokens.ts';

/** A token as facilitators see it: without its hash. */
export function shownAccessToken(row: WorkingToken): AccessToken {
  const { id, name, access, madeBy, createdAt, expiresAt, lastUsedAt } = row;
  return { id, name, access, madeBy, createdAt, expiresAt, lastUsedAt };
}
