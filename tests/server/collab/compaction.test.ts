import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { storedState } from '../../../server/collab/replay.ts';
import { readStoredDocument } from '../../../server/db/storedDocument.ts';
import { insertTestBoard } from '../../support/collabBoard.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { QUIET } from '../../support/collabServer.ts';
import { collabSuite, updateWith } from '../../support/collabSuite.ts';
import { waitFor } from '../../support/waitFor.ts';

describe.each(DATABASE_KINDS)('snapshots on %s', (kind) => {
  const suite = collabSuite(kind, () => ({ limits: { snapshotRows: 150, snapshotRowsAtUnload: 30 } }));
  const snapshots = (boardId: string) =>
    suite.store.database.db
      .selectFrom('snapshots')
      .selectAll()
      .where('boardId', '=', boardId)
      .orderBy('sequence')
      .execute();
  const read = (boardId: string) => readStoredDocument(suite.store.database.db, boardId, 'frame', 1, QUIET);

  /** Writes rows as a service would, many at a time. */
  async function writeRows(boardId: string, count: number): Promise<void> {
    const doc = new Y.Doc();
    for (let index = 0; index < count; index += 1) {
      await suite.server.collab.write(boardId, new Map([['frame', updateWith(`${index}`, doc)]]), null);
    }
  }

  test('a document that is left after many rows gets a snapshot, from which it opens; no row is deleted', async () => {
    await insertTestBoard(suite.store.database.db, 'left');
    const tab = suite.tab('facilitator');
    const frame = await tab.opened('board/left/frame');
    await writeRows('left', 40);
    await waitFor('it shows', () => frame.log.length === 40);
    expect(await snapshots('left')).toEqual([]);
    tab.destroy();
    await waitFor('there is a snapshot', async () => (await snapshots('left')).length === 1);
    expect(await suite.rows('left')).toBe(40);
    const stored = await read('left');
    expect([stored.snapshot?.sequence, stored.updates.length, stored.sequence]).toEqual([40, 0, 40]);
    const again = await suite.tab('facilitator').opened('board/left/frame');
    expect(again.log).toEqual(Array.from({ length: 40 }, (_, index) => `${index}`));
    await again.save('verder');
    const next = await read('left');
    expect([next.snapshot?.sequence, next.updates.length]).toEqual([40, 1]);
  });

  test('a snapshot whose hash does not fit is passed over for what is beneath it', async () => {
    await insertTestBoard(suite.store.database.db, 'broken');
    const tab = suite.tab('facilitator');
    await tab.opened('board/broken/frame');
    await writeRows('broken', 35);
    tab.destroy();
    await waitFor('there is a snapshot', async () => (await snapshots('broken')).length === 1);
    const before = storedState(await read('broken'), QUIET);
    const { db } = suite.store.database;
    await db
      .updateTable('snapshots')
      .set({ state: Buffer.from('kapot') })
      .where('boardId', '=', 'broken')
      .execute();
    const stored = await read('broken');
    expect([stored.snapshot, stored.updates.length]).toEqual([undefined, 35]);
    expect(storedState(stored, QUIET)).toEqual(before);
  });

  test('while a document is open a snapshot comes every so many rows', async () => {
    await insertTestBoard(suite.store.database.db, 'open');
    const frame = await suite.tab('facilitator').opened('board/open/frame');
    for (let count = 0; count < 160; count += 1) frame.add(`${count}`);
    await frame.synced();
    await waitFor('there is a snapshot', async () => (await snapshots('open')).length === 1);
    const [snapshot] = await snapshots('open');
    expect(snapshot?.sequence).toBeGreaterThanOrEqual(150);
    const stored = await read('open');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, storedState(stored, QUIET));
    expect(doc.getArray('log').toArray()).toEqual(frame.log);
    expect(await suite.rows('open')).toBe(160);
  });
});
