import { COLLAB_LIMITS } from '../../server/collab/limits.ts';
import { rightsVersions } from '../../server/db/boards.ts';
import { openDatabase } from '../../server/db/database.ts';
import { every } from '../../server/services/every.ts';
import { QUIET, startTestServer } from '../support/collabServer.ts';

/** The product looks every second; a campaign's life is shorter. */
const LOOK_MS = 40;

/**
 * The smallest program that serves live boards: what the tests kill and trace. It says on its first line where it
 * listens and which process it is, hears of rights that another process changed, and stops on SIGTERM.
 */
const database = await openDatabase({
  dataDir: process.env['DATA_DIR'] ?? '',
  databaseUrl: process.env['DATABASE_URL'],
});
const snapshotRows = Number(process.env['SNAPSHOT_ROWS'] ?? COLLAB_LIMITS.snapshotRows);
const server = await startTestServer(database, { port: Number(process.env['PORT'] ?? 0), limits: { snapshotRows } });
const seen = new Map<string, number>();
const stopLooking = every(
  LOOK_MS,
  async () => {
    for (const [boardId, version] of await rightsVersions(database.db, server.collab.openBoards())) {
      if (seen.get(boardId) !== version) server.collab.accessChanged(boardId);
      seen.set(boardId, version);
    }
  },
  QUIET,
);
process.stdout.write(`${server.url} ${process.pid}\n`);
process.once('SIGTERM', async () => {
  await stopLooking();
  await server.stop();
  await database.close();
});
