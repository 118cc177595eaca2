import { join } from 'node:path';
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';
import * as Y from 'yjs';
import { answerBench } from './answerBench.ts';
import { BOARD, benchContent } from './benchBoard.ts';

/** Hocuspocus as its documentation starts it, with its own SQLite store; with `CARDS` it makes the board first. */
const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  stopOnSignals: false,
  extensions: [new SQLite({ database: join(process.env['DATA_DIR'] ?? '', 'stock.sqlite') })],
});
await server.listen();
const cards = Number(process.env['CARDS'] ?? 0);
if (cards > 0) {
  for (const [key, update] of benchContent(cards)) {
    const direct = await server.hocuspocus.openDirectConnection(`board/${BOARD}/${key}`);
    await direct.transact((document) => Y.applyUpdate(document, update));
    await direct.disconnect();
  }
}
answerBench();
process.stdout.write(`${server.webSocketURL} ${process.pid}\n`);
process.once('SIGTERM', async () => {
  await server.destroy();
  process.exit(0);
});
