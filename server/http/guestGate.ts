import type { MiddlewareHandler } from 'hono';
import { Problem } from '../services/problem.ts';
import type { Env } from './requestContext.ts';

/** One part of an address. */
const ONE = '[^/]+';

/**
 * All that a guest may ask for: where they stand, their board, and coming in as someone else. A route that is not here
 * is closed to them, so that a new one is closed until someone thinks of guests.
 */
const OPEN: readonly (readonly [method: string, path: string])[] = [
  ['GET', '/session'],
  ['POST', '/session'],
  ['DELETE', '/session'],
  ['GET', `/session/link/${ONE}`],
  ['POST', '/session/link'],
  ['POST', '/sign-in-links'],
  ['GET', `/invitations/${ONE}`],
  ['POST', `/invitations/${ONE}`],
  ['GET', '/guest'],
  ['GET', `/guest-codes/${ONE}`],
  ['POST', `/guest-codes/${ONE}`],
  ['GET', '/boards'],
  ['GET', `/boards/${ONE}`],
  ['GET', `/boards/${ONE}/people`],
];

const patterns = OPEN.map(([method, path]) => [method, new RegExp(`^/api/v1${path}/?$`)] as const);

/** Keeps guests to what is theirs (`docs/board-spec.md`, V6). Throws `notAllowed`. */
export const guestGate: MiddlewareHandler<Env> = async (c, next) => {
  const isGuest = c.var.signedIn !== undefined && c.var.signedIn.guestOf !== null;
  const method = c.req.method === 'HEAD' ? 'GET' : c.req.method;
  const isOpen = patterns.some(([allowed, path]) => allowed === method && path.test(c.req.path));
  if (isGuest && !isOpen) throw new Problem('notAllowed');
  await next();
};
