import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { DENIED } from '../../../shared/protocol/live.ts';
import type { ClientDocument } from '../../support/collabClient.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { SHAPE_2 } from '../../support/inventedSteps.ts';
import { readBoard } from '../../support/readBoard.ts';
import { rowsOf, schemaFixture, statesOf } from '../../support/schemaFixture.ts';
import { StoredBoards } from '../../support/storedBoards.ts';
import { type TcpProxy, tcpProxy } from '../../support/tcpProxy.ts';
import { waitFor } from '../../support/waitFor.ts';

const fixture = schemaFixture(1);
const stored = { parties: fixture.parties, rows: rowsOf(fixture) };

/** The card of the fixture that has a field which no version knows, and its document. */
function cardFromLater(): { readonly id: string; readonly key: string } {
  for (const [ref, state] of statesOf(fixture)) {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    for (const [id, record] of doc.getMap('activities')) {
      if (ref.kind === 'party' && record instanceof Y.Map && record.has('fromLater'))
        return { id, key: `party/${ref.organisationId}` };
    }
  }
  throw new Error('the fixture has no such card');
}

function retitle(document: ClientDocument | undefined, collection: string, id: string, title: string): void {
  const record = document?.doc.getMap(collection).get(id);
  if (!(record instanceof Y.Map)) throw new Error(`no ${id} to give a title`);
  record.set('title', title);
}

describe.each(DATABASE_KINDS)('a client of schema 1 while the server comes to schema 2 (%s)', (kind) => {
  const { id, key } = cardFromLater();
  let boards: StoredBoards;
  let wire: TcpProxy;
  beforeAll(async () => {
    boards = await StoredBoards.on(kind);
    await boards.start();
    wire = await tcpProxy('localhost', Number(new URL(boards.product.url).port));
  });
  afterEach(() => boards.closeTabs());
  afterAll(async () => {
    await wire.close();
    await boards.remove();
  });

  test('G5 keeps what it does not know, and is told in all documents; nothing that it had not sent gets in', async () => {
    await boards.insert('oud', stored);
    const [outcomeId = ''] = (await readBoard(boards, 'oud')).outcomes.keys();
    const connected = await boards.opened('oud', 1);
    const away = boards.open('oud', 1, { port: wire.port });
    for (const document of away.values()) await document.synced();
    retitle(connected.get(key), 'activities', id, 'Voor de nieuwe versie');
    await connected.get(key)?.synced();
    wire.cut();
    retitle(away.get(key), 'activities', id, 'Zonder verbinding');
    retitle(away.get('frame'), 'outcomes', outcomeId, 'Zonder verbinding');
    const sent = (await boards.rowsAfter('oud', 0)).length;

    await boards.restart(SHAPE_2);
    const told = (documents: ReadonlyMap<string, ClientDocument>): boolean =>
      [...documents.values()].every(({ denied }) => denied === DENIED.newerServer);
    await waitFor('who was connected is told', () => told(connected));
    // Nobody of the new version has been here: the old ones do not begin the migration either.
    expect(await boards.schemaOf('oud')).toBe(1);
    await boards.opened('oud', 2);
    wire.mend();
    await waitFor('who comes back with edits is told', () => told(away));
    for (const at of [connected, away]) retitle(at.get(key), 'activities', id, 'Alsof er niets is');

    const fresh = await boards.opened('oud', 2);
    await fresh.get('frame')?.save('verder');
    const card = (await readBoard(boards, 'oud')).activities.get(id);
    expect(card).toMatchObject({
      title: 'Voor de nieuwe versie',
      unknown: { fromLater: { a: [1, 'twee', null] }, phase: 'idea', weight: 1 },
    });
    expect((await readBoard(boards, 'oud')).outcomes.get(outcomeId)?.title).not.toBe('Zonder verbinding');
    // The rows of the migration, one for each document, and the one that was just saved.
    expect(await boards.rowsAfter('oud', sent)).toHaveLength(1 + fixture.parties.length + 1);
    expect(away.get(key)?.acknowledged).toBe(false);
  });

  test('G5 that names nothing started from nothing: it is let in, and its edits are kept beside what is added', async () => {
    await boards.restart();
    await boards.insert('naamloos', stored);
    await boards.restart(SHAPE_2);
    const documents = await boards.opened('naamloos', undefined);
    retitle(documents.get(key), 'activities', id, 'Van een programma');
    await documents.get(key)?.synced();
    const card = (await readBoard(boards, 'naamloos')).activities.get(id);
    expect(card).toMatchObject({ title: 'Van een programma', unknown: { phase: 'idea' } });
  });
});
