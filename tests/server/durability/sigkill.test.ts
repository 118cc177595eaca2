import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertPeople, insertTestBoard } from '../../support/collabBoard.ts';
import { type ClientDocument, TestClient } from '../../support/collabClient.ts';
import { DATABASE_KINDS, type TestDatabase, testDatabase } from '../../support/collabDatabase.ts';
import { bundle, endPrograms, run } from '../../support/runProgram.ts';
import { waitFor } from '../../support/waitFor.ts';

const KILLS = 20;
const WRITERS = 10;
const KEYS = ['frame', 'party/ggd', 'party/welzijn'] as const;

/** Writes without pause, and remembers what was acknowledged. */
class Writer {
  readonly acknowledged: string[] = [];
  readonly tab: TestClient;
  readonly document: ClientDocument;
  readonly key: string;
  #made = 0;
  #unacknowledged: string[] = [];
  #over = false;

  constructor(url: string, index: number, name: string) {
    this.tab = new TestClient(url, 'facilitator', { delay: 60_000 });
    this.key = KEYS[index % KEYS.length] as string;
    this.document = this.tab.open(`board/kill/${this.key}`);
    this.tab.socket.on('close', () => {
      this.#over = true;
    });
    this.document.provider.on('unsyncedChanges', ({ number }: { number: number }) => {
      if (number > 0 || this.#over || this.#unacknowledged.length === 0) return;
      this.acknowledged.push(...this.#unacknowledged);
      this.#unacknowledged = [];
      setImmediate(() => this.write(name));
    });
  }

  /** One to three edits at once. */
  write(name: string): void {
    if (this.#over) return;
    const count = 1 + (this.#made % 3);
    for (let index = 0; index < count; index += 1) {
      const text = `${name}n${this.#made}`;
      this.#made += 1;
      this.#unacknowledged.push(text);
      this.document.add(text);
    }
  }

  get made(): number {
    return this.#made;
  }
}

let program: Awaited<ReturnType<typeof bundle>>;
beforeAll(async () => {
  program = await bundle('tests/campaign/liveServer.ts');
});
afterAll(async () => {
  endPrograms();
  await program.remove();
});

describe.each(DATABASE_KINDS)('SIGKILL on %s', (kind) => {
  let store: TestDatabase;
  beforeAll(async () => {
    store = await testDatabase(kind);
    await insertPeople(store.database.db);
    await insertTestBoard(store.database.db, 'kill');
  });
  afterAll(() => store.remove());

  test(`${KILLS} kills at random moments with ${WRITERS} writing clients lose no acknowledged edit`, async () => {
    const acknowledged = new Map<string, string[]>(KEYS.map((key) => [key, []]));
    let made = 0;

    /** Reads every document by fresh clients, as people do after a restart. */
    const expectAllThere = async (url: string, after: string): Promise<void> => {
      const reader = new TestClient(url, 'viewer', { delay: 60_000 });
      for (const key of KEYS) {
        const { log } = await reader.opened(`board/kill/${key}`);
        const there = new Set(log);
        expect(there.size, `${after}: nothing is doubled in ${key}`).toBe(log.length);
        const lost = acknowledged.get(key)?.filter((text) => !there.has(text));
        expect(lost, `${after}: acknowledged but gone from ${key}`).toEqual([]);
      }
      reader.destroy();
    };

    for (let kill = 0; kill < KILLS; kill += 1) {
      const server = await run(program.file, store.settings);
      await expectAllThere(server.url, `after ${kill} kills`);
      const writers = Array.from({ length: WRITERS }, (_, n) => new Writer(server.url, n, `k${kill}c${n}`));
      await Promise.all(writers.map((writer) => writer.document.synced()));
      for (const [index, writer] of writers.entries()) writer.write(`k${kill}c${index}`);
      await waitFor('everyone writes', () => writers.every((writer) => writer.acknowledged.length > 0));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 150));
      await server.end('SIGKILL');
      for (const writer of writers) {
        writer.tab.destroy();
        made += writer.made;
        acknowledged.get(writer.key)?.push(...writer.acknowledged);
      }
    }
    const server = await run(program.file, store.settings);
    await expectAllThere(server.url, 'at the end');
    await server.end('SIGTERM');
    expect(server.child.exitCode).toBe(0);
    const total = [...acknowledged.values()].reduce((sum, texts) => sum + texts.length, 0);
    // Killed while writing: some edits never got an answer.
    expect(made).toBeGreaterThan(total);
    expect(total).toBeGreaterThanOrEqual(KILLS * WRITERS);
    process.stdout.write(`SIGKILL on ${kind}: ${made} edits, ${total} acknowledged, 0 lost in ${KILLS} kills\n`);
  }, 240_000);
});
