import { openDatabase } from '../../server/db/database.ts';
import { startTestServer } from '../support/collabServer.ts';

/**
 * The smallest program that serves live boards: what the tests kill and trace. It says on its first line where it
 * listens and which process it is, and stops on SIGTERM.
 */
const database = await openDatabase({
  dataDir: process.env['DATA_DIR'] ?? '',
  databaseUrl: process.env['DATABASE_URL'],
});
const server = await startTestServer(database);
process.stdout.write(`${server.url} ${process.pid}\n`);
process.once('SIGTERM', async () => {
  await server.stop();
  await database.close();
});
