import { findBoard, raiseRightsVersion } from '../../server/db/boards.ts';
import { checkBoard } from '../../server/services/checkBoard.ts';
import type { Mode } from '../../shared/access/roles.ts';
import { keysFor } from '../../shared/board/order.ts';
import { encodeBoard } from '../../shared/doc/encodeBoard.ts';
import { bigBoard } from './bigBoard.ts';
import { seededRandom } from './board.ts';
import { insertPeople, insertTestBoard, setMode, setRole } from './collabBoard.ts';
import { TestClient } from './collabClient.ts';
import type { TestDatabase } from './collabDatabase.ts';
import { KillWriter, KnownPlaces, type WriterPlan } from './killWriter.ts';
import { type Program, run } from './runProgram.ts';
import { seedBoard } from './seedBoard.ts';
import { waitFor } from './waitFor.ts';

const KEYS = ['frame', 'party/ggd', 'party/welzijn'] as const;
const OWNERS = ['ggd', 'welzijn'];
const COLUMNS = 8;
/** Few, so that kills fall into the making of snapshots too, and that a start reads snapshots and rows. */
const SNAPSHOT_ROWS = 8;
/** Who may write each document while the board is open. */
const USERS: Readonly<Record<(typeof KEYS)[number], readonly string[]>> = {
  frame: ['facilitator', 'memberA', 'memberB'],
  'party/ggd': ['memberA', 'facilitator'],
  'party/welzijn': ['memberB', 'facilitator'],
};
const MODES: readonly Mode[] = ['own', 'locked', 'open'];

export interface KillOptions {
  /** The bundled tests/campaign/liveServer.ts. */
  readonly program: string;
  readonly store: TestDatabase;
  readonly kills: number;
  readonly writers: number;
  /** A board grows with every kill; after this many the next one is begun. */
  readonly killsPerBoard: number;
}

export interface KillResult {
  edits: number;
  acknowledged: number;
  /** Acknowledged moves of cards and columns. */
  moves: number;
  rightsChanges: number;
  /** Writers that lost the right to write in the middle of writing. */
  refusedWriters: number;
  boards: number;
  /** Snapshots that were made meanwhile. */
  snapshots: number;
  /** Acknowledged and gone, doubled, or elsewhere; findings of the check; a server that did not stop as it should. */
  readonly problems: string[];
}

function plansFor(writers: number, kill: number): WriterPlan[] {
  const keys = keysFor([], undefined, COLUMNS, seededRandom(11));
  return Array.from({ length: writers }, (_, index) => {
    const key = KEYS[index % KEYS.length] ?? 'frame';
    const users = USERS[key];
    const turn = Math.floor(index / KEYS.length);
    const places =
      key === 'frame'
        ? keys.map((own) => ({ key: own }))
        : keys.map((own, n) => ({ outcomeId: `c${n + 1}`, key: own }));
    const record = key === 'frame' ? `c${turn + 1}` : `a${2 * turn + OWNERS.indexOf(key.slice(6)) + 1}`;
    return { name: `k${kill}c${index}`, user: users[turn % users.length] ?? '', key, record, places };
  });
}

async function makeBoard({ database }: TestDatabase, id: string, cards: number): Promise<void> {
  await insertTestBoard(database.db, id);
  const board = bigBoard(cards, COLUMNS, OWNERS.length);
  const activities = [...board.activities.values()].map((activity, n) => ({ ...activity, owner: OWNERS[n % 2] ?? '' }));
  const content = { ...board, activities: new Map(activities.map((activity) => [activity.id, activity])) };
  await seedBoard(database, id, encodeBoard(content));
}

/**
 * Kills a server with SIGKILL again and again, at random moments, while people of several parties write and move cards
 * and while their rights change; reads everything back by fresh clients after each kill, and checks every board.
 */
export async function killRun({ program, store, kills, writers, killsPerBoard }: KillOptions): Promise<KillResult> {
  const { db } = store.database;
  const result: KillResult = {
    edits: 0,
    acknowledged: 0,
    moves: 0,
    rightsChanges: 0,
    refusedWriters: 0,
    boards: 0,
    snapshots: 0,
    problems: [],
  };
  await insertPeople(db);
  let board = '';
  let texts = new Map<string, string[]>();
  let places = new KnownPlaces();

  const start = (): Promise<Program> => run(program, store.settings, [], { SNAPSHOT_ROWS: String(SNAPSHOT_ROWS) });
  const beginBoard = async (): Promise<void> => {
    board = `kill${result.boards}`;
    result.boards += 1;
    texts = new Map(KEYS.map((key) => [key, []]));
    places = new KnownPlaces();
    await makeBoard(store, board, writers);
  };
  const readBack = async (url: string, after: string): Promise<void> => {
    const reader = new TestClient(url, 'viewer', { delay: 60_000 });
    for (const key of KEYS) {
      const { log, doc } = await reader.opened(`board/${board}/${key}`);
      const there = new Set(log);
      if (there.size !== log.length) result.problems.push(`${after}: something is doubled in ${key}`);
      const lost = (texts.get(key) ?? []).filter((text) => !there.has(text));
      for (const text of lost) result.problems.push(`${after}: ${text} was acknowledged but is gone from ${key}`);
      for (const wrong of places.wrong(doc, key)) result.problems.push(`${after}: ${wrong}, where nobody put it last`);
    }
    reader.destroy();
  };
  const endBoard = async (): Promise<void> => {
    const server = await start();
    await readBack(server.url, `${board} at its end`);
    await server.end('SIGTERM');
    if (server.child.exitCode !== 0) result.problems.push(`the server stopped with ${server.child.exitCode}`);
    const row = await findBoard(db, board);
    const { findings } = row ? await checkBoard(db, row) : { findings: ['no such board'] };
    for (const finding of findings) result.problems.push(`check of ${board}: ${JSON.stringify(finding)}`);
  };
  const changeRights = async (turn: number): Promise<void> => {
    result.rightsChanges += 1;
    if (turn % 2 === 0) await setMode(db, board, MODES[(turn / 2) % MODES.length] ?? 'open');
    else await setRole(db, board, 'memberA', turn % 4 === 1 ? 'viewer' : 'member');
    await raiseRightsVersion(db, board);
  };

  for (let kill = 0; kill < kills; kill += 1) {
    if (kill % killsPerBoard === 0) await beginBoard();
    await setMode(db, board, 'open');
    await setRole(db, board, 'memberA', 'member');
    const server = await start();
    await readBack(server.url, `after ${kill} kills`);
    const own = plansFor(writers, kill).map((plan) => new KillWriter(server.url, board, plan));
    await Promise.all(own.map(({ document }) => document.synced()));
    for (const writer of own) writer.write();
    await waitFor('everyone writes', () => own.every((writer) => writer.acknowledged.length > 0));
    await changeRights(kill);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 150));
    await server.end('SIGKILL');
    for (const writer of own) {
      writer.tab.destroy();
      places.note(writer);
      result.edits += writer.made;
      result.acknowledged += writer.acknowledged.length;
      result.moves += writer.acknowledged.filter(({ place }) => place !== undefined).length;
      if (writer.isRefused) result.refusedWriters += 1;
      texts.get(writer.plan.key)?.push(...writer.acknowledged.map(({ text }) => text));
    }
    if ((kill + 1) % killsPerBoard === 0 || kill + 1 === kills) await endBoard();
  }
  result.snapshots = (await db.selectFrom('snapshots').select('sequence').execute()).length;
  return result;
}
