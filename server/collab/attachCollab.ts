import type { IncomingMessage, Server } from 'node:http';
import { Hocuspocus } from '@hocuspocus/server';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Id } from '../../shared/board/ids.ts';
import { documentName } from '../../shared/doc/names.ts';
import { CLOSE } from '../../shared/protocol/live.ts';
import type { Database } from '../db/database.ts';
import type { Journal } from '../db/journal.ts';
import type { Metric } from '../metric.ts';
import type { Program } from '../services/programByToken.ts';
import { rereadRights } from './accessChanges.ts';
import { boardWriter } from './boardWriter.ts';
import { yjsDoor } from './bridge/yjsDoor.ts';
import { startCompaction } from './compaction.ts';
import { liveMetrics, plainNumbers } from './counters.ts';
import type { Dialect } from './dialect.ts';
import type { CollabContext, DocumentLink } from './documentLink.ts';
import { EarlyAnswers } from './earlyAnswers.ts';
import { authentication } from './extensions/authentication.ts';
import { closeOnError } from './extensions/closeOnError.ts';
import { journalFirst, type RefusedEdit } from './extensions/journalFirst.ts';
import { linkLife } from './extensions/linkLife.ts';
import { loading } from './extensions/loading.ts';
import { sendingWindow } from './extensions/sendingWindow.ts';
import { guardHooks } from './guardHooks.ts';
import { COLLAB_LIMITS, type CollabLimits } from './limits.ts';
import type { Collab } from './liveBoards.ts';
import { becameNearlyFull, isWhole, type LiveDocuments, markNearlyFull } from './liveDocuments.ts';
import { LiveSocket, type SocketIdentity } from './liveSocket.ts';
import { collabMetrics } from './metrics.ts';
import { firstNotices, noticeAll, noticeBoard, noticeFull } from './notices.ts';
import { Presence } from './presence.ts';
import { readRecords } from './readRecords.ts';
import { RightsEpochs, type RightsSource } from './rights.ts';
import { SocketRegistry } from './socketRegistry.ts';
import { acceptUpgrades, type Door } from './upgrade.ts';

/** The engine's own idle check; ours pings and knows why a socket is silent. */
const ENGINE_TIMEOUT_MS = 2 ** 31 - 1;
/**
 * The same for all. The engine reads its address anew for each document and message: of a bare path that is quick and
 * leaves nothing behind. What a socket asked for was looked at before.
 */
const ENGINE_REQUEST = Object.defineProperty(new Request('http://localhost'), 'url', { value: '' });
/** Together they stay under the 10 s that a stop may take. */
const STOP = { finishMs: 5_000, closeMs: 1_500 };

export interface CollabDeps {
  readonly database: Database;
  readonly journal: Journal;
  readonly rights: RightsSource;
  /** The product's address; sockets come from its pages only. */
  readonly publicUrl: string;
  /** Its other names, where one's own machine has several; absent: that of `publicUrl` alone. */
  readonly origins?: ReadonlySet<string>;
  /** Who sent this `Cookie` header; undefined for nobody. */
  readonly sessionOf: (
    cookieHeader: string | undefined,
  ) => Promise<
    { readonly person: { readonly id: Id; readonly name: string }; readonly sessionKey: string } | undefined
  >;
  /** Which program shows this access token; undefined when it does not work. */
  readonly programOf: (token: string) => Promise<Program | undefined>;
  /** The network address of a request, behind a proxy that is trusted too. */
  readonly addressOf: (request: IncomingMessage) => string;
  /** The schema of this server's boards. */
  readonly schema: number;
  /** Brings a board of an earlier schema to it; does not throw. */
  readonly migrate: (boardId: Id) => Promise<void>;
  /** An edit was refused, for the log; called for each. */
  readonly onRefused?: (edit: RefusedEdit) => void;
  /** All documents of a board are in memory, now that the last of them came. */
  readonly onWhole: (boardId: Id) => void;
  readonly logger: Logger;
  readonly limits?: Partial<CollabLimits>;
}

