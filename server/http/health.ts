import { Hono } from 'hono';
import type { Metric } from '../metric.ts';
import { metricsAccess } from './metricsAccess.ts';
import { prometheus } from './prometheus.ts';
import type { Env } from './requestContext.ts';

export interface Health {
  /** Resolves when people can be served now; rejects, or takes its time, when not. */
  readonly ready: () => Promise<void>;
  readonly metrics: () => readonly Metric[];
  /** Absent: metrics are for this machine alone. */
  readonly metricsToken: string | undefined;
  readonly trustedProxies: number;
}

/** How long the store may think about taking a row before we say that it cannot serve. */
const PATIENCE_MS = 2_000;
const TEXT = { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8', 'Cache-Control': 'no-store' };

/** Whether people can be served now; an answer that takes too long is a no. */
export async function isReady(ready: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const answer = ready().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}

/** What tells an operator's tools how the process is: no person and no board is named. */
export function healthRoutes(health: Health): Hono<Env> {
  const { ready, metrics, metricsToken: token, trustedProxies } = health;
  return new Hono<Env>()
    .get('/healthz', (c) => c.text('ok\n'))
    .get('/readyz', async (c) => ((await isReady(ready)) ? c.text('ok\n') : c.text('not ready\n', 503)))
    .get('/metrics', (c) => {
      switch (metricsAccess(c.env.incoming, { token, trustedProxies })) {
        case 'allowed':
          return c.body(prometheus(metrics()), 200, TEXT);
        case 'wrongToken':
          return c.text('wrong or no token\n', 401, { 'WWW-Authenticate': 'Bearer' });
        default:
          return c.text('', 404);
      }
    });
}
