import type { MiddlewareHandler } from 'hono';
import { Problem } from '../services/problem.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Origins from which a browser may change something: that of PUBLIC_URL; the local names of one's own machine too
 * where that is one of them.
 */
export function allowedOrigins(publicUrl: string): ReadonlySet<string> {
  const { protocol, hostname, port, origin } = new URL(publicUrl);
  if (!LOOPBACK.includes(hostname)) return new Set([origin]);
  return new Set(LOOPBACK.map((name) => new URL(`${protocol}//${name}${port ? `:${port}` : ''}`).origin));
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send. Programs that are no browser send no `Origin` and carry nobody's
 * cookie by accident.
 */
export function sameOriginOnly(origins: ReadonlySet<string>): MiddlewareHandler {
  return async (c, next) => {
    if (!READING.has(c.req.method)) {
      const origin = c.req.header('origin');
      const site = c.req.header('sec-fetch-site');
      const isOther = origin === undefined ? site === 'cross-site' || site === 'same-site' : !origins.has(origin);
      if (isOther) throw new Problem('notAllowed');
    }
    await next();
  };
}
