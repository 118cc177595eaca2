import * as Y from 'yjs';
import { insertParties } from '../../server/db/boardParties.ts';
import { findBoard } from '../../server/db/boards.ts';
import { updateMembership } from '../../server/db/memberships.ts';
import { insertOrganisations } from '../../server/db/organisations.ts';
import { checkBoard } from '../../server/services/checkBoard.ts';
import type { Mode, Role } from '../../shared/access/roles.ts';
import { documentKey } from '../../shared/board/documentRef.ts';
import { findings, REPAIRABLE } from '../../shared/board/invariants.ts';
import { boardOfStates } from '../../shared/doc/states.ts';
import { plain, seededRandom } from './board.ts';
import { insertPeople, insertTestBoard, setMode, setRole } from './collabBoard.ts';
import { type TestDatabase, testDatabase } from './collabDatabase.ts';
import { startTestServer, type TestServer } from './collabServer.ts';
import { FuzzPeer } from './fuzzPeer.ts';
import { PARTIES, startedReplica } from './history.ts';
import { seedBoard } from './seedBoard.ts';
import { waitFor } from './waitFor.ts';

const BOARD = 'fuzz';
const PEOPLE = [
  { user: 'facilitator', party: 'gem' },
  { user: 'memberA', party: 'ggd' },
  { user: 'memberB', party: 'bib' },
] as const;
const MODES: readonly Mode[] = ['open', 'own', 'locked'];
const ROLES: readonly Role[] = ['member', 'viewer', 'facilitator', 'commenter'];
/** Small, so that a short run meets snapshots too. */
const LIMITS = { snapshotRows: 25, snapshotRowsAtUnload: 5 };

export interface FuzzResult {
  edits: number;
  acknowledged: number;
  cuts: number;
  delays: number;
  rightsChanges: number;
  serverRestarts: number;
  /** Times that somebody began afresh after a refusal. */
  refusals: number;
  /** What must not be, one sentence each. */
  readonly problems: string[];
}

async function prepare(random: () => number): Promise<TestDatabase> {
  const store = await testDatabase('sqlite');
  const { db } = store.database;
  await insertPeople(db);
  const createdAt = '2026-01-01T00:00:00.000Z';
  const added = PARTIES.filter((id) => id !== 'ggd');
  await insertOrganisations(
    db,
    added.map((id) => ({ id, name: `Organisatie ${id}`, createdAt })),
  );
  await insertTestBoard(db, BOARD);
  await insertParties(db, BOARD, added);
  for (const { user, party } of PEOPLE) await updateMembership(db, BOARD, user, { organisationId: party });
  const replica = startedReplica(random, 1);
  await seedBoard(
    store.database,
    BOARD,
    new Map([...replica.docs].map(([key, doc]) => [key, Y.encodeStateAsUpdate(doc)])),
  );
  return store;
}

/**
 * One seeded history on the real server over real sockets: people edit while their wires are cut, slow or silent,
 * while roles and the mode change and while the server restarts. In the end all connections are whole again, and
 * everybody, the server and its store must hold the same sound board with all that was acknowledged. The seed fixes
 * what happens; how it interleaves is the network's.
 */
