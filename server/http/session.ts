import type { Context, MiddlewareHandler } from 'hono';
import type { AuditAction } from '../../shared/access/auditActions.ts';
import { guestLeft } from '../services/guests/guestLeft.ts';
import { GUEST_LASTS_MS } from '../services/guests/guestLimits.ts';
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

/** Who asks with an account of their own; undefined for a guest too, who may still become someone. */
export function accountOf(c: Context<Env>): Person | undefined {
  return c.var.signedIn?.guestOf === null ? c.var.signedIn.person : undefined;
}

/**
 * Signs a person in with a new session, and ends the one that this browser had.
 * @param by how they came in, for the log
 */
export async function startSession(c: Context<Env>, person: Person, by: AuditAction): Promise<void> {
  const { sessions, audit } = c.var.services;
  const { id, organisationId } = person;
  await audit.note({ action: by, actor: person, organisationId, subjectId: id });
  await replaceSession(c, await sessions.start(id, deviceOf(c.req.header('user-agent'))));
}

/** The same for a guest, for a day at most. */
export async function startGuestSession(c: Context<Env>, guest: Person): Promise<void> {
  await replaceSession(c, await c.var.services.sessions.startGuest(guest.id, GUEST_LASTS_MS));
}

async function replaceSession(c: Context<Env>, cookie: string): Promise<void> {
  if (c.var.signedIn) await endSession(c, c.var.signedIn);
  c.header('Set-Cookie', cookie);
}

/** Ends a session, and closes the connections that came in with it. A guest leaves the board by it. */
export async function endSession(c: Context<Env>, { sessionKey, guestOf, person }: SignedIn): Promise<void> {
  const { services } = c.var;
  if (guestOf !== null) await guestLeft(services, guestOf, person.id);
  await services.sessions.end(sessionKey);
  services.live.sessionEnded(sessionKey);
}
