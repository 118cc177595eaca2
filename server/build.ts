import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import { type DocumentShape, SHAPE } from '../shared/doc/migrate.ts';
import { attachCollab } from './collab/attachCollab.ts';
import type { CollabLimits } from './collab/limits.ts';
import type { Collab } from './collab/liveBoards.ts';
import { noteRefusedEdit } from './collab/noteRefusedEdit.ts';
import { boardState, participantOf } from './db/boardRights.ts';
import { type Database, openDatabase } from './db/database.ts';
import { diskOf, storeBytes } from './db/installation.ts';
import type { Journal } from './db/journal.ts';
import { openJournal } from './db/openJournal.ts';
import { ping, tryWriting } from './db/ping.ts';
import { lockStore } from './db/storeLock.ts';
import type { Settings } from './env.ts';
import { createApp } from './http/app.ts';
import { clientAddress } from './http/clientAddress.ts';
import { readClientFiles } from './http/clientFiles.ts';
import { type DevClient, devClient } from './http/devClient.ts';
import { HTTP_LIMITS, type HttpLimits, httpServer, starting } from './http/httpServer.ts';
import { allowedOrigins } from './http/origins.ts';
import { watchProcess } from './http/processMetrics.ts';
import { serveClient } from './http/serveClient.ts';
import type { Metric } from './metric.ts';
import { PRODUCT_ROOT, productVersion } from './productRoot.ts';
import { createAudit } from './services/audit/audit.ts';
import type { ServiceContext } from './services/context.ts';
import { every } from './services/every.ts';
import { forgetOldSecrets } from './services/forgetOldSecrets.ts';
import { laterTasks } from './services/laterTasks.ts';
import { outbox } from './services/mail/outbox.ts';
import { smtp } from './services/mail/smtp.ts';
import { mendBoard } from './services/mendBoard.ts';
import { migrateBoard } from './services/migrateBoard.ts';
import { programByToken } from './services/programByToken.ts';
import { createSessions } from './services/session/sessions.ts';
import { rightsWatch } from './services/watchRights.ts';

/** Everything behind HTTP. */
export interface Backend {
  readonly services: ServiceContext;
  readonly database: Database;
  readonly live: Collab;
  readonly journal: Journal;
  /** Tells connected clients to come back; what they sent is journalled. */
  readonly disconnect: () => Promise<void>;
  /** Disconnects, finishes what was begun and closes the database. */
  readonly close: () => Promise<void>;
}

interface BackendOptions {
  readonly shape?: DocumentShape;
  readonly limits?: Partial<CollabLimits>;
}

/**
 * Opens the database and puts the services and the live documents together.
 * @param http the server at which the live documents are reached; one that does not listen reaches nobody
 * @param options `shape`: the shape in which boards are written, and `limits`: others of the live documents than the
 *   product's; both for tests
 * @throws when the database cannot be reached or brought up to date
 */
export async function openBackend(
  settings: Settings,
  logger: Logger,
  http: Server,
  publicUrl: string,
  { shape = SHAPE, limits = {} }: BackendOptions = {},
): Promise<Backend> {
  const database = await openDatabase(settings);
  const { db } = database;
  const now = (): Date => new Date();
  const journal = openJournal(database, logger);
  const sessions = createSessions(db, publicUrl.startsWith('https:'));
  const tasks = laterTasks(logger);
  const audit = createAudit(db, now, tasks.later, logger);
  const live = attachCollab(http, {
    database,
    journal,
    rights: {
      boardState: (boardId) => boardState(db, boardId),
      participantOf: (boardId, userId) => participantOf(db, boardId, userId),
    },
    publicUrl,
    origins: allowedOrigins(publicUrl),
    sessionOf: sessions.look,
    programOf: (token) => programByToken(db, token, now()),
    addressOf: (request) => clientAddress(request, settings.trustedProxies),
    schema: shape.schema,
    migrate: (boardId) => migrateBoard(services, boardId),
    onRefused: (edit) => noteRefusedEdit(audit, edit),
    onWhole: (boardId) => tasks.later(() => mendBoard(services, boardId)),
    logger,
    limits,
  });
  const services: ServiceContext = {
    db,
    live,
    shape,
    sessions,
    audit,
    sendMail: settings.smtpUrl
      ? smtp(settings.smtpUrl, settings.mailFrom, now)
      : outbox(settings.dataDir, settings.mailFrom, now),
    publicUrl: () => publicUrl,
    now,
    logger,
    later: tasks.later,
  };
  let disconnected: Promise<void> | undefined;
  const disconnect = (): Promise<void> => {
    disconnected ??= live.close();
    return disconnected;
  };
  const close = async (): Promise<void> => {
    await disconnect();
    await audit.writeSums(true).catch((error: unknown) => logger.warn({ err: error }, 'audit: sums were not written'));
    await tasks.done();
    await journal.close();
    await database.close();
  };
  return { services, database, live, journal, disconnect, close };
}

