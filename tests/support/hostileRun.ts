import type * as Y from 'yjs';
import { findBoard } from '../../server/db/boards.ts';
import { checkBoard } from '../../server/services/checkBoard.ts';
import { encodeBoard } from '../../shared/doc/encodeBoard.ts';
import { holdTheSame } from '../../shared/doc/storedStates.ts';
import { bigBoard } from './bigBoard.ts';
import { insertPeople, insertTestBoard } from './collabBoard.ts';
import { TestClient } from './collabClient.ts';
import type { TestDatabase } from './collabDatabase.ts';
import { HonestPeople } from './honestPeople.ts';
import { attackPlans, STILL, VICTIM, VICTIM_DOCUMENTS } from './hostilePlans.ts';
import { type AttackedServer, attack, type ServerState, startAttacked } from './hostileProcess.ts';
import type { AttackReport } from './hostileTally.ts';
import { percentile } from './percentile.ts';
import { seedBoard } from './seedBoard.ts';
import { areSame, holds, storedDocument } from './storedBytes.ts';
import { waitFor } from './waitFor.ts';

export interface HostileOptions {
  /** The bundled tests/campaign/hostileServer.ts and hostileAttackers.ts. */
  readonly programs: { readonly server: string; readonly attackers: string };
  readonly store: TestDatabase;
  readonly frames: number;
  readonly framesPerSecond: number;
  readonly seed: number;
  /** In place of some of the product's limits. */
  readonly limits: object;
  /** The attack comes in so many parts; before each the usual time is measured, so that both see the same machine. */
  readonly rounds: number;
  /** Whether latency is what counts: the attackers' own work is out of the way then, and takes longer. */
  readonly givesWay: boolean;
  /** Honest edits before each part. */
  readonly quietEdits: number;
}

export interface HostileResult {
  readonly attacks: readonly AttackReport[];
  /** Milliseconds from an honest edit to being seen by another. */
  readonly quiet: readonly number[];
  readonly attacked: readonly number[];
  readonly before: ServerState;
  readonly after: ServerState;
  readonly problems: readonly string[];
}

/** Beyond the server's own: attackers come back as fast as they are closed. */
export const NO_RATES = {
  messagesPerSecond: 1e6,
  messageBurst: 1e6,
  bytesPerSecond: 1e10,
  byteBurst: 1e10,
  workPerSecond: 1e6,
  workBurst: 1e6,
};

const MOST_WARM_UP = 2_000;
const EDIT_EVERY_MS = 15;
/** Cards and columns of the board that nobody may change. */
const CONTENT = [20, 5, 3] as const;
const UNTOUCHED = 'party/welzijn';
const ENOUGH_MEMORY = 1.2;

/**
 * Attacks a server over real sockets with messages made by a grammar, while honest people work, and looks afterwards
 * whether anything gave way: see the problems.
 */
export async function hostileRun(options: HostileOptions): Promise<HostileResult> {
  const { store, programs, limits, frames, framesPerSecond, seed, rounds, givesWay, quietEdits } = options;
  const { db } = store.database;
  await insertPeople(db);
  await insertTestBoard(db, STILL, 'own');
  await insertTestBoard(db, VICTIM, 'open');
  const [frame = new Uint8Array(), one = new Uint8Array()] = encodeBoard(bigBoard(...CONTENT)).values();
  await seedBoard(
    store.database,
    STILL,
    new Map([
      ['frame', frame],
      [UNTOUCHED, one],
    ]),
  );
  const server = await startAttacked(programs.server, store.settings, limits);
  const problems: string[] = [];
  try {
    const untouched = await storedDocument(store, STILL, UNTOUCHED);
    const people = await HonestPeople.come(server.url, 'facilitator', 'memberB', `board/${STILL}/frame`);
    const owned = await people.open(`board/${STILL}/${UNTOUCHED}`);
    const victim = new TestClient(server.url, 'facilitator');
    const victims = await Promise.all(VICTIM_DOCUMENTS.map((key) => victim.opened(`board/${VICTIM}/${key}`)));
    for (const document of victims) await document.save('van de facilitator');
    const others = [people.writing, ...victims].map(({ doc }) => doc.clientID);
    const plans = await attackPlans(db, server.url);

    const run = (count: number, from: number, onBegin?: () => void): Promise<AttackReport> =>
      attack(programs.attackers, { frames: count, framesPerSecond, seed: from, plans, givesWay, others }, onBegin);
    // Code that was never run is compiled, and pools grow to their size.
    const first = await run(Math.min(MOST_WARM_UP, Math.ceil(frames / 5)), seed + 1_000);
    const quiet: number[] = [];
    const attacked: number[] = [];
    const attacks: AttackReport[] = [];
    await alone(server, 3);
    const before = await server.state();
    for (let round = 0; round < rounds; round += 1) {
      quiet.push(...(await people.work(EDIT_EVERY_MS, (edits) => edits >= quietEdits)));
      let isOver = false;
      let attacking: Promise<AttackReport> | undefined;
      await new Promise<void>((begun, failed) => {
        attacking = run(Math.ceil(frames / rounds), seed + 100 * round, begun).finally(() => {
          isOver = true;
        });
        attacking.catch(failed);
      });
      attacked.push(...(await people.work(EDIT_EVERY_MS, () => isOver)));
      if (attacking) attacks.push(await attacking);
      await people.settle();
      await alone(server, 3);
    }
    const after = await server.state();

    for (const report of [first, ...attacks]) problems.push(...report.problems);
    if (people.closeCodes.length > 0) problems.push(`honest people were closed with ${people.closeCodes}`);
    for (const document of victims) await document.save('en verder');
    problems.push(...serverProblems(before, after));
    problems.push(...(await documentProblems(store, server.url, people, untouched, owned.doc)));
    problems.push(...(await victimProblems(store, server.url)));
    problems.push(...(await wrongAcknowledgements(store, [first, ...attacks])));
    victim.destroy();
    people.destroy();
    const code = await server.stop();
    if (code !== 0) problems.push(`the server ended with ${code}`);
    problems.push(...(await checkProblems(store)));
    return { attacks, quiet, attacked, before, after, problems };
  } finally {
    if (server.child.exitCode === null) server.child.kill('SIGKILL');
  }
}

