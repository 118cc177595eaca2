import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Logger, pino } from 'pino';
import { attachCollab, type CollabDeps } from '../../server/collab/attachCollab.ts';
import type { Collab } from '../../server/collab/liveBoards.ts';
import type { RightsSource } from '../../server/collab/rights.ts';
import { boardState, participantOf } from '../../server/db/boardRights.ts';
import type { Database } from '../../server/db/database.ts';
import type { Journal } from '../../server/db/journal.ts';
import { openJournal } from '../../server/db/openJournal.ts';
import { programByToken } from '../../server/services/programByToken.ts';
import { SCHEMA } from '../../shared/board/board.ts';

/** The origin of the test's pages. */
export const ORIGIN = 'http://bord.test';

export interface TestServer {
  readonly port: number;
  readonly url: string;
  readonly server: Server;
  readonly collab: Collab;
  readonly journal: Journal;
  /** Session keys that ended; a test adds to it. */
  readonly ended: Set<string>;
  readonly stop: () => Promise<void>;
}

/** Rights as the product reads them. */
export function rightsFrom({ db }: Database): RightsSource {
  return {
    boardState: (boardId) => boardState(db, boardId),
    participantOf: (boardId, userId) => participantOf(db, boardId, userId),
  };
}

export const QUIET: Logger = pino({ level: process.env['LOG_LEVEL'] ?? 'silent' });

/** Live boards on a server of the test's own. Who sends the cookie `user=x` is x. */
export async function startTestServer(
  given: Database,
  overrides: Partial<CollabDeps> & { readonly port?: number } = {},
): Promise<TestServer> {
  const { port: wanted = 0, ...deps } = overrides;
  const database = deps.database ?? given;
  const server = createServer();
  const ended = new Set<string>();
  const journal = deps.journal ?? openJournal(database, QUIET);
  const collab = attachCollab(server, {
    database,
    journal,
    rights: rightsFrom(database),
    publicUrl: ORIGIN,
    sessionOf: async (cookie) => {
      const id = /(?:^|; )user=(\w+)/.exec(cookie ?? '')?.[1];
      const sessionKey = `session-of-${id}`;
      if (!id || ended.has(sessionKey)) return undefined;
      return { person: { id, name: `Naam van ${id}` }, sessionKey };
    },
    programOf: (token) => programByToken(database.db, token, new Date()),
    addressOf: (request) => request.socket.remoteAddress ?? '',
    schema: SCHEMA,
    migrate: async () => undefined,
    onWhole: () => undefined,
    logger: QUIET,
    ...deps,
  });
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async (): Promise<void> => {
    await collab.close();
    await journal.close();
    const closed = new Promise((resolve) => server.close(resolve));
    // Who connected and never asked anything would keep it open.
    server.closeAllConnections();
    await closed;
  };
  return { port, url: `ws://127.0.0.1:${port}/collab`, server, collab, journal, ended, stop };
}
