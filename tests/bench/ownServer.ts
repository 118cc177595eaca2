import { insertParties } from '../../server/db/boardParties.ts';
import { openDatabase } from '../../server/db/database.ts';
import { insertOrganisations } from '../../server/db/organisations.ts';
import { insertPeople, insertTestBoard } from '../support/collabBoard.ts';
import { startTestServer } from '../support/collabServer.ts';
import { answerBench } from './answerBench.ts';
import { BOARD, benchContent, PARTIES } from './benchBoard.ts';

/** The live part of the product on SQLite, as it is; with `CARDS` it makes the board first. */
const database = await openDatabase({ dataDir: process.env['DATA_DIR'] ?? '' });
const server = await startTestServer(database, { limits: { socketsPerUser: 1_000 } });
const cards = Number(process.env['CARDS'] ?? 0);
if (cards > 0) {
  await insertPeople(database.db);
  const createdAt = '2026-01-01T00:00:00.000Z';
  await insertOrganisations(
    database.db,
    PARTIES.map((id) => ({ id, name: `Organisatie ${id}`, createdAt })),
  );
  await insertTestBoard(database.db, BOARD);
  await insertParties(database.db, BOARD, PARTIES);
  await server.collab.write(BOARD, benchContent(cards), null);
}
answerBench();
process.stdout.write(`${server.url} ${process.pid}\n`);
process.once('SIGTERM', async () => {
  await server.stop();
  await database.close();
  if (process.connected) process.disconnect();
});
