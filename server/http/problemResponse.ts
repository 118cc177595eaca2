import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { problem as sentences } from '../../shared/i18n/nl/problem.ts';
import type { ProblemCode } from '../../shared/protocol/api.ts';
import { Problem, problemOf } from '../services/problem.ts';

const STATUS: { readonly [code in ProblemCode]: ContentfulStatusCode } = {
  invalidInput: 400,
  notSignedIn: 401,
  wrongCredentials: 401,
  notAllowed: 403,
  notFound: 404,
  linkExpired: 410,
  linkUsed: 410,
  invitationExpired: 410,
  invitationUsed: 410,
  accountOff: 403,
  emailTaken: 409,
  passwordWrong: 403,
  signInAgain: 403,
  lastFacilitator: 409,
  boardClosed: 409,
  boardTooNew: 409,
  tooManyParties: 409,
  tooManyTokens: 409,
  transferRefused: 409,
  tooManyRequests: 429,
  payloadTooLarge: 413,
  storeUnavailable: 503,
  internal: 500,
};

/** Any error as a problem, what the framework throws too. */
export function asProblem(error: unknown): Problem {
  // The framework throws this for a body that is no JSON.
  if (error instanceof HTTPException && error.status < 500) return new Problem('invalidInput', { cause: error });
  return problemOf(error);
}

/** Any error as an answer: the one place where codes become statuses. */
export function problemResponse(c: Context, error: unknown): Response {
  const { code, fields } = asProblem(error);
  const status = STATUS[code];
  const body = { type: `urn:opbrengstenbord:problem:${code}`, title: sentences[code], status, code };
  if (code === 'tooManyRequests') c.header('Retry-After', '60');
  if (code === 'storeUnavailable') c.header('Retry-After', '5');
  return c.body(JSON.stringify(fields ? { ...body, fields } : body), status, {
    'Content-Type': 'application/problem+json',
  });
}
