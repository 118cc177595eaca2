import { afterAll, describe, expect, test } from 'vitest';
import type { Journal } from '../../../server/db/journal.ts';
import { JournalRefusal } from '../../../server/db/journalStore.ts';
import { openJournal } from '../../../server/db/openJournal.ts';
import { CLOSE } from '../../../shared/protocol/live.ts';
import { insertTestBoard } from '../../support/collabBoard.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { QUIET, rightsFrom } from '../../support/collabServer.ts';
import { collabSuite, updateWith } from '../../support/collabSuite.ts';
import { type FaultyStore, faultyStore } from '../../support/storeFault.ts';
import { waitFor } from '../../support/waitFor.ts';

describe.each(DATABASE_KINDS)('the store gone for a while on %s', (kind) => {
  let faulty: FaultyStore;
  const suite = collabSuite(kind, async (store) => {
    faulty = await faultyStore(store);
    return { database: faulty.database };
  });
  afterAll(() => faulty.close());

  test('nothing is acknowledged or shown, people are told, and afterwards all of it is saved', async () => {
    await insertTestBoard(suite.store.database.db, 'gone');
    const frame = await suite.tab('memberA').opened('board/gone/frame');
    const tab = suite.tab('memberB');
    const party = await tab.opened('board/gone/party/welzijn');
    const other = await tab.opened('board/gone/frame');
    await frame.save('voor');
    faulty.fail();
    frame.add('tijdens 1');
    party.add('tijdens 2');
    await waitFor('people are told', () => [frame, other].every((each) => each.notices.length === 1));
    expect(frame.notices).toEqual([{ type: 'storeUnavailable' }]);
    for (let count = 0; count < 20; count += 1) frame.add(`meer ${count}`);
    await expect(
      suite.server.collab.write('gone', new Map([['frame', updateWith('dienst')]]), null),
    ).rejects.toMatchObject({ code: 'storeUnavailable' });
    await waitFor('it was tried more often', () => suite.server.journal.counters().failedCommits >= 3, 20_000);
    expect(frame.acknowledged).toBe(false);
    expect(party.acknowledged).toBe(false);
    expect(other.log).toEqual(['voor']);
    expect(await suite.rows('gone')).toBe(1);
    // Who comes in now is told, or turned away where not even reading works.
    const late = suite.tab('facilitator');
    const lateFrame = late.open('board/gone/frame');
    await waitFor('the late one knows', () => lateFrame.notices.length > 0 || late.closeCodes.length > 0);
    if (kind === 'postgres') expect(late.closeCodes[0]).toBe(CLOSE.storeUnavailable.code);
    else expect(lateFrame.notices).toEqual([{ type: 'storeUnavailable' }]);

    faulty.recover();
    await Promise.all([frame.synced(), party.synced(), lateFrame.synced()]);
    await waitFor('people are told', () => frame.notices.length === 2);
    expect(frame.notices[1]).toEqual({ type: 'storeRecovered' });
    const all = ['voor', 'tijdens 1', ...Array.from({ length: 20 }, (_, count) => `meer ${count}`)];
    await waitFor('the others see it', () => other.log.length === all.length && lateFrame.log.length === all.length);
    expect(await suite.stored('gone', 'frame')).toEqual(all);
    expect(await suite.stored('gone', 'party/welzijn')).toEqual(['tijdens 2']);
    expect(tab.closeCodes).toEqual([]);
  });
});

describe('parts that fail', () => {
  let fails: 'nothing' | 'rights' | 'session' | 'append' = 'nothing';
  const failing = (part: typeof fails): void => {
    if (fails === part) throw new Error(`${part} fails`);
  };
  const suite = collabSuite('sqlite', ({ database }) => {
    const real = openJournal(database, QUIET);
    const journal: Journal = {
      ...real,
      append: async (entry) => {
        if (fails === 'append') throw new JournalRefusal('overloaded');
        return real.append(entry);
      },
    };
    const rights = rightsFrom(database);
    return {
      journal,
      rights: {
        ...rights,
        boardState: async (boardId) => {
          failing('rights');
          return rights.boardState(boardId);
        },
      },
      sessionOf: async (cookie) => {
        failing('session');
        const id = /user=(\w+)/.exec(cookie ?? '')?.[1];
        return id ? { person: { id, name: id }, sessionKey: id } : undefined;
      },
    };
  });

  test('rights that cannot be read turn people away with a reason, and the server goes on', async () => {
    await insertTestBoard(suite.store.database.db, 'parts');
    fails = 'rights';
    const raw = await suite.raw('memberA');
    raw.authenticate('board/parts/frame');
    expect(await raw.isClosed()).toEqual(CLOSE.storeUnavailable);
    fails = 'nothing';
    const frame = await suite.tab('memberA').opened('board/parts/frame');
    await frame.save('gaat door');
    // Rights that changed and cannot be read: nobody keeps what may be gone.
    fails = 'rights';
    suite.server.collab.accessChanged('parts');
    await waitFor('it lost its connection', () => !frame.provider.isSynced);
    fails = 'nothing';
    await frame.synced();
  });

  test('a session that cannot be read is no session', async () => {
    fails = 'session';
    expect((await (await suite.raw('memberA')).isClosed()).code).toBe(1006);
    fails = 'nothing';
    expect((await suite.raw('memberA')).closed).toBeUndefined();
  });

  test('an update that the journal refuses closes the socket; it is sent again and kept', async () => {
    await insertTestBoard(suite.store.database.db, 'refusing');
    const tab = suite.tab('memberA');
    const frame = await tab.opened('board/refusing/frame');
    fails = 'append';
    frame.add('nog niet');
    await waitFor('it is closed', () => tab.closeCodes.includes(CLOSE.storeUnavailable.code));
    expect(await suite.rows('refusing')).toBe(0);
    fails = 'nothing';
    await frame.synced();
    expect(await suite.stored('refusing', 'frame')).toEqual(['nog niet']);
  });
});
