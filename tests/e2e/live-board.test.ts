import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import SqliteConnection from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SaveState } from '../../client/board/saveState.ts';
import type { SetAside } from '../../client/board/setAside.ts';
import { startServer as startProduct } from '../../server/build.ts';
import { readSettings } from '../../server/env.ts';
import type { Role } from '../../shared/access/roles.ts';
import { QUIET } from '../support/collabServer.ts';
import { SHAPE_2 } from '../support/inventedSteps.ts';
import { readBoard } from '../support/readBoard.ts';
import { startServer, type TestPerson, type TestServer } from '../support/server.ts';
import { type TcpProxy, tcpProxy } from '../support/tcpProxy.ts';
import { bundleHarness, contextFor, launch, openPage } from './live/browser.ts';
import { soon } from './live/soon.ts';

let browser: Browser;
let script: string;
let server: TestServer;
let jet: TestPerson;
let boardId: string;
let closers: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  [browser, script, server] = await Promise.all([launch(), bundleHarness(), startServer({ database: 'sqlite' })]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async () => {
  for (const close of closers.reverse()) await close();
  closers = [];
});

interface Seat {
  readonly person: TestPerson;
  readonly context: BrowserContext;
  readonly page: Page;
  readonly wire: TcpProxy;
}

async function newBoard(mode: 'open' | 'own' = 'open'): Promise<void> {
  jet = await server.person({ organisation: 'Gemeente Proef' });
  const { body } = await jet.post('/boards', { title: 'Live', template: 'leeg', years: [2026] });
  boardId = body.id;
  if (mode !== 'open') await jet.patch(`/boards/${boardId}`, { mode });
}

/** Someone who comes in by an invitation. */
async function invite(role: Role, organisation: string): Promise<TestPerson> {
  const { body: invitation } = await jet.post(`/boards/${boardId}/invitations`, {
    organisation: { name: organisation },
    role,
  });
  const person = await server.person({ organisation });
  const token = new URL(invitation.url).pathname.split('/').at(-1);
  const { status } = await person.post(`/invitations/${token}`);
  if (status !== 200) throw new Error(`invitation: ${status}`);
  return person;
}

/** Someone at the board, over a wire of their own that can be cut. */
async function seat(person: TestPerson): Promise<Seat> {
  const port = Number(new URL(server.url).port);
  const wire = await tcpProxy('127.0.0.1', port);
  const context = await contextFor(browser, server.url, person.cookie(), { bypassCSP: true });
  closers.push(wire.close, () => context.close());
  const page = await openTab(context, person, wire);
  return { person, context, page, wire };
}

function openTab(context: BrowserContext, person: TestPerson, wire: TcpProxy): Promise<Page> {
  const collab = `ws://127.0.0.1:${wire.port}/collab`;
  return openPage(context, { url: server.url, collab, script, boardId, userId: person.person.id });
}

const saved = (page: Page): Promise<SaveState> => page.evaluate(() => window.harness.state().saved);
const setAside = (page: Page): Promise<readonly SetAside[]> => page.evaluate(() => window.harness.state().setAside);
const title = (page: Page, id: string): Promise<string | undefined> =>
  page.evaluate((card) => window.harness.title(card), id);

/** The edits that wait on this device. */
const keptEdits = (page: Page): Promise<number> => page.evaluate(() => window.harness.keptEdits());

async function add(page: Page, words: string): Promise<string> {
  const result = await page.evaluate((given) => window.harness.run('addActivity', { title: given }), words);
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.id;
}

async function rename(page: Page, activityId: string, words: string): Promise<void> {
  await page.evaluate((args) => window.harness.run('editActivity', args), { activityId, title: words });
}

const sees = (page: Page, id: string, words: string | undefined): Promise<void> =>
  soon(`${words} on ${id}`, async () => (await title(page, id)) === words);
const isSaved = (page: Page): Promise<void> =>
  soon('saved', async () => (await saved(page)).state === 'saved' && (await saved(page)).waiting === 0);
const isIn = (page: Page, state: SaveState['state'], within?: number): Promise<void> =>
  soon(`state ${state}`, async () => (await saved(page)).state === state, within);