/** Serves the live documents at `/collab` of an HTTP server, and to other Yjs programs at `/yjs`. */
export function attachCollab(server: Server, deps: CollabDeps): Collab {
  const { database, journal, rights, logger } = deps;
  const limits: CollabLimits = { ...COLLAB_LIMITS, ...deps.limits };
  const metrics = collabMetrics();
  const registry = new SocketRegistry(limits);
  const epochs = new RightsEpochs();
  const presence = new Presence(limits.presenceCharacters);
  const compaction = startCompaction(database.db, logger);
  const live: LiveDocuments = new Map();
  const early = new EarlyAnswers({ openLinks: () => registry.links(), logger });

  const snapshotAfter = (name: string, rows: number): void => {
    const document = live.get(name);
    if (!document || document.rows < rows) return;
    document.rows = 0;
    compaction.request(document);
  };
  const onRows = (name: string): void => snapshotAfter(name, limits.snapshotRows);
  const onGrown = (name: string): void => {
    const grown = live.get(name);
    const document = engine.documents.get(name);
    if (!grown || !document || !becameNearlyFull(grown, document, limits.documentBytes)) return;
    noticeFull(engine, grown);
  };
  const boardRewritten = (boardId: Id): void => {
    for (const link of registry.linksOf(boardId)) link.socket.close(CLOSE.restarting);
  };

  const window = sendingWindow(journal);
  const extensions = [
    authentication({ rights, epochs, metrics, schema: deps.schema, migrate: deps.migrate }),
    linkLife({ live, presence }),
    closeOnError(),
    loading({
      db: database.db,
      rights,
      live,
      early,
      logger,
      onLoad: (loaded, parties) => {
        if (isWhole(live, loaded.boardId, parties)) deps.onWhole(loaded.boardId);
        if (markNearlyFull(loaded, limits.documentBytes)) noticeFull(engine, loaded);
      },
      onUnload: (name) => snapshotAfter(name, limits.snapshotRowsAtUnload),
    }),
    journalFirst({
      append: window.append,
      live,
      documentBytes: limits.documentBytes,
      metrics,
      logger,
      deliver: (name, update) => writer.deliver(name, update),
      onRows,
      onGrown,
      onRefused: (edit) => deps.onRefused?.(edit),
      onOtherGeneration: boardRewritten,
    }),
    window.extension,
    firstNotices(journal, live),
  ];
  const engine = new Hocuspocus<CollabContext>({
    quiet: true,
    timeout: ENGINE_TIMEOUT_MS,
    extensions: extensions.map((extension) => guardHooks(extension, logger, metrics)),
  });
  const writer = boardWriter({
    engine,
    db: database.db,
    journal,
    rights,
    schema: deps.schema,
    live,
    logger,
    onRows,
    onGrown,
  });

  const onSocket = (ws: WebSocket, identity: SocketIdentity, dialect?: Dialect): void => {
    const onPresence = presence.receive.bind(presence);
    const onQuestion = early.asked.bind(early);
    const unsentOf = registry.unsentOf.bind(registry);
    const work = registry.workOf(identity.userId);
    const deps = { limits, logger, metrics, onPresence, onQuestion, unsentOf, work, dialect };
    const socket = new LiveSocket<DocumentLink>(ws, identity, deps);
    registry.add(socket);
    ws.on('close', () => registry.remove(socket));
    socket.start((forEngine) => engine.handleConnection(forEngine, ENGINE_REQUEST, { socket }));
  };
  const identifyByCookie = async (request: IncomingMessage): Promise<SocketIdentity | undefined> => {
    const { cookie } = request.headers;
    const session = await deps.sessionOf(cookie);
    if (!session) return undefined;
    const { person, sessionKey } = session;
    return { userId: person.id, userName: person.name, sessionKey, cookie, address: deps.addressOf(request) };
  };
  const { programOf, addressOf } = deps;
  const yjs = yjsDoor({ programOf, identifyByCookie, addressOf, onSocket });
  const collab = (request: IncomingMessage): Door | undefined => {
    // By hand: an address such as `//` is none that `URL` reads.
    if (request.url?.split('?')[0] !== '/collab') return undefined;
    return { byCookie: true, answersByStatus: false, identify: () => identifyByCookie(request), enter: onSocket };
  };
  const upgrades = acceptUpgrades({
    server,
    origins: deps.origins ?? new Set([new URL(deps.publicUrl).origin]),
    messageBytes: limits.messageBytes,
    doorOf: (request) => collab(request) ?? yjs(request),
    refusalFor: (identity) => (registry.hasRoomFor(identity) ? undefined : CLOSE.tooMany),
    logger,
  });

  const pings = setInterval(() => {
    for (const socket of registry.all()) socket.ping();
  }, limits.pingMs).unref();
  const sessions = setInterval(() => void endedSessions(), limits.sessionMs).unref();
  const isStillKnown = async ({ program, userId, cookie }: SocketIdentity): Promise<boolean> => {
    const known = program ? rights.participantOf(program.boardId, userId) : deps.sessionOf(cookie);
    return (await known) !== undefined;
  };
  const endedSessions = async (): Promise<void> => {
    const identities = new Map(registry.all().map(({ identity }) => [identity.sessionKey, identity]));
    for (const [sessionKey, known] of identities) {
      try {
        if (!(await isStillKnown(known))) closeWhere((identity) => identity.sessionKey === sessionKey);
      } catch (error) {
        // Nobody is put out because the database does not answer.
        logger.warn({ err: error }, 'live: a session could not be looked up again');
      }
    }
  };
  const closeWhere = (matches: (identity: SocketIdentity) => boolean): void => {
    for (const socket of registry.all()) {
      if (matches(socket.identity)) socket.close(socket.identity.program ? CLOSE.noAccess : CLOSE.signedOut);
    }
  };
  const measured = (): readonly Metric[] => liveMetrics({ metrics, registry, engine, journal, compaction });
  const stopListening = journal.onState((state) =>
    noticeAll(engine, { type: state === 'failing' ? 'storeUnavailable' : 'storeRecovered' }),
  );

  return {
    write: writer.write,
    readDocument: writer.readDocument,
    readRecords: (boardId, refs) => readRecords(engine, boardId, refs),
    isInMemory: (boardId, ref) => live.has(documentName(boardId, ref)),
    accessChanged: (boardId) => {
      // Answers errors itself.
      void rereadRights(boardId, { registry, rights, epochs, presence, logger }).then(() =>
        noticeBoard(engine, boardId, { type: 'boardChanged' }),
      );
    },
    boardChanged: (boardId) => noticeBoard(engine, boardId, { type: 'boardChanged' }),
    boardRewritten,
    sessionEnded: (sessionKey) => closeWhere((identity) => identity.sessionKey === sessionKey),
    userSignedOut: (userId) => closeWhere((identity) => identity.userId === userId),
    openBoards: () => [...new Set(registry.links().map((link) => link.boardId))],
    metrics: measured,
    counters: () => plainNumbers(measured()),
    close: async () => {
      upgrades.stop();
      clearInterval(pings);
      clearInterval(sessions);
      const sockets = registry.all();
      const finished = Promise.all(sockets.map((socket) => socket.finish()));
      await Promise.race([finished, new Promise((resolve) => setTimeout(resolve, STOP.finishMs).unref())]);
      for (const socket of registry.all()) socket.close(CLOSE.restarting);
      await upgrades.closed(STOP.closeMs);
      presence.close();
      stopListening();
      await compaction.close();
    },
  };
}
