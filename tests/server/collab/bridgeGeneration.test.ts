import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { GENERATION_UNNAMED } from '../../../shared/protocol/live.ts';
import { backupFolder, command } from '../../support/backups.ts';
import { insertPeople, insertTestBoard } from '../../support/collabBoard.ts';
import { TestClient } from '../../support/collabClient.ts';
import { DATABASE_KINDS, type TestDatabase, testDatabase } from '../../support/collabDatabase.ts';
import { startTestServer, type TestServer } from '../../support/collabServer.ts';
import { waitFor } from '../../support/waitFor.ts';
import { insertToken, YjsProgram } from '../../support/yjsProgram.ts';

const NAME = 'board/bord/party/ggd';

describe.each(DATABASE_KINDS)('a program that names no generation, on %s', (kind) => {
  const stores: TestDatabase[] = [];
  const made: { destroy: () => void }[] = [];
  let folder: Awaited<ReturnType<typeof backupFolder>>;
  let server: TestServer;
  let token: string;
  let store: TestDatabase;

  const emptyStore = async (): Promise<TestDatabase> => {
    store = await testDatabase(kind);
    stores.push(store);
    return store;
  };
  beforeAll(async () => {
    folder = await backupFolder();
    const { database } = await emptyStore();
    await insertPeople(database.db);
    await insertTestBoard(database.db, 'bord');
    ({ token } = await insertToken(database.db, 'bord', 'write'));
    server = await startTestServer(database);
  });
  afterEach(() => {
    for (const one of made.splice(0)) one.destroy();
  });
  afterAll(async () => {
    await server.stop();
    for (const one of stores) await one.remove();
    await folder.remove();
  });
  const program = (options: { doc?: Y.Doc; params?: Record<string, string> } = {}): YjsProgram => {
    const { doc, params } = options;
    const one = new YjsProgram(server.url, NAME, { params: { token, ...params }, ...(doc && { doc }) });
    made.push(one);
    return one;
  };
  const member = async () => {
    const tab = new TestClient(server.url, 'memberA');
    made.push(tab);
    return tab.opened(NAME, JSON.stringify({ generation: 1, schema: 1 }));
  };
  /** What stands on the board now, as a program that starts from nothing reads it. */
  const log = async (): Promise<readonly string[]> => (await program().synced()).log;
  const generation = async (): Promise<string> => {
    const board = await store.database.db.selectFrom('boards').select('generation').executeTakeFirstOrThrow();
    return String(board.generation);
  };

  test('S10: brings nothing back of what a restored backup undid: no words, and no deletion', async () => {
    const one = await program().synced();
    one.add('voor');
    one.add('blijft');
    const other = await member();
    await waitFor('it is there', () => other.log.length === 2);
    const file = folder.path(`${kind}.gz`);
    expect((await command(['backup', file], store.settings)).code).toBe(0);
    // Nothing new is written by this one: all it would bring is a deletion.
    const eraser = await program().synced();
    one.add('erna');
    await other.save('erna, van een ander');
    await waitFor('both have it', () => eraser.log.length === 4);
    eraser.doc.getArray('log').delete(0, 1);
    await waitFor('it is gone', () => !one.log.includes('voor') && !other.log.includes('voor'));

    await server.stop();
    const restored = await emptyStore();
    expect((await command(['restore', file], restored.settings)).code).toBe(0);
    server = await startTestServer(restored.database, { port: server.port });
    // The restored board knows no token any more; its facilitator makes others, of which running programs are given one.
    const db = restored.database.db;
    const given = await insertToken(db, 'bord', 'write');
    ({ token } = await insertToken(db, 'bord', 'write'));
    const old = [one, eraser];
    for (const back of old) back.provider.params = { token: given.token };
    const refusals = ({ closed }: YjsProgram) => closed.filter(({ code }) => code === GENERATION_UNNAMED.code);
    await waitFor('both are told', () => old.every((back) => refusals(back).length > 0));
    for (const back of old) expect(refusals(back)[0]).toEqual(GENERATION_UNNAMED);
    one.add('alsof er niets is');
    expect(await log()).toEqual(['voor', 'blijft']);

    // A fresh document goes on at once, and the old ones still bring nothing.
    const [fresh, reader] = [await program().synced(), await program().synced()];
    fresh.add('verder');
    await waitFor('it is there', () => reader.log.length === 3);
    await waitFor('they tried again', () => old.every((back) => refusals(back).length > 2));
    expect(await log()).toEqual(['voor', 'blijft', 'verder']);
  });

  test('comes back after a cut with what it had, and writes on', async () => {
    const [one, reader] = [await program().synced(), await program().synced()];
    one.add('voor de breuk');
    await waitFor('it is sent on', () => reader.log.includes('voor de breuk'));
    const { ws } = one.provider;
    ws?.close();
    await waitFor('it is back', () => one.provider.ws !== null && one.provider.ws !== ws && one.provider.synced);
    one.add('na de breuk');
    await waitFor('it is sent on', () => reader.log.includes('na de breuk'));
    expect(one.closed.every(({ code }) => code < 4400)).toBe(true);
  });

  test('is refused what it wrote while nobody listened, until it names the generation', async () => {
    const doc = new Y.Doc();
    doc.getArray('log').push(['voor de eerste verbinding']);
    const unnamed = program({ doc });
    expect(await unnamed.isClosed()).toEqual(GENERATION_UNNAMED);
    expect(await log()).not.toContain('voor de eerste verbinding');
    unnamed.destroy();
    const reader = await program().synced();
    await program({ doc, params: { generation: await generation(), schema: '1' } }).synced();
    await waitFor('it is there', () => reader.log.includes('voor de eerste verbinding'));
  });

  test('is refused a state that it puts in later: that was written under other client ids', async () => {
    const kept = new Y.Doc();
    const [first, second] = [new Y.Doc(), new Y.Doc()];
    for (const writer of [first, second]) {
      writer.getArray('log').push([`van ${writer.clientID}`]);
      Y.applyUpdate(kept, Y.encodeStateAsUpdate(writer));
    }
    const several = await program().synced();
    Y.applyUpdate(several.doc, Y.encodeStateAsUpdate(kept), 'a store of its own');
    expect(await several.isClosed()).toEqual(GENERATION_UNNAMED);
    const [own, reader] = [await program().synced(), await program().synced()];
    own.add('van het programma zelf');
    await waitFor('it is there', () => reader.log.includes('van het programma zelf'));
    Y.applyUpdate(own.doc, Y.encodeStateAsUpdate(first), 'a store of its own');
    expect(await own.isClosed()).toEqual(GENERATION_UNNAMED);
    expect((await log()).filter((text) => text.startsWith('van ') && text !== 'van het programma zelf')).toEqual([]);
  });
});
