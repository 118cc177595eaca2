import type { Browser, BrowserContext, CDPSession, Locator, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Board } from '../../shared/board/board.ts';
import { boardIndex } from '../../shared/board/boardIndex.ts';
import { readBoard } from '../support/readBoard.ts';
import { startServer, type TestPerson, type TestServer } from '../support/server.ts';
import { contextFor, launch } from './live/browser.ts';
import { soon } from './live/soon.ts';

let browser: Browser;
let server: TestServer;
let jet: TestPerson;
let boardId: string;
let board: Board;
let contexts: BrowserContext[] = [];

beforeAll(async () => {
  [browser, server] = await Promise.all([launch(), startServer({ database: 'sqlite' })]);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  jet = await server.person({ organisation: 'Gemeente Proef' });
  const { body } = await jet.post('/boards', { title: 'Verplaatsen', template: 'voorbeeld-2026' });
  boardId = body.id;
  board = await readBoard(server, boardId);
});
afterEach(async () => {
  for (const context of contexts) await context.close();
  contexts = [];
});

async function open(person: TestPerson, options: { hasTouch?: boolean } = {}): Promise<Page> {
  const context = await contextFor(browser, server.url, person.cookie(), {
    viewport: { width: 1440, height: 900 },
    ...options,
  });
  contexts.push(context);
  const page = await context.newPage();
  await page.goto(`${server.url}/bord/${boardId}`);
  // Dragging by mouse comes a moment after the cards.
  await page.locator('[data-drop-item][draggable="true"]').first().waitFor();
  return page;
}

/** Ids of the cards at the outcomes that have some, in order, as the board says. */
function cardsOf(value: Board): Map<string, string[]> {
  return new Map([...boardIndex(value).cardsAt].map(([id, cards]) => [id, cards.map(({ activityId }) => activityId)]));
}

const zone = (page: Page, outcomeId: string): Locator => page.locator(`[data-drop-zone="cards:${outcomeId}"]`);
const card = (page: Page, outcomeId: string, id: string): Locator =>
  zone(page, outcomeId).locator(`[data-drop-item="${id}"]`);
const link = (page: Page, outcomeId: string, id: string): Locator =>
  page.locator(`[data-card-focus="cards:${outcomeId}/${id}"]`);

async function isAt(outcomeId: string, activityId: string, position?: number): Promise<boolean> {
  const cards = cardsOf(await readBoard(server, boardId)).get(outcomeId) ?? [];
  return position === undefined ? cards.includes(activityId) : cards[position] === activityId;
}

const announced = (page: Page): Promise<string> =>
  page.locator('.ob-visually-hidden[role="status"]').last().innerText();

interface Pick {
  readonly from: string;
  readonly moving: string;
  readonly to: string;
  readonly beforeIt: string;
}

/**
 * A card that can be seen, is at home where it is seen and contributes nowhere else; and another card that can be
 * seen, in another column, before which it can be put.
 */
async function pick(page: Page): Promise<Pick> {
  const seen = await page.evaluate(() =>
    [...document.querySelectorAll('[data-drop-item]')].flatMap((item) => {
      const zone = item.parentElement?.closest('[data-drop-zone]')?.getAttribute('data-drop-zone') ?? '';
      const box = item.getBoundingClientRect();
      const isWhole = box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth;
      const top = document.elementFromPoint(box.left + box.width / 2, box.top + 8);
      const bottom = document.elementFromPoint(box.left + box.width / 2, box.bottom - 8);
      const isSeen = isWhole && item.contains(top) && item.contains(bottom);
      const outcome = /^cards:(.+)$/.exec(zone)?.[1];
      return isSeen && outcome ? [{ outcome, id: item.getAttribute('data-drop-item') ?? '', left: box.left }] : [];
    }),
  );
  for (const { outcome: from, id: moving, left } of seen) {
    const activity = board.activities.get(moving);
    if (activity?.place?.outcomeId !== from || activity.links.length > 0) continue;
    const target = seen.find((other) => other.left !== left && other.id !== moving);
    if (target) return { from, moving, to: target.outcome, beforeIt: target.id };
  }
  throw new Error('no two columns with cards can be seen');
}

/** Where a card stands at an outcome, counted from 0. */
const placeOf = (outcomeId: string, id: string): number => (cardsOf(board).get(outcomeId) ?? []).indexOf(id);

