import { readdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { storedState } from '../../../server/collab/replay.ts';
import type { Db } from '../../../server/db/database.ts';
import { readStoredDocument } from '../../../server/db/storedDocument.ts';
import { LEFT_OUT, WHOLE_TABLES } from '../../../server/db/wholeTables.ts';
import { backupFolder, command } from '../../support/backups.ts';
import { insertTestBoard } from '../../support/collabBoard.ts';
import type { ClientDocument } from '../../support/collabClient.ts';
import { DATABASE_KINDS, type DatabaseKind, type TestDatabase, testDatabase } from '../../support/collabDatabase.ts';
import { QUIET } from '../../support/collabServer.ts';
import { collabSuite } from '../../support/collabSuite.ts';
import { waitFor } from '../../support/waitFor.ts';

const KEYS = ['frame', 'party/ggd', 'party/welzijn'] as const;
const OTHER: { readonly [kind in DatabaseKind]: DatabaseKind } = { sqlite: 'postgres', postgres: 'sqlite' };

interface BoardNumber {
  readonly id: string;
  readonly sequence: number;
  readonly generation: number;
}

/** Rows of a board up to a number, with bytes as text. */
async function rowsUpTo(db: Db, { id, sequence }: BoardNumber) {
  const rows = await db
    .selectFrom('journal')
    .selectAll()
    .where('boardId', '=', id)
    .where('sequence', '<=', sequence)
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({ ...row, update: Buffer.from(row.update).toString('hex') }));
}

/** What the rows of a document make. */
function replayed(rows: Awaited<ReturnType<typeof rowsUpTo>>, key: string): unknown {
  const doc = new Y.Doc();
  for (const { document, update } of rows) if (document === key) Y.applyUpdate(doc, Buffer.from(update, 'hex'));
  return doc.getArray('log').toArray();
}

/** What the server would open. */
async function opened(db: Db, { id, generation }: BoardNumber, key: string): Promise<unknown> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, storedState(await readStoredDocument(db, id, key, generation, QUIET), QUIET));
  return doc.getArray('log').toArray();
}

describe.each(DATABASE_KINDS)('a backup of %s under load', (kind) => {
  const suite = collabSuite(kind, () => ({ limits: { snapshotRows: 40, snapshotRowsAtUnload: 30 } }));
  const made: TestDatabase[] = [];
  let folder: Awaited<ReturnType<typeof backupFolder>>;
  beforeAll(async () => {
    folder = await backupFolder();
  });
  afterAll(async () => {
    for (const store of made) await store.remove();
    await folder.remove();
  });
  const emptyStore = async (of: DatabaseKind): Promise<TestDatabase> => {
    const store = await testDatabase(of);
    made.push(store);
    return store;
  };

  test(`holds each board at the number that it names, on ${OTHER[kind]} and back again`, async () => {
    const { db } = suite.store.database;
    const boards = ['een', 'twee'];
    const docs: ClientDocument[] = [];
    for (const board of boards) {
      await insertTestBoard(db, board);
      const tab = suite.tab('facilitator');
      docs.push(...(await Promise.all(KEYS.map((key) => tab.opened(`board/${board}/${key}`)))));
    }
    let typed = 0;
    const typing = setInterval(() => {
      for (const doc of docs) doc.add(`é${typed++}`);
    }, 20);
    const snapshots = () => db.selectFrom('snapshots').select('sequence').execute();
    await waitFor('there is something to lose', async () => (await snapshots()).length > 0);
    const file = folder.path('onder belasting.gz');
    const backup = await command(['backup', file], suite.store.settings);
    expect([backup.code, backup.err]).toEqual([0, '']);
    clearInterval(typing);
    await Promise.all(docs.map((doc) => doc.synced()));
    const named: BoardNumber[] = backup.result.boards;
    expect(named.map(({ id }) => id)).toEqual(boards);
    for (const { id, sequence } of named) {
      expect(sequence).toBeGreaterThan(0);
      expect(await suite.rows(id), 'people wrote meanwhile').toBeGreaterThan(sequence);
    }
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(dirname(file))).toEqual(['onder belasting.gz']);

    const there = await emptyStore(OTHER[kind]);
    const restored = await command(['restore', file], there.settings);
    expect([restored.code, restored.err]).toEqual([0, '']);
    expect(restored.result.rows).toEqual(backup.result.rows);
    const restoredBoards: BoardNumber[] = restored.result.boards;
    for (const board of restoredBoards) {
      const before = await rowsUpTo(db, board);
      expect(await rowsUpTo(there.database.db, board)).toEqual(before);
      for (const key of KEYS) expect(await opened(there.database.db, board, key)).toEqual(replayed(before, key));
      expect(board.sequence).toBe(named.find(({ id }) => id === board.id)?.sequence);
      expect(board.generation).toBeGreaterThan(1);
    }
    for (const table of ['organisations', 'users', 'boardParties', 'memberships'] as const) {
      const all = (of: Db) => of.selectFrom(table).selectAll().execute();
      const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();
      expect(sorted(await all(there.database.db))).toEqual(sorted(await all(db)));
    }
    const check = await command(['check'], there.settings);
    expect([check.code, check.result.findings]).toEqual([0, []]);

    // Even the snapshots on which the new generation stands may be spoilt: the rows of which they were made are there.
    const spoilt = restoredBoards.find(({ id }) => id === 'twee') as BoardNumber;
    await there.database.db
      .updateTable('snapshots')
      .set({ hash: 'kapot' })
      .where('boardId', '=', spoilt.id)
      .where('generation', '=', spoilt.generation)
      .execute();
    for (const key of KEYS) {
      expect(await opened(there.database.db, spoilt, key)).toEqual(replayed(await rowsUpTo(db, spoilt), key));
    }

    const again = folder.path('terug.gz');
    expect((await command(['backup', again], there.settings)).code).toBe(0);
    const back = await emptyStore(kind);
    const second = await command(['restore', again], back.settings);
    // The log of the store that was restored has one event more: that it was.
    const more = { snapshots: expect.any(Number), auditEvents: 1, auditHead: 1 };
    expect(second.result.rows).toEqual({ ...restored.result.rows, ...more });
    for (const board of second.result.boards as BoardNumber[]) {
      expect(board.generation).toBeGreaterThan(restoredBoards.find(({ id }) => id === board.id)?.generation ?? 0);
      const before = await rowsUpTo(db, board);
      for (const key of KEYS) expect(await opened(back.database.db, board, key)).toEqual(replayed(before, key));
    }
    expect((await command(['check'], back.settings)).result.findings).toEqual([]);
  });

  test('every table is either in a backup or left out on purpose', async () => {
    const tables = await suite.store.database.db.introspection.getTables();
    const placed = [...WHOLE_TABLES.map(({ name }) => name), ...LEFT_OUT].sort();
    expect(tables.map(({ name }) => name).sort()).toEqual(placed);
  });
});