describe('a live board in two browsers', () => {
  test('a new card shows in the other browser, and saved means that the server has it', async () => {
    await newBoard();
    const one = await seat(jet);
    const two = await seat(await invite('member', 'GGD Proef'));
    const id = await add(two.page, 'Fietsles');
    await sees(one.page, id, 'Fietsles');
    await isSaved(two.page);
    const stored = await readBoard(server, boardId);
    expect(stored.activities.get(id)?.owner).toBe(two.person.person.organisationId);
  });

  test('an organisation that joins brings a document, which opens in place', async () => {
    await newBoard();
    const one = await seat(jet);
    const before = await one.page.evaluate(() => window.harness.live.detail.get().documents.length);
    const two = await seat(await invite('member', 'Welzijn Proef'));
    const id = await add(two.page, 'Huiskamer');
    await sees(one.page, id, 'Huiskamer');
    expect(await one.page.evaluate(() => window.harness.live.detail.get().documents.length)).toBe(before + 1);
  });

  test('people are there once however many tabs they have, and gone when they leave', async () => {
    await newBoard();
    const one = await seat(jet);
    const two = await seat(await invite('member', 'GGD Proef'));
    const people = () => one.page.evaluate(() => window.harness.state().people);
    const id = await add(two.page, 'Kaart');
    await two.page.evaluate((activityId) => window.harness.at({ activityId, field: 'title' }), id);
    const second = await openTab(two.context, two.person, two.wire);
    await soon('one person on the card', async () => {
      const [person, ...others] = await people();
      return others.length === 0 && person?.at[0]?.activityId === id && person.at[0].field === 'title';
    });
    expect((await people())[0]).toMatchObject({ organisationId: two.person.person.organisationId, role: 'member' });
    // The person's own second tab does not count as someone else.
    expect(await second.evaluate(() => window.harness.state().people.length)).toBe(1);
    await second.close();
    await two.page.close();
    await soon('nobody', async () => (await people()).length === 0);
  });
});

describe('without a connection', () => {
  test('changes wait, are counted, and are saved only when the server has them', async () => {
    await newBoard();
    const { page, wire } = await seat(jet);
    const id = await add(page, 'Een');
    await isSaved(page);
    wire.cut();
    await isIn(page, 'offline');
    await rename(page, id, 'Twee');
    await page.evaluate((card) => window.harness.type(card, 'in de wijk'), id);
    await page.evaluate((card) => window.harness.type(card, 'en op school'), id);
    const other = await add(page, 'Drie');
    expect(await saved(page)).toEqual({ state: 'offline', waiting: 3 });
    await page.evaluate(() => window.harness.savedStates.splice(0));
    wire.mend();
    // The moment it says saved the server must have all of it.
    await page.waitForFunction(() => window.harness.state().saved.state === 'saved', undefined, { polling: 5 });
    const stored = await readBoard(server, boardId);
    expect(stored.activities.get(id)?.title).toBe('Twee');
    expect(stored.activities.get(other)?.title).toBe('Drie');
    expect(JSON.stringify(stored.activities.get(id)?.texts)).toContain('op school');
    expect(await page.evaluate(() => window.harness.savedStates)).toEqual(['saving', 'saved']);
  });

  test('a network that disappears without a word is noticed, and the change is kept', async () => {
    await newBoard();
    const { page, wire } = await seat(jet);
    const id = await add(page, 'Een');
    await isSaved(page);
    wire.freeze();
    await rename(page, id, 'Twee');
    await isIn(page, 'saving');
    await isIn(page, 'offline', 15_000);
    wire.cut();
    wire.mend();
    await isSaved(page);
    expect((await readBoard(server, boardId)).activities.get(id)?.title).toBe('Twee');
  });

  test('leaving the page with unsaved changes asks first', async () => {
    await newBoard();
    const { page, wire } = await seat(jet);
    await page.mouse.click(10, 10);
    wire.cut();
    await isIn(page, 'offline');
    await add(page, 'Nog niet bewaard');
    const asked = page.waitForEvent('dialog');
    await page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    wire.mend();
    await isSaved(page);
  });

  test('two titles given at the same time: one stays, and the other is told', async () => {
    await newBoard();
    const one = await seat(jet);
    const two = await seat(await invite('facilitator', 'GGD Proef'));
    const id = await add(one.page, 'Begin');
    await sees(two.page, id, 'Begin');
    for (const { wire, page } of [one, two]) {
      wire.cut();
      await isIn(page, 'offline');
    }
    await rename(one.page, id, 'Van de gemeente');
    await rename(two.page, id, 'Van de GGD');
    for (const { wire } of [one, two]) wire.mend();
    for (const { page } of [one, two]) await isSaved(page);
    const kept = await title(one.page, id);
    await sees(two.page, id, kept);
    const loser = kept === 'Van de gemeente' ? two : one;
    const winner = loser === one ? two : one;
    const told = (page: Page) =>
      page.evaluate(() => window.harness.events.filter(({ name }) => name === 'titleOverwritten'));
    await soon('the event', async () => (await told(loser.page)).length === 1);
    expect(await told(loser.page)).toEqual([
      {
        name: 'titleOverwritten',
        event: {
          collection: 'activities',
          id,
          mine: loser === one ? 'Van de gemeente' : 'Van de GGD',
          theirs: kept,
        },
      },
    ]);
    expect(await told(winner.page)).toEqual([]);
  });
});