describe('moving a card', () => {
  test('with the mouse, before the card on which it is dropped, and in the other browser too', async () => {
    const page = await open(jet);
    const other = await open(jet);
    const { from, to, moving, beforeIt } = await pick(page);
    const position = placeOf(to, beforeIt);
    await card(page, from, moving).dragTo(card(page, to, beforeIt), { targetPosition: { x: 60, y: 8 } });
    await card(page, to, moving).waitFor();
    await soon('the move on the server', () => isAt(to, moving, position));
    await card(other, to, moving).waitFor();
    expect(await card(other, from, moving).count()).toBe(0);
    await soon('the words', async () => (await announced(page)).includes(`plek ${position + 1} van`));
  });

  test('to where it stands does nothing', async () => {
    const page = await open(jet);
    const { from, moving } = await pick(page);
    const before = (await readBoard(server, boardId)).activities.get(moving)?.place;
    await card(page, from, moving).dragTo(card(page, from, moving), { targetPosition: { x: 80, y: 12 } });
    expect(await page.locator('[data-drop-item]').count()).toBeGreaterThan(0);
    expect((await readBoard(server, boardId)).activities.get(moving)?.place).toEqual(before);
  });

  test('by resting a finger on it', async () => {
    const page = await open(jet, { hasTouch: true });
    const { from, to, moving, beforeIt } = await pick(page);
    const touch = await page.context().newCDPSession(page);
    const start = await centre(card(page, from, moving));
    await send(touch, 'touchStart', start);
    await page.locator('.ob-drag-ghost').waitFor();
    const target = await card(page, to, beforeIt).boundingBox();
    const end = { x: (target?.x ?? 0) + 60, y: (target?.y ?? 0) + 8 };
    for (let step = 1; step <= 8; step += 1) {
      await send(touch, 'touchMove', between(start, end, step / 8));
    }
    await send(touch, 'touchEnd');
    await card(page, to, moving).waitFor();
    await soon('the move on the server', () => isAt(to, moving));
    expect(await page.locator('.ob-drag-ghost').count()).toBe(0);
    // Letting go opened nothing.
    expect(new URL(page.url()).pathname).toBe(`/bord/${boardId}`);
  });

  test('a finger that moves at once scrolls, and a tap opens', async () => {
    const page = await open(jet, { hasTouch: true });
    const { from, moving } = await pick(page);
    const touch = await page.context().newCDPSession(page);
    const start = await centre(card(page, from, moving));
    await send(touch, 'touchStart', start);
    for (let step = 1; step <= 5; step += 1) {
      await send(touch, 'touchMove', { x: start.x, y: start.y - step * 12 });
    }
    await send(touch, 'touchEnd');
    expect(await page.locator('.ob-drag-ghost').count()).toBe(0);
    expect(await isAt(from, moving)).toBe(true);
    await link(page, from, moving).tap();
    await page.waitForURL(`**/bord/${boardId}/kaart/${moving}`);
  });

  test('by keys: pick up, choose, put down; and the focus stays on it', async () => {
    const page = await open(jet);
    const { from, moving } = await pick(page);
    await link(page, from, moving).focus();
    await page.keyboard.press('Space');
    await soon('the words', async () => (await announced(page)).includes('opgepakt'));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await soon('the move', async () => !(await isAt(from, moving, 0)));
    await soon('the focus', () =>
      page.evaluate(
        (id) => document.activeElement?.getAttribute('data-card-focus')?.endsWith(`/${id}`) ?? false,
        moving,
      ),
    );
    await soon('the words', async () => (await announced(page)).includes('staat nu bij'));
    // And back.
    await page.keyboard.press('Control+z');
    await soon('the undoing', () => isAt(from, moving));
  });

  test('by Ctrl and an arrow at once; Escape puts back what is in hand', async () => {
    const page = await open(jet);
    const { from, moving } = await pick(page);
    await link(page, from, moving).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Escape');
    await soon('the words', async () => (await announced(page)).includes('geannuleerd'));
    expect(await isAt(from, moving)).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-card-focus'))).toBe(
      `cards:${from}/${moving}`,
    );
    await page.keyboard.press('Control+ArrowRight');
    await soon('the move', async () => !(await isAt(from, moving)));
  });

  test('arrow keys walk over the cards, and Tab leaves them at once', async () => {
    const page = await open(jet);
    const stops = await page.locator('[data-card-focus][tabindex="0"]').count();
    expect(stops).toBe(1);
    await page.locator('[data-card-focus][tabindex="0"]').focus();
    const first = await page.evaluate(() => document.activeElement?.getAttribute('data-card-focus'));
    await page.keyboard.press('ArrowRight');
    const second = await page.evaluate(() => document.activeElement?.getAttribute('data-card-focus'));
    expect(second).not.toBe(first);
    expect(second).toContain('/');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    // Past the card's own button there is no further card in the round.
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-card-focus') ?? '')).toBe('');
  });

  test('of another organisation in mode own is refused where it happens', async () => {
    await jet.patch(`/boards/${boardId}`, { mode: 'own' });
    const member = await server.onBoard(boardId, 'member', 'Nieuwe Partner');
    const page = await open(member);
    const { from, to, moving, beforeIt } = await pick(page);
    await card(page, from, moving).dragTo(card(page, to, beforeIt), { targetPosition: { x: 60, y: 8 } });
    const owner = board.organisations.get(board.activities.get(moving)?.owner ?? '')?.name ?? '';
    await card(page, from, moving).getByText(`Kaart van ${owner}`).waitFor();
    expect(await isAt(from, moving)).toBe(true);
  });
});

async function centre(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('not on the screen');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

function between(a: { x: number; y: number }, b: { x: number; y: number }, part: number): { x: number; y: number } {
  return { x: a.x + (b.x - a.x) * part, y: a.y + (b.y - a.y) * part };
}

async function send(
  session: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  point?: { x: number; y: number },
): Promise<void> {
  await session.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [point] : [] });
}
