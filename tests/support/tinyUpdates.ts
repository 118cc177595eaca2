import * as encoding from 'lib0/encoding';
import { readStoredDocument } from '../../server/db/storedDocument.ts';
import { insertTestBoard } from './collabBoard.ts';
import { TestClient } from './collabClient.ts';
import type { TestDatabase } from './collabDatabase.ts';
import { RawClient, SYNC } from './collabRaw.ts';
import { QUIET, type TestServer } from './collabServer.ts';
import { waitFor } from './waitFor.ts';

/** Sockets that type at once. A socket's next update waits for the disk; those of several share a commit. */
export const TYPISTS = 10;
const FIRST_CLIENT = 4711;
const ACKNOWLEDGEMENT = 8;
const PATIENCE_MS = 600_000;

/** As fast as clients can. */
export const TINY_LIMITS = {
  messagesPerSecond: 1e6,
  messageBurst: 1e6,
  bytesPerSecond: 1e9,
  byteBurst: 1e9,
  workPerSecond: 1e6,
  workBurst: 1e6,
  snapshotRows: 1_000,
  unfinishedMessages: 256,
};

export interface TinyResult {
  readonly seconds: number;
  readonly acknowledged: number;
  /** Most updates that waited for the disk at one moment. */
  readonly waiting: number;
  readonly commits: number;
  /** Rows that are read beside the snapshot when the document is opened again. */
  readonly tail: number;
  /** Letters that a newcomer reads, and Yjs structs that hold them. */
  readonly letters: number;
  readonly structs: number;
}

/** Several clients type a letter at a time, without waiting for an answer; then the document is opened again. */
export async function tinyUpdates(
  server: TestServer,
  { database }: TestDatabase,
  updates: number,
): Promise<TinyResult> {
  const { db } = database;
  await insertTestBoard(db, 'tiny');
  const name = 'board/tiny/frame';
  let acknowledged = 0;
  let answers = 0;
  const typists: RawClient[] = [];
  for (let count = 0; count < TYPISTS; count += 1) {
    const raw = await new RawClient(server.url, 'memberA').opened();
    await raw.open(name);
    raw.ws.on('message', (data: ArrayBuffer) => {
      const bytes = new Uint8Array(data);
      if (bytes.length !== name.length + 3 || bytes.at(-2) !== ACKNOWLEDGEMENT) return;
      answers += 1;
      if (bytes.at(-1) === 1) acknowledged += 1;
    });
    typists.push(raw);
  }
  const before = server.journal.counters().commits;
  let waiting = 0;
  const start = performance.now();
  for (let clock = 0; clock < updates / TYPISTS; clock += 1) {
    for (const [index, raw] of typists.entries()) raw.sync(name, SYNC.update, letter(FIRST_CLIENT + index, clock));
  }
  const isAnswered = (): boolean => {
    waiting = Math.max(waiting, server.journal.counters().waitingRows);
    return answers === updates || typists.some(({ closed }) => closed !== undefined);
  };
  await waitFor('every update is answered', isAnswered, PATIENCE_MS);
  const seconds = (performance.now() - start) / 1000;
  const commits = server.journal.counters().commits - before;
  for (const raw of typists) raw.destroy();
  await waitFor('it left memory', () => server.collab.counters()['live_documents'] === 0);
  let tail = updates;
  const isCovered = async (): Promise<boolean> => {
    tail = (await readStoredDocument(db, 'tiny', 'frame', 1, QUIET)).updates.length;
    return tail < 2 * TINY_LIMITS.snapshotRows;
  };
  await waitFor('the snapshot covers nearly all', isCovered, PATIENCE_MS);
  const reader = new TestClient(server.url, 'memberB');
  const { doc } = await reader.opened(name);
  const letters = doc.getText('text').length;
  const structs = [...doc.store.clients.values()].reduce((sum, own) => sum + own.length, 0);
  reader.destroy();
  return { seconds, acknowledged, waiting, commits, tail, letters, structs };
}

/** One more letter at the end of a text. */
function letter(client: number, clock: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  if (clock === 0) {
    // At the start of the root type of this name.
    for (const number of [4, 1]) encoding.writeVarUint(encoder, number);
    encoding.writeVarString(encoder, 'text');
  } else {
    // After the one before.
    encoding.writeUint8(encoder, 0x84);
    for (const number of [client, clock - 1]) encoding.writeVarUint(encoder, number);
  }
  encoding.writeVarString(encoder, 'x');
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}