/** p95 under attack as a share of the usual; a floor keeps a timer's noise out. */
export function slowdown({ quiet, attacked }: Pick<HostileResult, 'quiet' | 'attacked'>, floorMs: number): number {
  return percentile(attacked, 0.95) / Math.max(percentile(quiet, 0.95), floorMs);
}

function alone(server: AttackedServer, sockets: number): Promise<void> {
  const count = async (): Promise<number | undefined> => {
    const { metrics } = await server.state();
    const metric = metrics.find(({ name }) => name === 'live_sockets');
    return metric?.type === 'histogram' ? undefined : metric?.samples[0]?.value;
  };
  return waitFor('the attackers are gone', async () => (await count()) === sockets);
}

function serverProblems(before: ServerState, after: ServerState): string[] {
  const problems: string[] = [];
  if (after.unexpected > 0) problems.push(`${after.unexpected} exceptions were caught by nobody`);
  const failed = after.metrics.find(({ name }) => name === 'live_hook_errors_total');
  const hookErrors = failed?.type === 'histogram' ? 0 : (failed?.samples[0]?.value ?? 0);
  if (hookErrors > 0) problems.push(`${hookErrors} handlers of the server failed`);
  if (after.heap > before.heap * ENOUGH_MEMORY) problems.push(`memory grew from ${before.heap} to ${after.heap} bytes`);
  return problems;
}

/** What the honest people hold, what a newcomer gets from memory and what is stored must be the same. */
async function documentProblems(
  store: TestDatabase,
  url: string,
  people: HonestPeople,
  untouched: Y.Doc,
  owned: Y.Doc,
): Promise<string[]> {
  const problems: string[] = [];
  const newcomer = new TestClient(url, 'memberB');
  const [frame, party] = await Promise.all(['frame', UNTOUCHED].map((key) => newcomer.opened(`board/${STILL}/${key}`)));
  if (!frame || !party) throw new Error('two documents were asked for');
  for (const [where, doc] of [
    ['memory', party.doc],
    ['the owner’s browser', owned],
    ['the store', await storedDocument(store, STILL, UNTOUCHED)],
  ] as const) {
    if (!areSame(untouched, doc)) problems.push(`the untouched document changed in ${where}`);
  }
  for (const [where, doc] of [
    ['memory', frame.doc],
    ['the reader’s browser', people.reading.doc],
    ['the store', await storedDocument(store, STILL, 'frame')],
  ] as const) {
    if (!holdTheSame(people.writing.doc, doc)) problems.push(`the frame differs in ${where}`);
  }
  newcomer.destroy();
  const { db } = store.database;
  const rows = await db.selectFrom('journal').select(['authorId', 'document']).where('boardId', '=', STILL).execute();
  const foreign = rows.filter(({ authorId }) => authorId !== null && authorId !== 'facilitator');
  if (foreign.length > 0) problems.push(`${foreign.length} rows were journalled for who may not write`);
  const ofFrame = rows.filter(({ document, authorId }) => document === 'frame' && authorId !== null);
  if (ofFrame.length !== people.edits) problems.push(`${people.edits} honest edits made ${ofFrame.length} rows`);
  return problems;
}

/** Whatever got in: everyone can read it, and it is stored. */
async function victimProblems(store: TestDatabase, url: string): Promise<string[]> {
  const problems: string[] = [];
  const newcomer = new TestClient(url, 'facilitator');
  for (const key of VICTIM_DOCUMENTS) {
    const { doc, log } = await newcomer.opened(`board/${VICTIM}/${key}`);
    if (!log.includes('en verder')) problems.push(`an honest edit is not in ${VICTIM}/${key}`);
    if (doc.store.pendingStructs || doc.store.pendingDs) problems.push(`${VICTIM}/${key} waits for what is missing`);
    if (!holdTheSame(doc, await storedDocument(store, VICTIM, key)))
      problems.push(`${VICTIM}/${key} is stored otherwise`);
  }
  newcomer.destroy();
  return problems;
}

async function wrongAcknowledgements(store: TestDatabase, reports: readonly AttackReport[]): Promise<string[]> {
  const documents = new Map<string, Y.Doc>();
  const problems: string[] = [];
  for (const { address, role, update } of reports.flatMap(({ taken }) => taken)) {
    const [, boardId = '', ...key] = (address.split('\0')[0] ?? '').split('/');
    const doc = documents.get(address) ?? (await storedDocument(store, boardId, key.join('/')));
    documents.set(address, doc);
    const isStored = holds(doc, Buffer.from(update, 'base64'));
    if (!isStored) problems.push(`acknowledged to a ${role} but not in ${address}: ${update.slice(0, 200)}`);
  }
  return problems;
}

/** Nonsense in records is their writer's right; what is broken below that is not. */
async function checkProblems(store: TestDatabase): Promise<string[]> {
  const { db } = store.database;
  const problems: string[] = [];
  for (const id of [STILL, VICTIM]) {
    const board = await findBoard(db, id);
    if (!board) throw new Error(`no board ${id}`);
    const { findings } = await checkBoard(db, board);
    const counted = id === STILL ? findings : findings.filter((finding) => !('record' in finding));
    problems.push(...counted.map((finding) => `check of ${id}: ${JSON.stringify(finding)}`));
  }
  return problems;
}