describe('rights that change', () => {
  test('locking is felt in place and a command is refused with its reason', async () => {
    await newBoard('own');
    const member = await seat(await invite('member', 'GGD Proef'));
    const id = await add(member.page, 'Van ons');
    await isSaved(member.page);
    await jet.patch(`/boards/${boardId}`, { mode: 'locked' });
    await soon('the lock', () => member.page.evaluate(() => window.harness.live.detail.get().mode === 'locked'));
    await rename(member.page, id, 'Mag niet');
    expect(await member.page.evaluate(() => window.harness.state().refusal)).toMatchObject({
      code: 'boardLocked',
      recordId: id,
      organisationName: 'GGD Proef',
    });
    await jet.patch(`/boards/${boardId}`, { mode: 'own' });
    await soon('the unlocking', async () => {
      await rename(member.page, id, 'Mag weer');
      return (await title(member.page, id)) === 'Mag weer';
    });
    await isSaved(member.page);
  });

  test('what was typed after the lock is set aside in words, and only that document starts afresh', async () => {
    await newBoard('open');
    const member = await seat(await invite('member', 'GGD Proef'));
    const theirs = await seat(jet);
    const id = await add(member.page, 'Van ons');
    const other = await add(theirs.page, 'Van de gemeente');
    await sees(member.page, other, 'Van de gemeente');
    await isSaved(member.page);
    const keysBefore = await member.page.evaluate(
      ([a = '', b = '']) => [a, b].map((c) => window.harness.keyOf(c)),
      [id, other],
    );
    await jet.patch(`/boards/${boardId}`, { mode: 'locked' });
    await soon('the lock', () => member.page.evaluate(() => window.harness.live.detail.get().mode === 'locked'));
    await member.page.evaluate((card) => window.harness.type(card, 'te laat'), id);
    await soon('what is set aside', async () => (await setAside(member.page)).length === 1);
    expect((await setAside(member.page))[0]).toMatchObject({
      organisationId: member.person.person.organisationId,
      reason: 'refused',
      items: [{ recordId: id, title: 'Van ons', field: 'meansText', change: 'text', mine: 'te laat', theirs: '' }],
    });
    expect(await saved(member.page)).toEqual({ state: 'failed', waiting: 1 });
    expect(await member.page.evaluate((card) => window.harness.texts(card), id)).toBe('{}');
    const keysAfter = await member.page.evaluate(
      ([a = '', b = '']) => [a, b].map((c) => window.harness.keyOf(c)),
      [id, other],
    );
    expect(keysAfter[0]).not.toBe(keysBefore[0]);
    expect(keysAfter[1]).toBe(keysBefore[1]);
    await member.page.evaluate(() => window.harness.live.discardSetAside(window.harness.state().setAside[0]?.id ?? ''));
    await isSaved(member.page);
    // Afterwards it works as before, in both directions.
    await jet.patch(`/boards/${boardId}`, { mode: 'open' });
    await soon('the unlocking', async () => {
      await rename(member.page, id, 'Weer van ons');
      return (await title(member.page, id)) === 'Weer van ons';
    });
    await sees(theirs.page, id, 'Weer van ons');
    await rename(theirs.page, id, 'Van allen');
    await sees(member.page, id, 'Van allen');
  });

  test('offline changes to a board that was locked meanwhile are set aside', async () => {
    await newBoard('open');
    const member = await seat(await invite('member', 'GGD Proef'));
    const id = await add(member.page, 'Voor');
    await isSaved(member.page);
    member.wire.cut();
    await isIn(member.page, 'offline');
    await rename(member.page, id, 'Na');
    await jet.patch(`/boards/${boardId}`, { mode: 'locked' });
    member.wire.mend();
    await soon('what is set aside', async () => (await setAside(member.page)).length === 1);
    expect((await setAside(member.page))[0]?.items).toMatchObject([{ change: 'title', mine: 'Na', theirs: 'Voor' }]);
    await sees(member.page, id, 'Voor');
    const apply = () =>
      member.page.evaluate(() => {
        const [entry] = window.harness.state().setAside;
        return window.harness.live.applySetAside(entry?.id ?? '', entry?.items[0]?.id ?? '');
      });
    expect(await apply()).toMatchObject({ ok: false, code: 'boardLocked' });
    expect(await setAside(member.page)).toHaveLength(1);
    await jet.patch(`/boards/${boardId}`, { mode: 'open' });
    await soon('the change, applied after all', async () => (await apply()).ok);
    await isSaved(member.page);
    expect((await readBoard(server, boardId)).activities.get(id)?.title).toBe('Na');
    expect(await setAside(member.page)).toEqual([]);
  });

  test('who is taken off the board, and who signs out, keeps what stands there to read', async () => {
    await newBoard();
    const member = await seat(await invite('member', 'GGD Proef'));
    const id = await add(member.page, 'Blijft staan');
    await isSaved(member.page);
    await jet.remove(`/boards/${boardId}/people/${member.person.person.id}`);
    const phase = (page: Page) => page.evaluate(() => window.harness.state().phase);
    await soon('the end', async () => (await phase(member.page)).phase === 'ended');
    expect(await phase(member.page)).toEqual({ phase: 'ended', reason: 'no-access' });
    expect(await title(member.page, id)).toBe('Blijft staan');
    await rename(member.page, id, 'Mag niet');
    expect(await title(member.page, id)).toBe('Blijft staan');

    const other = await seat(await invite('member', 'Welzijn Proef'));
    await other.person.remove('/session');
    await soon('the end', async () => (await phase(other.page)).phase === 'ended');
    expect(await phase(other.page)).toEqual({ phase: 'ended', reason: 'signed-out' });
  });

  test('who signs in again elsewhere goes on where they were, with what was waiting', async () => {
    await newBoard();
    const member = await seat(await invite('member', 'GGD Proef'));
    const id = await add(member.page, 'Voor');
    await isSaved(member.page);
    member.wire.cut();
    await isIn(member.page, 'offline');
    await rename(member.page, id, 'Tijdens');
    await member.person.remove('/session');
    member.wire.mend();
    const phase = () => member.page.evaluate(() => window.harness.state().phase.phase);
    await soon('the end', async () => (await phase()) === 'ended');
    expect(await saved(member.page)).toEqual({ state: 'failed', waiting: 1 });
    const { sessions } = server.product.services;
    const [pair = ''] = (await sessions.start(member.person.person.id)).split(';');
    const [name = '', ...value] = pair.split('=');
    await member.context.addCookies([{ name, value: value.join('='), url: server.url }]);
    await member.page.evaluate(() => window.harness.refetch());
    await isSaved(member.page);
    expect((await readBoard(server, boardId)).activities.get(id)?.title).toBe('Tijdens');
  });

  test('G5 a page that is too old for a new version is told; what it had not sent is set aside and outlives the page', async () => {
    const own = await startServer({ database: 'sqlite' });
    closers.push(own.store.remove);
    const before = server;
    server = own;
    try {
      await newBoard();
      const { page, wire, context } = await seat(jet);
      const id = await add(page, 'Voor');
      await isSaved(page);
      wire.cut();
      await isIn(page, 'offline');
      await rename(page, id, 'Niet verstuurd');
      const port = new URL(own.url).port;
      await own.product.close();
      const settings = readSettings({ ...own.store.variables, PORT: port });
      const next = await startProduct(settings, QUIET, { shape: SHAPE_2 });
      wire.mend();
      const end = (at: Page) => at.evaluate(() => window.harness.state().phase);
      await soon('the end', async () => (await end(page)).phase === 'ended');
      expect(await end(page)).toEqual({ phase: 'ended', reason: 'newer-server' });
      const words = [{ reason: 'newer-server', items: [{ mine: 'Niet verstuurd' }] }];
      expect(await setAside(page)).toMatchObject(words);
      expect(await saved(page)).toEqual({ state: 'failed', waiting: 1 });
      await soon('it is put away', async () => (await keptEdits(page)) === 0);
      await page.close();
      await next.close();
      const product = await startProduct(settings, QUIET);
      closers.push(product.close);
      const again = await openTab(context, jet, wire);
      expect(await setAside(again)).toMatchObject(words);
      expect((await readBoard({ product }, boardId)).activities.get(id)?.title).toBe('Voor');
    } finally {
      server = before;
    }
  });

  test('G6 a board that a newer version wrote does not open; what waits is kept until it does', async () => {
    await newBoard();
    const { page, context, wire } = await seat(jet);
    const id = await add(page, 'Voor');
    await isSaved(page);
    wire.cut();
    await isIn(page, 'offline');
    await rename(page, id, 'Blijft bewaard');
    const { db } = server.product.services;
    const setSchema = (schema: number) => db.updateTable('boards').set({ schema }).where('id', '=', boardId).execute();
    await setSchema(99);
    server.product.live.boardRewritten(boardId);
    wire.mend();
    await soon('the end', () => page.evaluate(() => window.harness.state().phase.phase === 'ended'));
    expect(await page.evaluate(() => window.harness.state().phase)).toEqual({ phase: 'ended', reason: 'older-server' });
    expect(await saved(page)).toEqual({ state: 'failed', waiting: 1 });
    expect(await keptEdits(page)).toBe(1);
    await setSchema(1);
    await page.close();
    const again = await openTab(context, jet, wire);
    await isSaved(again);
    expect((await readBoard(server, boardId)).activities.get(id)?.title).toBe('Blijft bewaard');
  });
});

