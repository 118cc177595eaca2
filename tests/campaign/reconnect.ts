import { insertPeople, insertTestBoard } from '../support/collabBoard.ts';
import { type ClientDocument, TestClient } from '../support/collabClient.ts';
import { testDatabase } from '../support/collabDatabase.ts';
import { bundle, endPrograms, run } from '../support/runProgram.ts';
import { tcpProxy } from '../support/tcpProxy.ts';
import { waitFor } from '../support/waitFor.ts';
import { type Campaign, scaled } from './campaign.ts';
import { processorSeconds } from './processorTime.ts';

const CLIENTS = 300;
/** In turn the wire is cut, and the server is killed and started again. */
const ROUNDS = 4;
const USERS = ['facilitator', 'memberA', 'memberB'];
const PARTIES = ['gemeente', 'ggd', 'welzijn'];
const PATIENCE_MS = 120_000;

interface Person {
  readonly tab: TestClient;
  readonly frame: ClientDocument;
  readonly party: ClientDocument;
}

const documentsOf = (people: readonly Person[]): ClientDocument[] =>
  people.flatMap(({ frame, party }) => [frame, party]);

/** Resolves when each document says that everything is synced and acknowledged. */
async function allBack(people: readonly Person[]): Promise<void> {
  const documents = documentsOf(people);
  await waitFor('everyone is back', () => documents.every(({ acknowledged }) => acknowledged), PATIENCE_MS);
}

export const reconnect: Campaign = {
  claim: 'when a whole hall loses its connection at once, everyone comes back by itself and nobody loses an edit.',
  run: async (scale) => {
    const clients = scaled(CLIENTS, scale);
    const program = await bundle('tests/campaign/liveServer.ts');
    const store = await testDatabase('sqlite');
    await insertPeople(store.database.db);
    await insertTestBoard(store.database.db, 'storm');
    let server = await run(program.file, store.settings);
    const { port } = new URL(server.url);
    const wire = await tcpProxy('127.0.0.1', Number(port));
    const url = `ws://127.0.0.1:${wire.port}/collab`;
    const people = Array.from({ length: clients }, (_, index): Person => {
      const tab = new TestClient(url, USERS[index % USERS.length], { isUnqueued: true });
      const party = `board/storm/party/${PARTIES[index % PARTIES.length]}`;
      return { tab, frame: tab.open('board/storm/frame'), party: tab.open(party) };
    });
    const written = new Map<string, string[]>();
    const write = (document: ClientDocument, text: string): void => {
      document.add(text);
      const name = String(document.provider.configuration.name);
      written.set(name, [...(written.get(name) ?? []), text]);
    };
    const times: number[] = [];
    const work: { readonly server: number; readonly clients: number }[] = [];
    const problems: string[] = [];
    try {
      await allBack(people);
      for (let round = 0; round < ROUNDS; round += 1) {
        // On its way when the connection goes.
        for (const [index, { frame }] of people.entries()) write(frame, `r${round}c${index}before`);
        wire.cut();
        if (round % 2 === 1) await server.end('SIGKILL');
        await waitFor('everyone is away', () => documentsOf(people).every(({ provider }) => !provider.isSynced));
        for (const [index, { frame, party }] of people.entries()) {
          write(frame, `r${round}c${index}away`);
          write(party, `r${round}c${index}away`);
        }
        const start = performance.now();
        const clientsBefore = processorSeconds(process.pid);
        const serverBefore = round % 2 === 1 ? 0 : processorSeconds(server.pid);
        if (round % 2 === 1) server = await run(program.file, store.settings, [], { PORT: port });
        wire.mend();
        await allBack(people);
        times.push(performance.now() - start);
        work.push({
          server: processorSeconds(server.pid) - serverBefore,
          clients: processorSeconds(process.pid) - clientsBefore,
        });
        const reader = new TestClient(server.url, 'viewer');
        for (const [name, texts] of written) {
          const { log } = await reader.opened(name);
          const there = new Set(log);
          if (there.size !== log.length) problems.push(`round ${round}: something is doubled in ${name}`);
          for (const text of texts) if (!there.has(text)) problems.push(`round ${round}: ${text} is gone from ${name}`);
        }
        reader.destroy();
      }
    } finally {
      for (const { tab } of people) tab.destroy();
      await wire.close();
      endPrograms();
      await store.remove();
      await program.remove();
    }
    const edits = [...written.values()].reduce((sum, texts) => sum + texts.length, 0);
    return {
      parameters: [
        ['clients, each with two documents, played by one process', clients],
        ['rounds: the wire cut, the server killed and started again, in turn', ROUNDS],
        ['edits of each client in a round: on the way at the cut, while away', '1, 2'],
        ['pause before a client connects again', '50 to 200 ms'],
      ],
      figures: [
        ['edits made', edits],
        ['edits lost or doubled', problems.length],
        [
          'from the wire being back to all synced',
          times
            .filter((_, n) => n % 2 === 0)
            .map(seconds)
            .join(', '),
        ],
        [
          'from the server being started to all synced',
          times
            .filter((_, n) => n % 2 === 1)
            .map(seconds)
            .join(', '),
        ],
        ['processor time of the server, each round', work.map((each) => `${each.server.toFixed(1)} s`).join(', ')],
        ['processor time of all clients together', work.map((each) => `${each.clients.toFixed(1)} s`).join(', ')],
      ],
      problems,
    };
  },
};

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
