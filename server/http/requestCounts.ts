import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Metric } from '../metric.ts';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS']);

/** Counts requests by the route's template, never by the address: that may hold a link's token. */
export interface RequestCounts {
  readonly middleware: MiddlewareHandler;
  readonly metric: () => Metric;
}

export function requestCounts(): RequestCounts {
  const counts = new Map<string, { readonly labels: Record<string, string>; value: number }>();

  const middleware: MiddlewareHandler = async (c, next) => {
    await next();
    // Routes, methods and classes are few, so that strangers cannot make the list long.
    const method = METHODS.has(c.req.method) ? c.req.method : 'other';
    const labels = { method, route: routePath(c), status: `${Math.floor(c.res.status / 100)}xx` };
    const key = Object.values(labels).join(' ');
    const known = counts.get(key);
    if (known) known.value += 1;
    else counts.set(key, { labels, value: 1 });
  };

  return {
    middleware,
    metric: () => ({
      name: 'http_requests_total',
      help: 'Requests answered, by method, route template and class of status.',
      type: 'counter',
      samples: [...counts.values()],
    }),
  };
}