export interface RunningServer extends Backend {
  /** Address at which this process answers. */
  readonly url: string;
  /** Origin at which people reach it. */
  readonly publicUrl: string;
  /** For who cannot wait for `close`: what is not on disk yet is let go, unacknowledged. */
  readonly abandon: () => Promise<void>;
}

function listen(http: Server, { port, host }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve((http.address() as AddressInfo).port);
    });
  });
}

function closeHttp(http: Server): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve());
  });
}

const SECOND = 1000;

/**
 * Starts the product: it listens when this resolves.
 * @param options `dev`: Vite serves the client from its sources; `http`: how long a client may take, and what the
 *   backend may be given, for tests; `metrics`: more of them; `onStoreLost`: another server took over the store, and
 *   this one must end
 * @throws when the port is taken, another server serves from the store, or the database cannot be reached or written
 */
export async function startServer(
  settings: Settings,
  logger: Logger,
  options: {
    readonly dev?: boolean;
    readonly http?: Partial<HttpLimits>;
    readonly metrics?: () => readonly Metric[];
    readonly onStoreLost?: () => void;
  } & BackendOptions = {},
): Promise<RunningServer> {
  let handle = starting;
  // The port is taken first: it may be part of the public address, and a second start should stop at once.
  const http = httpServer((request, response) => handle(request, response), { ...HTTP_LIMITS, ...options.http });
  const port = await listen(http, settings);
  const publicUrl = settings.publicUrl ?? `http://localhost:${port}`;
  let backend: Backend;
  let unlock = async (): Promise<void> => undefined;
  try {
    unlock = await lockStore(settings, () => {
      logger.fatal('another server took over the store');
      options.onStoreLost?.();
    });
    backend = await openBackend(settings, logger, http, publicUrl, options);
    await tryWriting(backend.database);
  } catch (error) {
    await unlock();
    await closeHttp(http);
    throw error;
  }
  const { services, live, journal } = backend;
  const dev: DevClient | undefined = options.dev ? await devClient(PRODUCT_ROOT, http) : undefined;
  const processMetrics = watchProcess();
  let isStopping = false;
  const ready = async (): Promise<void> => {
    if (isStopping) throw new Error('the process stops');
    if (journal.state() === 'failing') throw new Error('the journal takes nothing');
    await Promise.all([ping(services.db), journal.probe()]);
  };
  const app = createApp({
    services,
    health: {
      ready,
      metrics: () => [...processMetrics.metrics(), ...(options.metrics?.() ?? []), ...live.metrics()],
      metricsToken: settings.metricsToken,
    },
    origins: allowedOrigins(publicUrl),
    trustedProxies: settings.trustedProxies,
    version: productVersion(),
    storage: async () => {
      const disk = await diskOf(settings.dataDir);
      const bytes = await storeBytes(backend.database);
      const { kind } = backend.database;
      return { kind, storeBytes: bytes, freeBytes: disk?.free ?? null, diskBytes: disk?.size ?? null };
    },
    client: dev ? undefined : serveClient(readClientFiles(join(PRODUCT_ROOT, 'dist/client'))),
  });
  const answer = getRequestListener(app.fetch);
  handle = (request, response) => {
    if (dev?.handles(request)) dev.handle(request, response);
    else void answer(request, response);
  };
  const stopWatching = every(SECOND, rightsWatch(services), logger);
  const stopSumming = every(60 * SECOND, () => services.audit.writeSums(), logger);
  const stopForgetting = every(3600 * SECOND, () => forgetOldSecrets(services), logger);
  const close = async (): Promise<void> => {
    isStopping = true;
    const closed = closeHttp(http);
    await Promise.all([backend.disconnect(), stopWatching(), stopForgetting(), stopSumming(), dev?.close()]);
    // Answers that are on their way still need the database.
    await Promise.race([closed, wait(SECOND, undefined, { ref: false })]);
    await backend.close();
    await unlock();
    http.closeAllConnections();
    await closed;
    processMetrics.stop();
  };
  const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
  return { ...backend, url: `http://${host}:${port}`, publicUrl, close, abandon: () => journal.close(0) };
}
