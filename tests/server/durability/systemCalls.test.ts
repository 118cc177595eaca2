import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertPeople, insertTestBoard } from '../../support/collabBoard.ts';
import { type TestDatabase, testDatabase } from '../../support/collabDatabase.ts';
import { RawClient, SYNC } from '../../support/collabRaw.ts';
import { updateWith } from '../../support/collabSuite.ts';
import { bundle, endPrograms, run } from '../../support/runProgram.ts';
import { bytesOf, readTrace, type SystemCall } from '../../support/strace.ts';
import { waitFor } from '../../support/waitFor.ts';

const NAMES = ['board/trace/frame', 'board/trace/party/ggd', 'board/trace/party/welzijn'];
const EDITS = 30;
const STRACE = ['strace', '-f', '-qq', '-y', '-xx', '-s', '9000', '--seccomp-bpf'];
const TRACED = 'trace=fsync,fdatasync,pwrite64,pwritev,write,writev,sendto,sendmsg';

/** As strace writes it with -xx. */
function hex(text: string): string {
  return [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

let program: Awaited<ReturnType<typeof bundle>>;
let store: TestDatabase;
beforeAll(async () => {
  program = await bundle('tests/campaign/liveServer.ts');
  store = await testDatabase('sqlite');
  await insertPeople(store.database.db);
  await insertTestBoard(store.database.db, 'trace');
});
afterAll(async () => {
  endPrograms();
  await store.remove();
  await program.remove();
});

/** A text that stands once in the file, whole. */
const marker = (client: number, edit: number): string => `<${client}.${edit}>`;

/** Acknowledgements in what was written to a socket: websocket messages that say "taken" about a document. */
function acknowledgements({ args }: SystemCall): string[] {
  const bytes = Buffer.from(bytesOf(args));
  return NAMES.flatMap((name) => {
    // The name's length, the name, type 8, taken 1.
    const taken = Buffer.from([name.length, ...Buffer.from(name), 8, 1]);
    const found: string[] = [];
    for (let at = bytes.indexOf(taken); at >= 0; at = bytes.indexOf(taken, at + 1)) found.push(name);
    return found;
  });
}

test('no acknowledgement leaves before the sync that covers its row has completed', async () => {
  const file = join(store.settings.dataDir, 'trace.txt');
  const server = await run(program.file, store.settings, [...STRACE, '-e', TRACED, '-o', file]);
  // Several at once, so that rows share commits; each waits for its own answers only.
  await Promise.all(
    NAMES.map(async (name, client) => {
      const raw = await new RawClient(server.url, 'facilitator').opened();
      await raw.open(name);
      const doc = new Y.Doc();
      for (let edit = 0; edit < EDITS; edit += 1) {
        raw.sync(name, SYNC.update, updateWith(marker(client, edit), doc));
        await waitFor('the answer', () => raw.statuses(name).length > edit, 30_000);
      }
      expect(raw.statuses(name)).toEqual(Array.from({ length: EDITS }, () => true));
      raw.destroy();
    }),
  );
  await server.end('SIGTERM');

  const calls = readTrace(await readFile(file, 'latin1'));
  const log = (call: SystemCall): boolean => call.args.includes(`${hex('-wal')}>`);
  const syncs = calls.filter((call) => /^f(data)?sync$/.test(call.name) && log(call) && call.result === 0);
  const writes = calls
    .filter((call) => /^pwrite/.test(call.name) && log(call))
    .map((call) => ({ call, bytes: Buffer.from(bytesOf(call.args)) }));
  const answers = calls
    .filter((call) => /^(write|writev|sendto|sendmsg)$/.test(call.name))
    .flatMap((call) => acknowledgements(call).map((name) => ({ call, name })));
  expect(answers.length).toBe(NAMES.length * EDITS);

  for (const [client, name] of NAMES.entries()) {
    const own = answers.filter((answer) => answer.name === name);
    for (let edit = 0; edit < EDITS; edit += 1) {
      const written = writes.find(({ bytes }) => bytes.includes(marker(client, edit)));
      const answer = own[edit]?.call;
      if (!written || !answer) throw new Error(`edit ${marker(client, edit)} is not in the trace`);
      const covering = syncs.find((sync) => sync.start > written.call.end);
      expect(covering, `${marker(client, edit)} is synced`).toBeDefined();
      expect(covering!.end, `${marker(client, edit)} is synced before it is acknowledged`).toBeLessThan(answer.start);
    }
  }
  process.stdout.write(`${answers.length} acknowledgements, each after the sync of its row (${syncs.length} syncs)\n`);
}, 120_000);
