import { setTimeout as wait } from 'node:timers/promises';
import type { Mode, Role } from '../../shared/access/roles.ts';
import { seededRandom } from './board.ts';
import { fakeBrowser } from './fakeBrowser.ts';
import { compareBoards, compareOffline, compareSetAside } from './fuzzCompare.ts';
import { timesSetAside } from './fuzzMarks.ts';
import { FuzzPeer } from './fuzzPeer.ts';
import { BOARD, FuzzWorld, PEOPLE } from './fuzzWorld.ts';
import { waitFor } from './waitFor.ts';

/** In milliseconds, on a machine that does much else. */
const PATIENCE = 90_000;

const MODES: readonly Mode[] = ['open', 'own', 'locked'];
const ROLES: readonly Role[] = ['member', 'viewer', 'facilitator', 'commenter'];

export interface FuzzResult {
  edits: number;
  /** Edits that can be told apart. */
  marked: number;
  acknowledged: number;
  setAside: number;
  /** Edits that were acknowledged after the backup and went with the store. */
  gone: number;
  cuts: number;
  delays: number;
  spells: number;
  pages: number;
  rightsChanges: number;
  serverRestarts: number;
  restores: number;
  /** What must not be, one sentence each. */
  readonly problems: string[];
}

/**
 * One seeded history on the real server over real sockets, with the client's own code: people edit while their wires
 * are cut, slow or silent, stay away and close their pages, while roles and the mode change, while the server restarts,
 * and while its store is lost and a backup put in its place. In the end everybody, the server and its store must hold
 * the same sound board; each edit is on it or set aside. The seed fixes what happens; how it interleaves is the network's.
 */
export async function fuzzRun({ seed, steps }: { readonly seed: number; readonly steps: number }): Promise<FuzzResult> {
  const random = seededRandom(seed);
  const world = await FuzzWorld.open(random);
  const browser = fakeBrowser(() => world.origin);
  const peers: FuzzPeer[] = [];
  const result: FuzzResult = {
    edits: 0,
    marked: 0,
    acknowledged: 0,
    setAside: 0,
    gone: 0,
    cuts: 0,
    delays: 0,
    spells: 0,
    pages: 0,
    rightsChanges: 0,
    serverRestarts: 0,
    restores: 0,
    problems: [],
  };
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const backupAt = Math.floor(steps * (0.1 + 0.4 * random()));
  const restoreAt = random() < 0.7 ? Math.floor(backupAt + (steps - backupAt) * (0.1 + 0.6 * random())) : -1;

  const changeRights = async (): Promise<void> => {
    result.rightsChanges += 1;
    if (random() < 0.5) await world.setMode(pick(MODES));
    else await world.setRole(pick(['memberA', 'memberB']), pick(ROLES));
  };
  const step = async (): Promise<void> => {
    const chance = random();
    const peer = pick(peers);
    if (chance < 0.68) {
      for (let count = Math.ceil(random() * 3); count > 0; count -= 1) peer.edit();
      result.edits += 1;
    } else if (chance < 0.72) {
      result.cuts += 1;
      peer.wire.cut();
    } else if (chance < 0.81) {
      if (peer.away === 0) peer.comeBack();
    } else if (chance < 0.85) {
      result.delays += 1;
      peer.wire.delay(Math.floor(random() * 12));
    } else if (chance < 0.86) peer.wire.freeze();
    else if (chance < 0.885) {
      result.spells += 1;
      peer.wire.cut();
      peer.away = 10 + Math.floor(random() * 30);
    } else if (chance < 0.92) await peer.reopen(random() < 0.5 ? 'died' : 'closed');
    else if (chance < 0.985) await changeRights();
    else {
      result.serverRestarts += 1;
      await world.restart();
    }
    for (const each of peers) {
      if (each.away > 0) each.away -= 1;
      if (each.isSignedOut && random() < 0.3) await each.signIn();
    }
    // What was written gets somewhere, but not everywhere.
    await wait(random() < 0.15 ? random() * 60 : random() * 5);
  };

  try {
    for (const { user, party } of PEOPLE) {
      const signIn = (): Promise<string> => world.signIn(user);
      const era = (): number => world.era;
      peers.push(await FuzzPeer.on({ port: world.port, user, party, board: BOARD, browser, random, signIn, era }));
    }
    await settle(world, peers);
    for (let count = 0; count < steps; count += 1) {
      if (count === backupAt) world.startBackup();
      if (count === restoreAt) {
        result.restores += 1;
        await world.restore();
      }
      await step();
    }
    await world.setMode('open');
    for (const user of ['memberA', 'memberB']) await world.setRole(user, 'member');
    for (const peer of peers) {
      peer.wire.delay(0);
      // A wire that went silent is noticed in time by the client's own watch; not waited for here.
      peer.wire.cut();
      peer.comeBack();
    }
    await settle(world, peers);
    result.problems.push(...(await compareBoards(world, peers)), ...(await compareSetAside(world, peers)));
    if (result.problems.length === 0) result.problems.push(...(await compareOffline(peers)));
  } catch (error) {
    result.problems.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    for (const peer of peers) {
      result.marked += peer.marks.length;
      result.pages += peer.pages;
      for (const mark of peer.marks) {
        if (mark.isAcknowledged) result.acknowledged += 1;
        if (timesSetAside(mark, peer.setAside) > 0) result.setAside += 1;
        const isLost = world.lost?.accepted.has(mark.text) && !world.lost.inBackup.has(mark.text);
        if (isLost && mark.isAcknowledged) result.gone += 1;
      }
      await peer.destroy();
    }
    await world.close();
    browser.remove();
  }
  return { ...result, problems: result.problems.map((problem) => `seed ${seed}, ${steps} steps: ${problem}`) };
}

/** Waits until everyone has said and heard everything. */
async function settle(world: FuzzWorld, peers: readonly FuzzPeer[]): Promise<void> {
  const generation = await world.generation();
  const isSettled = async (): Promise<boolean> => {
    for (const peer of peers) if (peer.isSignedOut) await peer.signIn();
    return (await Promise.all(peers.map((peer) => peer.isSettled(generation)))).every(Boolean);
  };
  await waitFor('all are settled', isSettled, PATIENCE).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${peers.map((peer) => peer.state()).join('\n')}`);
  });
}
