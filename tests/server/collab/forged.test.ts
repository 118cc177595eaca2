import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { judgeUpdate } from '../../../server/collab/updateVerdict.ts';
import { CLOSE } from '../../../shared/protocol/live.ts';
import { insertTestBoard } from '../../support/collabBoard.ts';
import { SYNC } from '../../support/collabRaw.ts';
import { collabSuite, updateWith } from '../../support/collabSuite.ts';
import { waitFor } from '../../support/waitFor.ts';

/** A chain of maps in each other. */
function chain(length: number): Uint8Array {
  const doc = new Y.Doc();
  doc.transact(() => {
    let map = doc.getMap<unknown>('outcomes');
    for (let depth = 0; depth < length; depth += 1) {
      const inner = new Y.Map<unknown>();
      map.set('in', inner);
      map = inner;
    }
  });
  return Y.encodeStateAsUpdate(doc);
}

function value(depth: number): Uint8Array {
  let nested: unknown = 'kern';
  for (let level = 0; level < depth; level += 1) nested = level % 2 === 0 ? [nested] : { in: nested };
  const doc = new Y.Doc();
  doc.getMap('outcomes').set('x', nested);
  return Y.encodeStateAsUpdate(doc);
}

/** Two updates of one client as one that names the client twice. */
function twice(): Uint8Array {
  const doc = new Y.Doc();
  const [one, two] = [updateWith('een', doc), updateWith('twee', doc)];
  return new Uint8Array([2, ...one.slice(1, -1), ...two.slice(1, -1), 0]);
}

describe('updates that Yjs would take and stumble over', () => {
  const suite = collabSuite('sqlite', () => ({ limits: { documentBytes: 100_000 } }));

  test.each([
    ['types that nest too deep', chain(5_000)],
    ['values that nest too deep', value(150)],
    ['a client that stands twice', twice()],
  ])('%s close the socket and change nothing', async (_what, update) => {
    const board = `deep${update.length}`;
    await insertTestBoard(suite.store.database.db, board);
    const name = `board/${board}/frame`;
    const honest = await suite.tab('memberB').opened(name);
    const raw = await suite.raw('memberA');
    await raw.open(name);
    raw.sync(name, SYNC.update, update);
    expect(await raw.isClosed()).toEqual(CLOSE.malformed);
    expect(raw.statuses(name)).toEqual([]);
    await honest.save('gaat door');
    expect(await suite.rows(board)).toBe(1);
  });

  test('what people nest is taken', () => {
    for (const update of [chain(100), value(50)]) expect(judgeUpdate(new Y.Doc(), update).verdict).toBe('fits');
  });

  test('types that are nested deeper in small steps are refused as well', () => {
    const doc = new Y.Doc();
    const server = new Y.Doc();
    let map = doc.getMap<unknown>('outcomes');
    const verdicts: string[] = [];
    doc.on('update', (update: Uint8Array) => {
      const { verdict } = judgeUpdate(server, update);
      verdicts.push(verdict);
      if (verdict === 'fits') Y.applyUpdate(server, update);
    });
    for (let depth = 0; depth < 201; depth += 1) {
      const inner = new Y.Map<unknown>();
      map.set('in', inner);
      map = inner;
    }
    expect(verdicts.slice(0, 200).every((verdict) => verdict === 'fits')).toBe(true);
    expect(verdicts[200]).toBe('malformed');
  });

  test("clocks under another person's client id are refused: what that person sends next is kept", async () => {
    await insertTestBoard(suite.store.database.db, 'forged');
    const name = 'board/forged/frame';
    const victim = await suite.tab('memberB').opened(name);
    await victim.save('eerste');
    const thief = new Y.Doc();
    Y.applyUpdate(thief, Y.encodeStateAsUpdate(victim.doc));
    thief.clientID = victim.doc.clientID;
    const raw = await suite.raw('memberA');
    await raw.open(name);
    raw.sync(name, SYNC.update, updateWith('vervalst', thief));
    await waitFor('an answer', () => raw.statuses(name).length > 0);
    expect(raw.statuses(name)).toEqual([false]);
    await victim.save('tweede');
    expect(await suite.stored('forged', 'frame')).toEqual(['eerste', 'tweede']);
    const rows = await suite.store.database.db
      .selectFrom('journal')
      .select('authorId')
      .where('boardId', '=', 'forged')
      .execute();
    expect(rows.map(({ authorId }) => authorId)).toEqual(['memberB', 'memberB']);
  });

  test('everyone is told before a document is full, who comes later too', async () => {
    await insertTestBoard(suite.store.database.db, 'full');
    const told = { type: 'documentNearlyFull', document: 'party/ggd' };
    const frame = await suite.tab('memberB').opened('board/full/frame');
    const party = await suite.tab('memberA').opened('board/full/party/ggd');
    await party.save('x'.repeat(80_000));
    expect(frame.notices).toEqual([]);
    await party.save('x'.repeat(12_000));
    await waitFor('it is told', () => frame.notices.length > 0);
    await party.save('past nog');
    expect(frame.notices).toEqual([told]);
    const later = await suite.tab('viewer').opened('board/full/frame');
    await waitFor('who comes later is told', () => later.notices.length > 0);
    expect(later.notices).toEqual([told]);
  });
});
