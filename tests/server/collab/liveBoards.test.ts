import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertTestBoard } from '../../support/collabBoard.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { collabSuite, updateWith } from '../../support/collabSuite.ts';
import { waitFor } from '../../support/waitFor.ts';

const logOf = (state: Uint8Array): string[] => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc.getArray<string>('log').toArray();
};

describe.each(DATABASE_KINDS)("the server's own hand on %s", (kind) => {
  const suite = collabSuite(kind);

  test('writes several documents under following numbers, shows them, and reads them back', async () => {
    const { db } = suite.store.database;
    await insertTestBoard(db, 'service');
    const { collab } = suite.server;
    expect(logOf(await collab.readDocument('service', 'frame'))).toEqual([]);
    const tab = suite.tab('memberA');
    const frame = await tab.opened('board/service/frame');
    const edits = new Map([
      ['frame', updateWith('van de server')],
      ['party/ggd', updateWith('ook hier')],
    ]);
    await collab.write('service', edits, null);
    await waitFor('it shows', () => frame.log.length === 1);
    // One document was open, the other was not.
    expect(logOf(await collab.readDocument('service', 'frame'))).toEqual(['van de server']);
    expect(logOf(await collab.readDocument('service', 'party/ggd'))).toEqual(['ook hier']);
    expect((await tab.opened('board/service/party/ggd')).log).toEqual(['ook hier']);
    const rows = await db
      .selectFrom('journal')
      .select(['sequence', 'document', 'authorId'])
      .where('boardId', '=', 'service')
      .orderBy('sequence')
      .execute();
    expect(rows).toEqual([
      { sequence: 1, document: 'frame', authorId: null },
      { sequence: 2, document: 'party/ggd', authorId: null },
    ]);
    await collab.write('service', new Map([['frame', updateWith('namens iemand')]]), 'facilitator');
    expect(logOf(await collab.readDocument('service', 'frame')).length).toBe(2);
    expect(collab.openBoards()).toEqual(['service']);
  });

  test('refuses a board that is not there and bytes that are no update, and writes nothing', async () => {
    await insertTestBoard(suite.store.database.db, 'strict');
    const { collab } = suite.server;
    await expect(collab.write('nergens', new Map([['frame', updateWith('x')]]), null)).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(collab.readDocument('nergens', 'frame')).rejects.toMatchObject({ code: 'notFound' });
    const broken = new Map([
      ['frame', updateWith('goed')],
      ['party/ggd', new Uint8Array([7, 7, 7])],
    ]);
    await expect(collab.write('strict', broken, null)).rejects.toThrow();
    expect(await suite.rows('strict')).toBe(0);
  });

  test('what is written while a document is being opened is in it', async () => {
    await insertTestBoard(suite.store.database.db, 'race');
    for (let round = 0; round < 15; round += 1) {
      const opening = suite.tab('memberB').opened('board/race/frame');
      const writes = Array.from({ length: 4 }, async (_, index) => {
        await new Promise((resolve) => setTimeout(resolve, index * 2));
        await suite.server.collab.write('race', new Map([['frame', updateWith(`${round}.${index}`)]]), null);
      });
      const frame = await opening;
      await Promise.all(writes);
      await waitFor(`round ${round} is complete`, () => frame.log.length === (round + 1) * 4);
      frame.provider.configuration.websocketProvider.destroy();
      await waitFor('it left memory', () => suite.server.collab.counters()['live_documents'] === 0);
    }
    expect((await suite.stored('race', 'frame')).length).toBe(60);
  });
});