describe('the server', () => {
  test('a board with a new generation starts afresh; what was not sent is set aside', async () => {
    await newBoard();
    const { page, wire } = await seat(jet);
    const id = await add(page, 'Voor');
    await isSaved(page);
    const { db, live } = server.product.services;
    const keys = ['frame', `party/${jet.person.organisationId}`];
    const states = await Promise.all(keys.map((key) => live.readDocument(boardId, key)));
    wire.cut();
    await isIn(page, 'offline');
    await rename(page, id, 'Nooit verstuurd');
    await db.updateTable('boards').set({ generation: 2 }).where('id', '=', boardId).execute();
    server.product.live.boardRewritten(boardId);
    // What a restored backup puts in the new generation.
    await live.write(boardId, new Map(keys.map((key, index) => [key, states[index]!])), null);
    wire.mend();
    await soon('what is set aside', async () => (await setAside(page)).length === 1);
    expect((await setAside(page))[0]).toMatchObject({
      reason: 'older-generation',
      items: [{ change: 'title', mine: 'Nooit verstuurd', theirs: 'Voor' }],
    });
    expect(await title(page, id)).toBe('Voor');
    await rename(page, id, 'Verder');
    await soon('the change on the server', async () => {
      return (await readBoard(server, boardId)).activities.get(id)?.title === 'Verder';
    });
  });

  test('S8: what was not sent is set aside too when the page was closed before the board got a new generation', async () => {
    await newBoard();
    const one = await seat(jet);
    const id = await add(one.page, 'Voor');
    await isSaved(one.page);
    const { db, live } = server.product.services;
    const keys = ['frame', `party/${jet.person.organisationId}`];
    const states = await Promise.all(keys.map((key) => live.readDocument(boardId, key)));
    one.wire.cut();
    await isIn(one.page, 'offline');
    await rename(one.page, id, 'Nooit verstuurd');
    await soon('the edit on the device', async () => (await keptEdits(one.page)) === 1);
    await one.page.close();
    await db.updateTable('boards').set({ generation: 2 }).where('id', '=', boardId).execute();
    server.product.live.boardRewritten(boardId);
    await live.write(boardId, new Map(keys.map((key, index) => [key, states[index]!])), null);
    one.wire.mend();
    const page = await openTab(one.context, jet, one.wire);
    await soon('what is set aside', async () => (await setAside(page)).length === 1);
    expect((await setAside(page))[0]).toMatchObject({
      reason: 'older-generation',
      items: [{ change: 'title', mine: 'Nooit verstuurd', theirs: 'Voor' }],
    });
    expect(await title(page, id)).toBe('Voor');
    expect((await readBoard(server, boardId)).activities.get(id)?.title).toBe('Voor');
    await soon('nothing waits on the device', async () => (await keptEdits(page)) === 0);
  });

  test('S8: what waited longer than seven days is set aside, also in a tab that never closed', async () => {
    await newBoard();
    const { page, wire } = await seat(jet);
    const id = await add(page, 'Voor');
    await isSaved(page);
    wire.cut();
    await isIn(page, 'offline');
    await rename(page, id, 'Acht dagen oud');
    await page.evaluate(() => {
      const now = Date.now;
      Date.now = () => now() + 8 * 24 * 60 * 60 * 1_000;
    });
    wire.mend();
    await soon('what is set aside', async () => (await setAside(page)).length === 1);
    expect((await setAside(page))[0]).toMatchObject({ reason: 'too-old', items: [{ mine: 'Acht dagen oud' }] });
    await sees(page, id, 'Voor');
    await rename(page, id, 'Verder');
    await soon('the change on the server', async () => {
      return (await readBoard(server, boardId)).activities.get(id)?.title === 'Verder';
    });
  });

  test('S7: another tab brings what a tab without a connection wrote, and it counts once', async () => {
    await newBoard();
    const { page, context, wire } = await seat(jet);
    const id = await add(page, 'Voor');
    await isSaved(page);
    const other = await tcpProxy('127.0.0.1', Number(new URL(server.url).port));
    closers.push(other.close);
    const tab = await openTab(context, jet, other);
    wire.cut();
    await isIn(page, 'offline');
    await rename(page, id, 'Na');
    await soon('the change on the server', async () => {
      return (await readBoard(server, boardId)).activities.get(id)?.title === 'Na';
    });
    await isSaved(tab);
    // The tab that wrote it has not heard from the server.
    expect(await saved(page)).toEqual({ state: 'offline', waiting: 1 });
    wire.mend();
    await isSaved(page);
    await soon('nothing waits on the device', async () => (await keptEdits(page)) === 0);
  });

  test('a text too large to keep is set aside at once, and the rest goes on', async () => {
    await newBoard();
    const { page } = await seat(jet);
    const id = await add(page, 'Voor');
    await isSaved(page);
    await page.evaluate((card) => window.harness.type(card, 'lang '.repeat(400_000)), id);
    await soon('what is set aside', async () => (await setAside(page)).length === 1);
    const [entry] = await setAside(page);
    expect(entry).toMatchObject({ reason: 'too-large', items: [{ recordId: id, change: 'text' }] });
    expect(entry?.items[0]?.mine).toHaveLength(2_000_000);
    await rename(page, id, 'Na');
    await soon('the change on the server', async () => {
      return (await readBoard(server, boardId)).activities.get(id)?.title === 'Na';
    });
    expect(await setAside(page)).toHaveLength(1);
  });

  test('while its store fails it says so, and everything is saved when it works again', async () => {
    await newBoard();
    const { page } = await seat(jet);
    const id = await add(page, 'Voor');
    await isSaved(page);
    const lock = new SqliteConnection(join(server.store.variables['DATA_DIR'] ?? '', 'opbrengstenbord.sqlite'));
    closers.push(async () => lock.close());
    lock.exec('begin immediate');
    await rename(page, id, 'Tijdens');
    await isIn(page, 'failed', 20_000);
    expect((await saved(page)).waiting).toBe(1);
    await rename(page, id, 'Nog steeds');
    lock.exec('rollback');
    await soon('saved', async () => (await saved(page)).state === 'saved', 20_000);
    expect((await readBoard(server, boardId)).activities.get(id)?.title).toBe('Nog steeds');
  });

  test('restarts under busy hands: everyone is back within seconds and nothing is lost', async () => {
    const own = await startServer({ database: 'sqlite' });
    const before = server;
    server = own;
    try {
      await newBoard();
      const { page } = await seat(jet);
      const id = await add(page, 'Voor');
      await isSaved(page);
      const port = new URL(own.url).port;
      await own.product.close();
      await isIn(page, 'offline');
      await rename(page, id, 'Tijdens');
      const again = await startProduct(readSettings({ ...own.store.variables, PORT: port }), QUIET);
      const started = Date.now();
      await isSaved(page);
      const back = Date.now() - started;
      const stored = await readBoard({ ...own, product: again }, boardId);
      await again.close();
      expect(stored.activities.get(id)?.title).toBe('Tijdens');
      expect(back).toBeLessThan(10_000);
    } finally {
      server = before;
      await own.store.remove();
    }
  });
});
