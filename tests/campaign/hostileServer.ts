import { openDatabase } from '../../server/db/database.ts';
import { startTestServer } from '../support/collabServer.ts';
import type { ServerState } from '../support/hostileProcess.ts';

/**
 * The live part of the product as the hostile campaign attacks it: says what it holds and counts whenever it is asked.
 * `LIMITS` (JSON) takes the place of some of its limits. Needs `--expose-gc`.
 */
const database = await openDatabase({
  dataDir: process.env['DATA_DIR'] ?? '',
  databaseUrl: process.env['DATABASE_URL'],
});
const server = await startTestServer(database, { limits: JSON.parse(process.env['LIMITS'] ?? '{}') });
let unexpected = 0;
process.on('uncaughtException', () => {
  unexpected += 1;
});
process.on('unhandledRejection', () => {
  unexpected += 1;
});
process.on('message', () => {
  // A second collection frees what the first one's finalizers let go.
  for (let count = 0; count < 2; count += 1) globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const state: ServerState = {
    heap: heapUsed + external,
    rss,
    cpu: (user + system) / 1e6,
    unexpected,
    metrics: server.collab.metrics(),
  };
  process.send?.(state);
});
process.stdout.write(`${server.url} ${process.pid}\n`);
process.once('SIGTERM', async () => {
  await server.stop();
  await database.close();
  process.disconnect?.();
});
