import { createHash, randomBytes } from 'node:crypto';
import type { Id } from '../../shared/board/ids.ts';

/** An id that nobody can guess or meet twice. */
export function newId(): Id {
  return randomBytes(12).toString('hex');
}

/** A secret for a link: 256 bits. Only its hash is stored. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** Hex SHA-256; the secrets have full entropy, so that a slow hash would add nothing. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
