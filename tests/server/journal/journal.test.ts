import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Journal, JournalEntry, JournalState } from '../../../server/db/journal.ts';
import { openJournal } from '../../../server/db/openJournal.ts';
import { insertPeople, insertTestBoard } from '../../support/collabBoard.ts';
import { DATABASE_KINDS, type TestDatabase, testDatabase } from '../../support/collabDatabase.ts';
import { QUIET } from '../../support/collabServer.ts';
import { type FaultyStore, faultyStore } from '../../support/storeFault.ts';
import { waitFor } from '../../support/waitFor.ts';

const entry = (boardId: string, text: string, more: Partial<JournalEntry> = {}): JournalEntry => ({
  boardId,
  document: 'frame',
  generation: 1,
  update: new TextEncoder().encode(text),
  authorId: 'memberA',
  ...more,
});

describe.each(DATABASE_KINDS)('the journal on %s', (kind) => {
  let store: TestDatabase;
  let faulty: FaultyStore;
  let journal: Journal;

  beforeAll(async () => {
    store = await testDatabase(kind);
    await insertPeople(store.database.db);
    faulty = await faultyStore(store);
    journal = openJournal(faulty.database, QUIET);
  });
  afterAll(async () => {
    await journal.close();
    await faulty.close();
    await store.remove();
  });

  /** The texts of a board's rows in order, after checking that the numbers have no gap and fit the board's row. */
  async function texts(boardId: string): Promise<string[]> {
    const rows = await store.database.db
      .selectFrom('journal')
      .select(['sequence', 'update'])
      .where('boardId', '=', boardId)
      .orderBy('sequence')
      .execute();
    expect(rows.map((row) => row.sequence)).toEqual(rows.map((_, index) => index + 1));
    const board = store.database.db.selectFrom('boards').select('sequence').where('id', '=', boardId);
    expect((await board.executeTakeFirstOrThrow()).sequence).toBe(rows.length);
    return rows.map((row) => new TextDecoder().decode(row.update));
  }

  test('raises the schema of a board with the row that says so, never lowers it, and not with one that is refused', async () => {
    await insertTestBoard(store.database.db, 'schema');
    const boards = store.database.db.selectFrom('boards').select(['schema', 'sequence']).where('id', '=', 'schema');
    const appended = async (...entries: JournalEntry[]) => {
      await journal.appendTogether(entries).catch(() => undefined);
      return boards.executeTakeFirstOrThrow();
    };
    expect(await appended(entry('schema', 'een'))).toEqual({ schema: 1, sequence: 1 });
    const raising = entry('schema', 'twee', { schema: 3 });
    expect(await appended(raising, { ...raising, document: 'party/ggd' })).toEqual({ schema: 3, sequence: 3 });
    expect(await appended(entry('schema', 'drie', { schema: 2 }))).toEqual({ schema: 3, sequence: 4 });
    const refused = entry('schema', 'vier', { schema: 4, generation: 9 });
    expect(await appended(refused)).toEqual({ schema: 3, sequence: 4 });
    // Both in one commit.
    await Promise.all([appended(refused), appended(entry('schema', 'vijf'))]);
    expect(await boards.executeTakeFirstOrThrow()).toEqual({ schema: 3, sequence: 5 });
  });

  test('gives each board numbers without gaps, in the order of the calls, many in one commit', async () => {
    await insertTestBoard(store.database.db, 'a');
    await insertTestBoard(store.database.db, 'b');
    const before = journal.counters();
    const calls = Array.from({ length: 600 }, (_, index) =>
      journal.append(entry(index % 3 === 0 ? 'b' : 'a', `${index}`)),
    );
    const answers = await Promise.all(calls);
    expect(answers.filter((_, index) => index % 3 === 0).map((answer) => answer.sequence)).toEqual(
      Array.from({ length: 200 }, (_, index) => index + 1),
    );
    expect((await texts('a')).length).toBe(400);
    expect((await texts('b')).slice(0, 3)).toEqual(['0', '3', '6']);
    const after = journal.counters();
    expect(after.rows - before.rows).toBe(600);
    expect(after.commits - before.commits).toBeLessThan(10);
  });

  test('two processes that write one board give each number once', async () => {
    await insertTestBoard(store.database.db, 'both');
    const other = openJournal(store.database, QUIET);
    const write = async (to: Journal, name: string): Promise<void> => {
      for (let count = 0; count < 60; count += 1) await to.append(entry('both', `${name}${count}`));
    };
    await Promise.all([write(journal, 'x'), write(other, 'y')]);
    await other.close();
    const all = await texts('both');
    for (const name of ['x', 'y']) {
      expect(all.filter((text) => text.startsWith(name))).toEqual(Array.from({ length: 60 }, (_, n) => `${name}${n}`));
    }
  });

  test('stores several rows together, or none', async () => {
    await insertTestBoard(store.database.db, 'together');
    const rows = ['frame', 'party/ggd', 'party/welzijn'].map((document) => entry('together', document, { document }));
    expect(await journal.appendTogether(rows)).toEqual({ sequences: [1, 2, 3] });
    const bad = [entry('together', 'goed'), entry('together', 'oud', { generation: 7 })];
    await expect(journal.appendTogether(bad)).rejects.toMatchObject({ code: 'otherGeneration' });
    expect(await texts('together')).toEqual(['frame', 'party/ggd', 'party/welzijn']);
    expect(await journal.appendTogether([])).toEqual({ sequences: [] });
  });

  test('a board that is not there or has another generation refuses its own rows only', async () => {
    await insertTestBoard(store.database.db, 'good');
    const [good, unknown, old, alsoGood] = await Promise.allSettled([
      journal.append(entry('good', 'een')),
      journal.append(entry('unknown', 'nergens')),
      journal.append(entry('good', 'oud', { generation: 2 })),
      journal.append(entry('good', 'twee')),
    ]);
    expect([good, alsoGood].map((result) => result.status)).toEqual(['fulfilled', 'fulfilled']);
    expect(unknown).toMatchObject({ status: 'rejected', reason: { code: 'unknownBoard' } });
    expect(old).toMatchObject({ status: 'rejected', reason: { code: 'otherGeneration' } });
    expect(await texts('good')).toEqual(['een', 'twee']);
    expect(journal.state()).toBe('healthy');
  });

  test('while the store fails nothing is stored or acknowledged; afterwards everything is, once and in order', async () => {
    await insertTestBoard(store.database.db, 'outage');
    const states: JournalState[] = [];
    const stop = journal.onState((state) => states.push(state));
    await journal.append(entry('outage', 'voor'));
    faulty.fail();
    let acknowledged = 0;
    const waiting = Array.from({ length: 25 }, async (_, index) => {
      await journal.append(entry('outage', `tijdens ${index}`));
      acknowledged += 1;
    });
    await waitFor('it is seen', () => journal.state() === 'failing');
    await waitFor('it was tried again', () => journal.counters().failedCommits >= 3, 20_000);
    expect(acknowledged).toBe(0);
    faulty.recover();
    await Promise.all(waiting);
    await journal.append(entry('outage', 'na'));
    expect(await texts('outage')).toEqual(['voor', ...Array.from({ length: 25 }, (_, n) => `tijdens ${n}`), 'na']);
    expect(states).toEqual(['failing', 'healthy']);
    stop();
  });

  test('closing stores what waits; what cannot be stored is refused, and so is what comes after', async () => {
    await insertTestBoard(store.database.db, 'closing');
    const closing = openJournal(faulty.database, QUIET);
    const last = closing.append(entry('closing', 'laatste'));
    await closing.close();
    expect(await last).toEqual({ sequence: 1 });
    await expect(closing.append(entry('closing', 'te laat'))).rejects.toMatchObject({ code: 'closed' });
    const stuck = openJournal(faulty.database, QUIET);
    await stuck.append(entry('closing', 'nog een'));
    faulty.fail();
    const lost = stuck.append(entry('closing', 'niet'));
    const refused = expect(lost).rejects.toMatchObject({ code: 'closed' });
    await stuck.close(200);
    await refused;
    faulty.recover();
    expect(await texts('closing')).toEqual(['laatste', 'nog een']);
  });
});

