import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { type LateEdit, lateEdits } from '../../../shared/board/lateText.ts';
import { plainText } from '../../../shared/board/richText.ts';
import type { Transfer } from '../../../shared/protocol/transfers.ts';
import type { Client } from '../../support/client.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { readBoard } from '../../support/readBoard.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';
import { BoardTab, organisationOf, type TransferBoard, transferBoard } from '../../support/transferBoard.ts';
import { waitFor } from '../../support/waitFor.ts';

describe.each(DATABASE_KINDS)('handing over, merging and splitting (%s)', (database) => {
  let server: TestServer;
  let board: TransferBoard;
  const tabs: BoardTab[] = [];
  beforeAll(async () => {
    server = await startServer({ database });
  });
  beforeEach(async () => {
    board = await transferBoard(server);
  });
  afterEach(() => {
    for (const tab of tabs.splice(0)) tab.close();
  });
  afterAll(() => server.close());

  const ids = (): string[] => [board.facilitator, board.library, board.health].map(organisationOf);
  const tabOf = async (person: TestPerson): Promise<BoardTab> => {
    const tab = new BoardTab(server, person, board.boardId);
    tabs.push(tab);
    return tab.opened(ids());
  };
  const card = async (of: TestPerson, title = 'Voorleesuur', words = 'Boeken'): Promise<string> => {
    const tab = await tabOf(of);
    const id = tab.add(organisationOf(of), title, words);
    await tab.settled();
    return id;
  };
  const path = (rest = ''): string => `/boards/${board.boardId}/transfers${rest}`;
  const list = async (by: Client): Promise<Transfer[]> => (await by.get(path())).body.transfers;
  const handOver = (by: Client, activityId: string, to: TestPerson) =>
    by.post(path(), { kind: 'handOver', activityId, to: organisationOf(to) });
  const openId = async (by: Client): Promise<string> => {
    const open = (await list(by)).find(({ state }) => state === 'open');
    return open?.id ?? '';
  };
  const ownerOf = async (id: string): Promise<string | undefined> =>
    (await readBoard(server, board.boardId)).activities.get(id)?.owner;
  const refusal = (answer: { readonly status: number; readonly body: { code?: string; fields?: string[] } }): unknown =>
    answer.body.fields?.[0] ?? answer.body.code ?? answer.status;
  const words = (late: readonly LateEdit[]): string[] =>
    late.map((edit) => (edit.kind === 'text' ? plainText(edit.text) : edit.title));

  test('the owner asks, the receiver accepts: the card goes, and is on the board once (X3, X8)', async () => {
    const { library, health } = board;
    const id = await card(library);
    expect((await handOver(library, id, health)).status).toBe(201);
    expect(await ownerOf(id)).toBe(organisationOf(library));
    const [asked] = await list(health);
    expect(asked).toMatchObject({ kind: 'handOver', state: 'open', mayDecide: true, mayWithdraw: false });
    const { body } = await health.post(path(`/${asked?.id}/accept`));
    expect(body.transfers[0]).toMatchObject({ state: 'done', awaits: [], mayUndo: true });
    const now = await readBoard(server, board.boardId);
    expect(now.activities.size).toBe(1);
    expect(now.activities.get(id)).toMatchObject({ owner: organisationOf(health), title: 'Voorleesuur' });
    expect(plainText(now.activities.get(id)?.texts.meansText ?? [])).toBe('Boeken');
  });

  test('everyone connected is told at once of what is asked and of what is decided', async () => {
    const { library, health, facilitator } = board;
    const id = await card(library);
    const frame = (await tabOf(facilitator)).documents.get('frame');
    const told = (): number =>
      frame?.notices.filter((notice) => JSON.stringify(notice).includes('boardChanged')).length ?? 0;
    const before = told();
    await handOver(library, id, health);
    await waitFor('told that it is asked', () => told() > before);
    const asked = told();
    await health.post(path(`/${await openId(health)}/decline`), { reason: 'Geen ruimte' });
    await waitFor('told that it is declined', () => told() > asked);
    expect((await list(library))[0]).toMatchObject({ state: 'declined', reason: 'Geen ruimte', decidedBy: 'Iemand' });
  });

  test('what is typed without a network at the old place is late text of the card; the rest is at the new one', async () => {
    const { library, health, facilitator } = board;
    const [from, to] = [organisationOf(library), organisationOf(health)];
    const writer = await tabOf(library);
    const id = writer.add(from, 'Voorleesuur', 'Boeken');
    await writer.settled();
    writer.offline();
    writer.write(from, id, 'Onderweg');
    writer.title(from, id, 'Voorleesmiddag');
    expect((await handOver(facilitator, id, health)).status).toBe(201);
    const other = await tabOf(health);
    other.write(to, id, 'Bij de GGD');
    await other.settled();
    writer.online();
    await writer.settled();
    await waitFor('both read the same', () => writer.reader.board().activities.get(id)?.owner === to);
    for (const tab of [writer, other]) {
      await waitFor('the late edits are there', () => lateEdits(tab.reader.board(), id).length === 2);
      expect(words(lateEdits(tab.reader.board(), id))).toEqual(['Voorleesmiddag', 'Onderweg']);
      const shown = tab.reader.board().activities.get(id);
      expect(shown?.title).toBe('Voorleesuur');
      expect(plainText(shown?.texts.meansText ?? [])).toBe('Boeken\nBij de GGD');
    }
  });

  test('a facilitator acts at once; undoing is asked anew, and brings the card back with what was added', async () => {
    const { library, health, facilitator } = board;
    const id = await card(library);
    await handOver(facilitator, id, health);
    const tab = await tabOf(health);
    tab.write(organisationOf(health), id, 'Erbij');
    await tab.settled();
    const [done] = await list(library);
    expect(done).toMatchObject({ state: 'done', mayUndo: true });
    expect((await library.post(path(), { kind: 'undo', transferId: done?.id })).status).toBe(201);
    expect(await ownerOf(id)).toBe(organisationOf(health));
    expect(refusal(await health.post(path(), { kind: 'undo', transferId: done?.id }))).toBe('alreadyAsked');
    await health.post(path(`/${await openId(health)}/accept`));
    const now = (await readBoard(server, board.boardId)).activities.get(id);
    expect(now?.owner).toBe(organisationOf(library));
    expect(plainText(now?.texts.meansText ?? [])).toBe('Boeken\nErbij');
  });

  test('a merge waits for every other owner; it has one owner and the others are involved (X4)', async () => {
    const { library, health, facilitator } = board;
    const kept = await card(library);
    const other = await card(health, 'Gezond ontbijt', 'Brood');
    const third = await card(facilitator, 'Buurtbus', 'Bus');
    await library.post(path(), { kind: 'merge', activityId: kept, others: [other, third] });
    const id = await openId(library);
    expect((await list(library))[0]?.awaits.sort()).toEqual([health, facilitator].map(organisationOf).sort());
    await health.post(path(`/${id}/accept`));
    expect((await list(library))[0]).toMatchObject({ state: 'open', awaits: [organisationOf(facilitator)] });
    await facilitator.post(path(`/${id}/accept`));
    const now = await readBoard(server, board.boardId);
    expect([...now.activities.keys()]).toEqual([kept]);
    const merged = now.activities.get(kept);
    expect(merged?.involvements.map(({ organisationId }) => organisationId).sort()).toEqual(
      [health, facilitator].map(organisationOf).sort(),
    );
    for (const said of ['Boeken', 'Van GGD: Gezond ontbijt', 'Brood', 'Bus'])
      expect(plainText(merged?.texts.meansText ?? [])).toContain(said);

    // Undone by a facilitator: the others stand again as they were, and what came late in them.
    const tab = await tabOf(health);
    tab.write(organisationOf(health), other, 'Melk');
    await tab.settled();
    expect(words(lateEdits(await readBoard(server, board.boardId), kept))).toEqual(['Melk']);
    expect((await facilitator.post(path(), { kind: 'undo', transferId: id })).status).toBe(201);
    const apart = await readBoard(server, board.boardId);
    expect([...apart.activities.keys()].sort()).toEqual([kept, other, third].sort());
    expect(plainText(apart.activities.get(other)?.texts.meansText ?? [])).toBe('Brood\nMelk');
    expect(apart.departed.size).toBe(0);
  });

  test('a card is split into two of which the second gets the texts that were chosen (X7)', async () => {
    const { library, health } = board;
    const id = await card(library);
    const split = { kind: 'split', activityId: id, title: 'Deel twee', texts: ['meansText'] };
    expect((await library.post(path(), split)).body.transfers[0].state).toBe('done');
    await library.post(path(), { ...split, title: 'Deel drie', texts: [], to: organisationOf(health) });
    await health.post(path(`/${await openId(health)}/accept`));
    const parts = [...(await readBoard(server, board.boardId)).activities.values()];
    const said = parts.map(({ owner, title, texts }) => [owner, title, plainText(texts.meansText ?? [])]);
    expect(said.sort()).toEqual(
      [
        [organisationOf(library), 'Voorleesuur', 'Boeken'],
        [organisationOf(library), 'Deel twee', 'Boeken'],
        [organisationOf(health), 'Deel drie', ''],
      ].sort(),
    );
    const second = parts.find(({ title }) => title === 'Deel twee');
    expect(second?.unknown?.['lineage']).toMatchObject([{ kind: 'split', activities: [{ id }] }]);
  });

  test('who accepts late is told that the card moved meanwhile', async () => {
    const { library, health, facilitator } = board;
    const id = await card(library);
    await handOver(library, id, health);
    const asked = await openId(health);
    await handOver(facilitator, id, facilitator);
    expect(refusal(await health.post(path(`/${asked}/accept`)))).toBe('movedMeanwhile');
    expect(
      (await library.post(path(`/${asked}/withdraw`))).body.transfers.some(
        ({ state }: Transfer) => state === 'withdrawn',
      ),
    ).toBe(true);
    expect(refusal(await health.post(path(`/${asked}/accept`)))).toBe('alreadyDecided');
  });

  test('two transfers of one card at the same moment do not cross', async () => {
    const { library, health, facilitator } = board;
    const id = await card(library);
    const answers = await Promise.all([
      handOver(facilitator, id, health),
      handOver(facilitator, id, facilitator),
      facilitator.post(path(), { kind: 'handOver', activityId: id, to: organisationOf(health) }),
    ]);
    // Each is done where the one before it left the card, or is refused since the card is there already.
    for (const answer of answers) expect([201, 409]).toContain(answer.status);
    const now = await readBoard(server, board.boardId);
    expect(now.activities.size).toBe(1);
    expect(plainText(now.activities.get(id)?.texts.meansText ?? [])).toBe('Boeken');
  });

  describe('attacks', () => {
    test('another’s card, another’s acceptance, another’s withdrawal', async () => {
      const { library, health } = board;
      const id = await card(library);
      expect(refusal(await handOver(health, id, health))).toBe('notAllowed');
      expect(refusal(await health.post(path(), { kind: 'split', activityId: id, title: 'x', texts: [] }))).toBe(
        'notAllowed',
      );
      await handOver(library, id, health);
      const asked = await openId(library);
      expect(refusal(await library.post(path(`/${asked}/accept`)))).toBe('notAllowed');
      expect(refusal(await library.post(path(`/${asked}/decline`)))).toBe('notAllowed');
      expect(refusal(await health.post(path(`/${asked}/withdraw`)))).toBe('notAllowed');
      const third = await server.onBoard(board.boardId, 'member', 'Welzijn');
      expect(refusal(await third.post(path(`/${asked}/accept`)))).toBe('notAllowed');
      expect(await ownerOf(id)).toBe(organisationOf(library));
    });

    test('who is not on the board, and a request of another board, are not there', async () => {
      const { library, health } = board;
      const id = await card(library);
      await handOver(library, id, health);
      const asked = await openId(library);
      const stranger = await server.person();
      for (const answer of [
        await stranger.get(path()),
        await stranger.post(path(), { kind: 'handOver', activityId: id, to: organisationOf(health) }),
        await stranger.post(path(`/${asked}/accept`)),
      ])
        expect(refusal(answer)).toBe('notFound');
      expect(refusal(await server.stranger().get(path()))).toBe('notSignedIn');
      const elsewhere = await transferBoard(server);
      const foreign = `/boards/${elsewhere.boardId}/transfers/${asked}/accept`;
      expect(refusal(await elsewhere.facilitator.post(foreign))).toBe('notFound');
    });

    test('organisations that are not on the board, and cards that are not', async () => {
      const { library, facilitator } = board;
      const id = await card(library);
      const stranger = await server.person({ organisation: 'Ver weg' });
      expect(refusal(await handOver(library, id, stranger))).toBe('notOnBoard');
      expect(refusal(await handOver(facilitator, id, library))).toBe('sameOrganisation');
      for (const to of ['../frame', 'party/x', '', 'a'.repeat(65)])
        expect(refusal(await library.post(path(), { kind: 'handOver', activityId: id, to }))).toBe('to');
      expect(refusal(await handOver(facilitator, 'nergens', library))).toBe('notFound');
      expect(refusal(await facilitator.post(path(), { kind: 'merge', activityId: id, others: [id] }))).toBe('others');
      const texts = ['meansText:x', '__proto__', 'resultsText:9999'];
      expect(refusal(await library.post(path(), { kind: 'split', activityId: id, title: 'x', texts }))).toBe('texts.0');
    });

    test('readers, a locked board and a closed board', async () => {
      const { library, health, facilitator, boardId } = board;
      const id = await card(library);
      for (const role of ['viewer', 'commenter'] as const) {
        const reader = await server.onBoard(boardId, role, 'Bibliotheek');
        expect(refusal(await handOver(reader, id, health))).toBe('notAllowed');
      }
      await handOver(library, id, health);
      const asked = await openId(library);
      await facilitator.patch(`/boards/${boardId}`, { mode: 'locked' });
      expect(refusal(await health.post(path(`/${asked}/accept`)))).toBe('notAllowed');
      expect(refusal(await library.post(path(`/${asked}/withdraw`)))).toBe('notAllowed');
      await facilitator.patch(`/boards/${boardId}`, { closed: true });
      expect(refusal(await facilitator.post(path(`/${asked}/accept`)))).toBe('boardClosed');
      await facilitator.patch(`/boards/${boardId}`, { closed: false });
      expect((await facilitator.post(path(`/${asked}/accept`))).status).toBe(200);
    });

    test('a card of the same id that the receiver made beforehand is not written over', async () => {
      const { library, health, facilitator } = board;
      const id = await card(library);
      const hostile = await tabOf(health);
      const record = new Y.Map([['title', 'Van mij']]);
      hostile.doc(organisationOf(health)).getMap('activities').set(id, record);
      await hostile.settled();
      const owner = (await ownerOf(id)) ?? '';
      const other = owner === organisationOf(library) ? health : library;
      expect(refusal(await handOver(facilitator, id, other))).toBe('targetTaken');
    });

    test('scripts and long words as a reason, and the same question again and again', async () => {
      const { library, health } = board;
      const id = await card(library);
      await handOver(library, id, health);
      expect(refusal(await handOver(library, id, health))).toBe('alreadyAsked');
      const asked = await openId(health);
      expect(refusal(await health.post(path(`/${asked}/decline`), { reason: 'x'.repeat(301) }))).toBe('reason');
      const reason = '<img src=x onerror=alert(1)>\u0000\nregel';
      await health.post(path(`/${asked}/decline`), { reason });
      expect((await list(library))[0]?.reason).toBe('<img src=x onerror=alert(1)> regel');
      const answers = [];
      for (let count = 0; count < 601; count += 1) answers.push(health.post(path(`/${asked}/accept`)));
      expect((await Promise.all(answers)).map(refusal)).toContain('tooManyRequests');
    });
  });
});
