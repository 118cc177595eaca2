import type { Handler } from 'hono';
import { Hono } from 'hono';
import type { Metric } from '../metric.ts';
import { actingFor } from '../services/audit/actingFor.ts';
import type { ServiceContext } from '../services/context.ts';
import { signInLimits } from '../services/signInLimits.ts';
import { api } from './api.ts';
import { clientAddress } from './clientAddress.ts';
import { type Health, healthRoutes, isReady } from './health.ts';
import type { Installation } from './installation.ts';
import { noteRefusal } from './noteRefusal.ts';
import { sameOriginOnly } from './origins.ts';
import { asProblem, problemResponse } from './problemResponse.ts';
import type { Env } from './requestContext.ts';
import { requestCounts } from './requestCounts.ts';
import { programRoutes } from './routes/programRoutes.ts';
import { securityHeaders } from './securityHeaders.ts';

export interface AppOptions {
  readonly services: ServiceContext;
  readonly health: Omit<Health, 'trustedProxies'>;
  readonly origins: ReadonlySet<string>;
  readonly trustedProxies: number;
  readonly version: string;
  readonly storage: Installation['storage'];
  /** Serves the client; undefined where something before this does. */
  readonly client: Handler | undefined;
}

/** Everything that the product answers over HTTP, but for the live connection. */
export function createApp({
  services,
  health,
  origins,
  trustedProxies,
  version,
  storage,
  client,
}: AppOptions): Hono<Env> {
  const limits = signInLimits();
  const requests = requestCounts();
  const app = new Hono<Env>();
  app.onError((error, c) => {
    const problem = asProblem(error);
    const level = problem.code === 'internal' ? 'error' : problem.code === 'storeUnavailable' ? 'warn' : 'debug';
    // The path may hold a link's token; the route does not.
    services.logger[level]({ err: problem.cause, code: problem.code, route: c.req.routePath }, 'request failed');
    noteRefusal(c, problem.code, services.audit, trustedProxies);
    return problemResponse(c, error);
  });
  app.use(requests.middleware);
  app.use(securityHeaders(origins, client !== undefined));
  const metrics = (): readonly Metric[] => [...health.metrics(), requests.metric()];
  app.route('/', healthRoutes({ ...health, metrics, trustedProxies }));
  app.use(sameOriginOnly(origins));
  app.use(async (c, next) => {
    c.set('services', services);
    c.set('limits', limits);
    c.set('address', clientAddress(c.env.incoming, trustedProxies));
    await actingFor({ address: c.var.address }, next);
  });
  app.route('/api/v1', api({ version, metrics, storage, isReady: () => isReady(health.ready) }));
  app.route('/', programRoutes);
  if (client) app.all('*', client);
  return app;
}