describe('the journal on PostgreSQL alone', () => {
  let store: TestDatabase;
  let faulty: FaultyStore;
  let journal: Journal;

  beforeAll(async () => {
    store = await testDatabase('postgres');
    await insertPeople(store.database.db);
    faulty = await faultyStore(store);
    journal = openJournal(faulty.database, QUIET);
  });
  afterAll(async () => {
    await journal.close();
    await faulty.close();
    await store.remove();
  });
  const texts = async (boardId: string): Promise<string[]> => {
    const query = store.database.db.selectFrom('journal').select('update').where('boardId', '=', boardId);
    const rows = await query.orderBy('sequence').execute();
    return rows.map((row) => new TextDecoder().decode(row.update));
  };

  test('a commit whose answer never came is found, not repeated', async () => {
    await insertTestBoard(store.database.db, 'unknown-outcome');
    await journal.append(entry('unknown-outcome', 'nul'));
    for (let round = 0; round < 5; round += 1) {
      const cut = faulty.proxy!.cutAfter('commit');
      // The same bytes twice: each row found answers for one of them.
      const both = Promise.all([
        journal.append(entry('unknown-outcome', `ronde ${round}`)),
        journal.append(entry('unknown-outcome', `ronde ${round}`)),
        journal.append(entry('nowhere', 'x')).catch((error: { code: string }) => error.code),
      ]);
      await cut;
      const [one, two, refused] = await both;
      expect([one.sequence, two.sequence]).toEqual([2 + round * 2, 3 + round * 2]);
      expect(refused).toBe('unknownBoard');
    }
    expect(await texts('unknown-outcome')).toEqual(['nul', ...[0, 0, 1, 1, 2, 2, 3, 3, 4, 4].map((n) => `ronde ${n}`)]);
  });

  test('a connection that is cut before the commit is tried again, and stored once', async () => {
    await insertTestBoard(store.database.db, 'cut-before');
    for (const statement of ['begin', 'select id', 'insert into journal', 'update boards']) {
      const cut = faulty.proxy!.cutAfter(statement);
      const stored = journal.append(entry('cut-before', statement));
      await cut;
      await stored;
    }
    expect(await texts('cut-before')).toEqual(['begin', 'select id', 'insert into journal', 'update boards']);
  });

  test('a connection that answers nothing is given up, and people are told before', async () => {
    await insertTestBoard(store.database.db, 'frozen');
    await journal.append(entry('frozen', 'voor'));
    faulty.proxy!.freeze();
    const stored = journal.append(entry('frozen', 'tijdens'));
    await waitFor('it is seen', () => journal.state() === 'failing');
    faulty.proxy!.cut();
    faulty.proxy!.mend();
    await stored;
    expect(await texts('frozen')).toEqual(['voor', 'tijdens']);
    expect(journal.state()).toBe('healthy');
  });

  test('rows that the database can never take are refused alone', async () => {
    await insertTestBoard(store.database.db, 'lasting');
    const [good, bad] = await Promise.allSettled([
      journal.append(entry('lasting', 'goed')),
      journal.append(entry('lasting', 'slecht', { authorId: 'nul\0teken' })),
    ]);
    expect(good.status).toBe('fulfilled');
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'invalid' } });
    expect(await texts('lasting')).toEqual(['goed']);
  });

  test('each row is written with synchronous_commit on, whatever the database says', async () => {
    const { db } = store.database;
    await insertTestBoard(db, 'synchronous');
    const name = new URL(store.database.location).pathname.slice(1);
    await sql`alter database ${sql.id(name)} set synchronous_commit = off`.execute(db);
    await sql`create table seen (setting text)`.execute(db);
    await sql`create function note() returns trigger language plpgsql as
      $$ begin insert into seen values (current_setting('synchronous_commit')); return new; end $$`.execute(db);
    await sql`create trigger note after insert on journal for each row execute function note()`.execute(db);
    const fresh = openJournal(store.database, QUIET);
    await fresh.append(entry('synchronous', 'een'));
    await fresh.append(entry('synchronous', 'twee'));
    await fresh.close();
    const { rows } = await sql<{ setting: string }>`select setting from seen`.execute(db);
    expect(rows).toEqual([{ setting: 'on' }, { setting: 'on' }]);
  });
});
