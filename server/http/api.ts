import { bodyLimit } from 'hono/body-limit';
import { Problem } from '../services/problem.ts';
import { apiRouter } from './apiRouter.ts';
import { guestGate } from './guestGate.ts';
import type { Installation } from './installation.ts';
import { accessTokenRoutes } from './routes/accessTokenRoutes.ts';
import { adminRoutes } from './routes/adminRoutes.ts';
import { auditRoutes } from './routes/auditRoutes.ts';
import { boardRoutes } from './routes/boardRoutes.ts';
import { deviceRoutes } from './routes/deviceRoutes.ts';
import { draftRoutes } from './routes/draftRoutes.ts';
import { guestEntryRoutes } from './routes/guestEntryRoutes.ts';
import { guestRoutes } from './routes/guestRoutes.ts';
import { invitationRoutes } from './routes/invitationRoutes.ts';
import { peopleRoutes } from './routes/peopleRoutes.ts';
import { sessionRoutes } from './routes/sessionRoutes.ts';
import { templateRoutes } from './routes/templateRoutes.ts';
import { transferRoutes } from './routes/transferRoutes.ts';
import { readSession } from './session.ts';

/** Names, titles and passwords: nothing that comes in here is large. */
const LARGEST_BODY = 64 * 1024;

/** Everything under `/api/v1`. */
export function api(installation: Installation) {
  const { version } = installation;
  const router = apiRouter();
  router.use(async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('API-Version', version);
  });
  const onError = (): never => {
    throw new Problem('payloadTooLarge');
  };
  router.use(bodyLimit({ maxSize: LARGEST_BODY, onError }));
  router.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Opbrengstenbord', version },
    servers: [{ url: '/api/v1' }],
  });
  router.use(readSession);
  router.use(guestGate);
  router.route('/', sessionRoutes);
  router.route('/', deviceRoutes);
  router.route('/', boardRoutes);
  router.route('/', peopleRoutes);
  router.route('/', draftRoutes);
  router.route('/', invitationRoutes);
  router.route('/', accessTokenRoutes);
  router.route('/', auditRoutes);
  router.route('/', guestRoutes);
  router.route('/', guestEntryRoutes);
  router.route('/', templateRoutes);
  router.route('/', adminRoutes(installation));
  router.route('/', transferRoutes);
  router.all('*', () => {
    throw new Problem('notFound');
  });
  return router;
}
