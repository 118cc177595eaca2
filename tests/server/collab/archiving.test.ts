import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { putsInTrash } from '../../../server/collab/archiving.ts';
import { judgeUpdate } from '../../../server/collab/updateVerdict.ts';
import { updateBoard } from '../../../server/db/boards.ts';
import { insertTestBoard } from '../../support/collabBoard.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { SYNC } from '../../support/collabRaw.ts';
import { collabSuite } from '../../support/collabSuite.ts';
import { waitFor } from '../../support/waitFor.ts';

const MARK = '2026-11-25T10:00:00.000Z';

/** A document with a card, a link and an outcome. */
function board(): Y.Doc {
  const doc = new Y.Doc();
  doc.getMap('activities').set('a', new Y.Map([['title', 'Kaart']]));
  doc.getMap('links').set('a:o', new Y.Map([['key', 'a0']]));
  doc.getMap('outcomes').set('o', new Y.Map([['title', 'Opbrengst']]));
  return doc;
}

function record(doc: Y.Doc, collection: string, id: string): Y.Map<unknown> {
  return doc.getMap(collection).get(id) as Y.Map<unknown>;
}

/** Whether what one did to a copy of the board puts something in the trash. */
function trashes(doc: Y.Doc, change: (copy: Y.Doc) => void): boolean {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = Y.encodeStateVector(doc);
  change(copy);
  const judgement = judgeUpdate(doc, Y.encodeStateAsUpdate(copy, before).slice());
  expect(judgement.verdict).toBe('fits');
  return putsInTrash(doc, judgement.added);
}

describe('what an update puts in the trash', () => {
  const mark = (collection: string, id: string) => (doc: Y.Doc) => record(doc, collection, id).set('archivedAt', MARK);

  test('N3: a card or an outcome, by its mark', () => {
    expect(trashes(board(), mark('activities', 'a'))).toBe(true);
    expect(trashes(board(), mark('outcomes', 'o'))).toBe(true);
  });

  test('a mark over one that was there, taken away, or made in the same update', () => {
    const marked = board();
    mark('activities', 'a')(marked);
    expect(trashes(marked, mark('activities', 'a'))).toBe(true);
    record(marked, 'activities', 'a').delete('archivedAt');
    expect(trashes(marked, mark('activities', 'a'))).toBe(true);
    const twice = (doc: Y.Doc): void => {
      record(doc, 'activities', 'a').set('archivedAt', '');
      record(doc, 'activities', 'a').set('archivedAt', MARK);
    };
    expect(trashes(board(), twice)).toBe(true);
  });

  test('a record that is made with its mark, or put in the place of one', () => {
    const make = (id: string) => (doc: Y.Doc) => doc.getMap('activities').set(id, new Y.Map([['archivedAt', MARK]]));
    expect(trashes(board(), make('b'))).toBe(true);
    expect(trashes(board(), make('a'))).toBe(true);
    expect(trashes(new Y.Doc(), make('a'))).toBe(true);
  });

  test('under a mark that another one wrote meanwhile', () => {
    const doc = board();
    const offline = new Y.Doc();
    Y.applyUpdate(offline, Y.encodeStateAsUpdate(doc));
    const before = Y.encodeStateVector(doc);
    mark('activities', 'a')(doc);
    mark('activities', 'a')(offline);
    const { verdict, added } = judgeUpdate(doc, Y.encodeStateAsUpdate(offline, before).slice());
    expect([verdict, putsInTrash(doc, added)]).toEqual(['fits', true]);
  });

  test('not what takes out of it, links, other fields, and marks elsewhere', () => {
    const marked = board();
    mark('activities', 'a')(marked);
    expect(trashes(marked, (doc) => record(doc, 'activities', 'a').delete('archivedAt'))).toBe(false);
    expect(trashes(board(), mark('links', 'a:o'))).toBe(false);
    expect(trashes(board(), (doc) => record(doc, 'activities', 'a').set('title', 'archivedAt'))).toBe(false);
    expect(trashes(board(), (doc) => doc.getMap('activities').set('archivedAt', new Y.Map()))).toBe(false);
    expect(trashes(board(), (doc) => doc.getMap('imported').set('archivedAt', MARK))).toBe(false);
    const text = (doc: Y.Doc): void => {
      doc.getText('log').insert(0, 'archivedAt');
      doc.getText('log').insert(3, MARK);
    };
    expect(trashes(board(), text)).toBe(false);
  });
});

describe.each(DATABASE_KINDS)('rules of a board on %s', (kind) => {
  const suite = collabSuite(kind);

  /** A hand-made client that sends what someone did to the document, and tells whether it was taken. */
  async function attempt(person: string, name: string, change: (doc: Y.Doc) => void): Promise<boolean> {
    const tab = suite.tab(person);
    const document = await tab.opened(name);
    const raw = await suite.raw(person);
    await raw.open(name);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(document.doc));
    const before = Y.encodeStateVector(copy);
    change(copy);
    const answers = raw.statuses(name).length;
    raw.sync(name, SYNC.update, Y.encodeStateAsUpdate(copy, before));
    await waitFor('an answer', () => raw.statuses(name).length > answers);
    const isTaken = raw.statuses(name)[answers] === true;
    for (const client of [tab, raw]) client.destroy();
    return isTaken;
  }

  const make = (doc: Y.Doc): unknown => doc.getMap('activities').set('a', new Y.Map([['title', 'Kaart']]));
  const archive = (doc: Y.Doc): unknown => record(doc, 'activities', 'a').set('archivedAt', MARK);
  const restore = (doc: Y.Doc): unknown => record(doc, 'activities', 'a').delete('archivedAt');

  test('N3: where the trash is the facilitators’ a member’s mark is refused, also by hand', async () => {
    const { db } = suite.store.database;
    await insertTestBoard(db, 'trash');
    const name = 'board/trash/party/ggd';
    expect(await attempt('memberA', name, make)).toBe(true);
    expect(await attempt('memberA', name, archive)).toBe(true);
    expect(await attempt('memberA', name, restore)).toBe(true);
    await updateBoard(db, 'trash', { archiveBy: 'facilitators' });
    suite.server.collab.accessChanged('trash');
    expect(await attempt('memberA', name, archive)).toBe(false);
    expect(await attempt('memberA', name, (doc) => record(doc, 'activities', 'a').set('title', 'Anders'))).toBe(true);
    expect(await attempt('facilitator', name, archive)).toBe(true);
    // Taking something out is not putting it in.
    expect(await attempt('memberA', name, restore)).toBe(true);
  });

  test('N2, N3: the rules change in place, on screens that are open', async () => {
    const { db } = suite.store.database;
    await insertTestBoard(db, 'place');
    const tab = suite.tab('memberA');
    const frame = await tab.opened('board/place/frame');
    const own = await tab.opened('board/place/party/ggd');
    make(own.doc);
    await own.synced();
    await updateBoard(db, 'place', { changeOutcomesBy: 'facilitators', archiveBy: 'facilitators' });
    suite.server.collab.accessChanged('place');
    await waitFor('the frame is read only', () => frame.scopes.at(-1) === 'readonly');
    await own.save('een tekst');
    archive(own.doc);
    await waitFor('the mark is refused', () => own.refusals === 1);
    expect(own.scopes).toEqual(['read-write']);
    expect(tab.closeCodes).toEqual([]);
  });
});