export async function fuzzRun({ seed, steps }: { readonly seed: number; readonly steps: number }): Promise<FuzzResult> {
  const random = seededRandom(seed);
  const store = await prepare(random);
  const { db } = store.database;
  let server: TestServer = await startTestServer(store.database, { limits: LIMITS });
  const { port } = server;
  const peers = await Promise.all(PEOPLE.map(({ user, party }) => FuzzPeer.on(port, user, party, BOARD, random)));
  const result: FuzzResult = {
    edits: 0,
    acknowledged: 0,
    cuts: 0,
    delays: 0,
    rightsChanges: 0,
    serverRestarts: 0,
    refusals: 0,
    problems: [],
  };
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;

  const changeRights = async (): Promise<void> => {
    result.rightsChanges += 1;
    if (random() < 0.5) await setMode(db, BOARD, pick(MODES));
    else await setRole(db, BOARD, pick(['memberA', 'memberB']), pick(ROLES));
    server.collab.accessChanged(BOARD);
  };
  const step = async (): Promise<void> => {
    const chance = random();
    const peer = pick(peers);
    if (chance < 0.72) {
      for (let count = Math.ceil(random() * 3); count > 0; count -= 1) peer.edit();
      result.edits += 1;
    } else if (chance < 0.78) {
      result.cuts += 1;
      peer.wire.cut();
    } else if (chance < 0.86) peer.wire.mend();
    else if (chance < 0.92) {
      result.delays += 1;
      peer.wire.delay(Math.floor(random() * 12));
    } else if (chance < 0.93) peer.wire.freeze();
    else if (chance < 0.985) await changeRights();
    else {
      result.serverRestarts += 1;
      await server.stop();
      server = await startTestServer(store.database, { limits: LIMITS, port });
    }
    for (const each of peers) each.mendRefusal();
    // What was written gets somewhere, but not everywhere.
    await new Promise((resolve) => setTimeout(resolve, random() * 4));
  };

  try {
    await waitFor('everyone is there', () => peers.every((peer) => peer.isSettled));
    for (let count = 0; count < steps; count += 1) await step();
    await setMode(db, BOARD, 'open');
    for (const user of ['memberA', 'memberB']) await setRole(db, BOARD, user, 'member');
    server.collab.accessChanged(BOARD);
    for (const { wire } of peers) {
      wire.delay(0);
      // A wire that went silent would be noticed by the client's own watch, which is not part of this.
      wire.cut();
      wire.mend();
    }
    await settle(peers);
    result.problems.push(...(await compare(store, server, peers)));
  } catch (error) {
    result.problems.push(error instanceof Error ? error.message : String(error));
  } finally {
    for (const peer of peers) {
      result.refusals += peer.restarts;
      for (const texts of peer.acknowledged.values()) result.acknowledged += texts.size;
      await peer.destroy();
    }
    await server.stop();
    await store.remove();
  }
  return { ...result, problems: result.problems.map((problem) => `seed ${seed}, ${steps} steps: ${problem}`) };
}

/** Waits until everyone has said and heard everything; who is refused meanwhile begins afresh. */
async function settle(peers: readonly FuzzPeer[]): Promise<void> {
  await waitFor('all connections settle', () => {
    const isAfresh = peers.map((peer) => peer.mendRefusal()).includes(true);
    return !isAfresh && peers.every((peer) => peer.isSettled);
  });
}

async function compare(store: TestDatabase, server: TestServer, peers: readonly FuzzPeer[]): Promise<string[]> {
  const problems: string[] = [];
  const { refs } = startedReplica(seededRandom(1));
  const states = await Promise.all(
    refs.map(async (ref) => [ref, await server.collab.readDocument(BOARD, documentKey(ref))] as const),
  );
  const board = boardOfStates(states);
  const expected = JSON.stringify(plain(board));
  const differing = (): FuzzPeer[] => peers.filter((peer) => JSON.stringify(plain(peer.board)) !== expected);
  await waitFor('all hold the same board', () => differing().length === 0, 10_000).catch(() => {
    problems.push(`${differing().map(({ user }) => user)} hold another board than the server`);
  });
  for (const { code, id } of findings(board)) {
    if (!REPAIRABLE.includes(code)) problems.push(`the board breaks ${code} at ${id}`);
  }
  const row = await findBoard(store.database.db, BOARD);
  const repairable: readonly string[] = REPAIRABLE;
  const check = row && (await checkBoard(store.database.db, row));
  for (const finding of check?.findings ?? []) {
    if (!repairable.includes(finding.code)) problems.push(`the check finds ${JSON.stringify(finding)}`);
  }
  for (const [ref, state] of states) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    const log = doc.getArray<string>('log').toArray();
    const there = new Set(log);
    if (there.size !== log.length) problems.push(`something is doubled in ${documentKey(ref)}`);
    for (const peer of peers) {
      const saved = peer.acknowledged.get(documentKey(ref)) ?? [];
      for (const text of saved)
        if (!there.has(text)) problems.push(`${text} was acknowledged but is gone from ${documentKey(ref)}`);
    }
  }
  return problems;
}
