import type { Context, MiddlewareHandler } from 'hono';
import type { AuditAction } from '../../shared/access/auditActions.ts';
import type { Person } from '../services/person.ts';
import { Problem } from '../services/problem.ts';
import { deviceOf } from '../services/session/deviceOf.ts';
import type { SignedIn } from '../services/session/sessions.ts';
import type { Env } from './requestContext.ts';

/** Finds out who asks, and prolongs their session. */
export const readSession: MiddlewareHandler<Env> = async (c, next) => {
  const signedIn = await c.var.services.sessions.sessionOf(c.req.header('cookie'));
  c.set('signedIn', signedIn);
  if (signedIn?.renewedCookie) c.header('Set-Cookie', signedIn.renewedCookie);
  await next();
};

/** Who asks, with their session. Throws `notSignedIn`. */
export function requireSession(c: Context<Env>): SignedIn {
  if (!c.var.signedIn) throw new Problem('notSignedIn');
  return c.var.signedIn;
}

/** Who asks. Throws `notSignedIn`. */
export function requirePerson(c: Context<Env>): Person {
  return requireSession(c).person;
}

/**
 * Signs a person in with a new session, and ends the one that this browser had.
 * @param by how they came in, for the log
 */
export async function startSession(c: Context<Env>, person: Person, by: AuditAction): Promise<void> {
  const { sessions, audit } = c.var.services;
  const { id, organisationId } = person;
  await audit.note({ action: by, actor: person, organisationId, subjectId: id });
  const cookie = await sessions.start(id, deviceOf(c.req.header('user-agent')));
  if (c.var.signedIn) await endSession(c, c.var.signedIn.sessionKey);
  c.header('Set-Cookie', cookie);
}

/** Ends a session, and closes the connections that came in with it. */
export async function endSession(c: Context<Env>, sessionKey: string): Promise<void> {
  await c.var.services.sessions.end(sessionKey);
  c.var.services.live.sessionEnded(sessionKey);
}
