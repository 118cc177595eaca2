import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { findBoard } from '../../../server/db/boards.ts';
import { checkBoard } from '../../../server/services/checkBoard.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { type Finding, findings } from '../../../shared/board/invariants.ts';
import { boardReader } from '../../../shared/doc/boardReader.ts';
import { parseDocumentName } from '../../../shared/doc/names.ts';
import { plain, seededRandom } from '../../support/board.ts';
import type { ClientDocument } from '../../support/collabClient.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { PARTIES } from '../../support/history.ts';
import { Network } from '../../support/network.ts';
import { readBoard } from '../../support/readBoard.ts';
import { type StoredBoard, StoredBoards } from '../../support/storedBoards.ts';
import { waitFor } from '../../support/waitFor.ts';

interface Played extends StoredBoard {
  readonly found: readonly Finding[];
}

/**
 * Seeds of histories of three parties after which something is to be mended: of the first 600 those with the rare kinds
 * of damage, and some of the others.
 */
const SEEDS = [4, 32, 36, 56, 82, 202, 226, 284, 384, 389, 539];
/** Those to which another program adds an order key that is none. */
const WITH_FOREIGN_KEY = [56, 284];

/** What such a history leaves in a store, and what is wrong with it. */
function played(seed: number): Played {
  const network = new Network(seededRandom(seed));
  for (let step = 0; step < 200; step += 1) network.step();
  network.settle();
  const [outcome] = network.hub.doc({ kind: 'frame' }).getMap('outcomes').values();
  if (WITH_FOREIGN_KEY.includes(seed) && outcome instanceof Y.Map) outcome.set('place', { key: '~' });
  const rows = [...network.hub.docs].map(([document, doc]) => ({ document, update: Y.encodeStateAsUpdate(doc) }));
  return { parties: PARTIES, rows, found: findings(network.hub.board) };
}

const BROKEN = SEEDS.map((seed) => [`b${seed}`, played(seed)] as const);

/** The board as a tab shows it. */
function shown(documents: ReadonlyMap<string, ClientDocument>): unknown {
  const reader = boardReader();
  for (const { doc, provider } of documents.values()) {
    const name = parseDocumentName(provider.configuration.name);
    if (name) reader.attach(name.ref, doc)();
  }
  return plain(reader.board());
}

describe('the histories', () => {
  test('R1 to R5: hold every kind of damage', () => {
    expect(BROKEN.every(([, { found }]) => found.length > 0)).toBe(true);
    const codes = new Set(BROKEN.flatMap(([, { found }]) => found.map(({ code }) => code)));
    expect([...codes].sort()).toEqual([
      'codeRepeated',
      'linkToHome',
      'nestedTooDeep',
      'orderKeyForeign',
      'parentCircle',
    ]);
  });
});

describe.each(DATABASE_KINDS)('boards that merging broke (%s)', (kind) => {
  let boards: StoredBoards;
  beforeAll(async () => {
    boards = await StoredBoards.on(kind);
    await boards.start();
    for (const [id, board] of BROKEN) await boards.insert(id, board);
  });
  afterEach(() => boards.closeTabs());
  afterAll(() => boards.remove());

  const checked = async (boardId: Id) => {
    const { db } = boards.product.services;
    const row = await findBoard(db, boardId);
    return (await checkBoard(db, row!)).findings;
  };

  test('G7 are mended by the server once they are loaded, seen by who has them open, and then sound for good', async () => {
    for (const [id, board] of BROKEN) {
      expect((await checked(id)).map(({ code }) => code)).toEqual(board.found.map(({ code }) => code));
      const tabs = await Promise.all([1, 2, 3].map(() => boards.opened(id, 1)));
      await waitFor(`${id} is mended`, async () => (await checked(id)).length === 0);
      const now = plain(await readBoard(boards, id));
      for (const tab of tabs) {
        await waitFor(`${id} is the same everywhere`, () => JSON.stringify(shown(tab)) === JSON.stringify(now));
      }
      boards.closeTabs();
    }
    const rows = new Map<Id, number>();
    for (const [id, board] of BROKEN) {
      const mended = await boards.rowsAfter(id, board.rows.length);
      expect(new Set(mended.map(({ document }) => document)).size).toBe(mended.length);
      expect(mended.every(({ authorId }) => authorId === null)).toBe(true);
      rows.set(id, mended.length);
    }
    // What a second look would write is written when the server has stopped.
    await boards.restart();
    for (const [id] of BROKEN) await boards.opened(id, 1);
    await boards.restart();
    for (const [id, board] of BROKEN) {
      expect(await boards.rowsAfter(id, board.rows.length)).toHaveLength(rows.get(id) ?? -1);
    }
  });

  test('G7 a closed one is not; reopened it is, while people have it open', async () => {
    const [, broken] = BROKEN[0]!;
    await boards.insert('dicht', broken);
    await boards.facilitator.patch('/boards/dicht', { closed: true });
    await boards.opened('dicht', 1);
    await boards.restart();
    expect(await boards.rowsAfter('dicht', broken.rows.length)).toEqual([]);
    await boards.opened('dicht', 1);
    expect((await boards.facilitator.patch('/boards/dicht', { closed: false })).status).toBe(200);
    await waitFor('it is mended', async () => (await checked('dicht')).length === 0);
  });

  test('G7 one of which only the frame is open is left until somebody opens all of it', async () => {
    const [, broken] = BROKEN[2]!;
    await boards.insert('deel', broken);
    await boards.open('deel', 1, { isFrameOnly: true }).get('frame')?.synced();
    await boards.restart();
    expect(await boards.rowsAfter('deel', broken.rows.length)).toEqual([]);
    await boards.opened('deel', 1);
    await waitFor('it is mended', async () => (await checked('deel')).length === 0);
  });

  test('G7 a locked one is too', async () => {
    const [, broken] = BROKEN[1]!;
    await boards.insert('vast', broken);
    await boards.facilitator.patch('/boards/vast', { mode: 'locked' });
    await boards.opened('vast', 1);
    await waitFor('it is mended', async () => (await checked('vast')).length === 0);
  });
});
