import type { CDPSession, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import {
  addCards,
  addOutcomes,
  boardIsThere,
  card,
  column,
  isSaved,
  openBoard,
  panel,
  text,
} from '../support/boardPage.ts';
import { expect, PHONE } from '../support/browser.ts';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
let desk: Page;
let page: Page;
let fingers: CDPSession;

beforeAll(async () => {
  stage = await openStage();
  const boardId = await stage.newBoard({ title: 'Onderweg' });
  desk = await openBoard(stage.facilitator, boardId);
  await addOutcomes(desk, ['Gezond', 'Veilig', 'Een goede start voor alle kinderen', 'Samen']);
  await addCards(desk, 'Gezond', 'Eerste', 'Tweede', 'Derde');
  const phone = await stage.join(boardId, { name: 'Fien', organisation: 'Jeugdwerk Proef', options: PHONE });
  page = await phone.newPage();
  await page.goto(`/bord/${boardId}`);
  await boardIsThere(page);
  fingers = await phone.newCDPSession(page);
});
afterAll(async () => {
  await stage?.close();
});

const pill = (title: string): Locator =>
  page.getByRole('navigation', { name: 'Opbrengsten' }).getByRole('button', { name: title });

async function fitsTheScreen(): Promise<void> {
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
}

async function middleOf(locator: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Rests a finger on something until it is picked up, goes to where something else begins and lets go. */
async function longPress(from: Locator, to: Locator): Promise<void> {
  const start = await middleOf(from);
  const end = await middleOf(to);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly { x: number; y: number }[]) =>
    fingers.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });
  await touch('touchStart', [start]);
  await expect(page.locator('.ob-drag-ghost')).toBeVisible();
  for (const part of [0.25, 0.5, 0.75, 1]) {
    await touch('touchMove', [{ x: start.x + (end.x - start.x) * part, y: start.y + (end.y - 8 - start.y) * part }]);
  }
  await touch('touchEnd', []);
  await expect(page.locator('.ob-drag-ghost')).toHaveCount(0);
}

describe('on a phone of 390 pixels, by touch', () => {
  test('the outcomes are a strip of pills, one column at a time', async () => {
    await expect(pill('1 Gezond')).toHaveAttribute('aria-current', 'true');
    await expect(card(column(page, 'Gezond'), 'Eerste')).toBeVisible();
    await expect(column(page, 'Veilig')).toHaveCount(0);
    await fitsTheScreen();
    await pill('4 Samen').tap();
    await expect(pill('4 Samen')).toHaveAttribute('aria-current', 'true');
    await expect(column(page, 'Samen')).toBeVisible();
    await expect(column(page, 'Gezond')).toHaveCount(0);
    await pill('1 Gezond').tap();
    await fitsTheScreen();
  });

  test('add cards', async () => {
    await column(page, 'Gezond').getByRole('button', { name: 'Activiteit toevoegen bij 1 Gezond' }).tap();
    const field = page.getByRole('textbox', { name: /^Titel van een nieuwe activiteit/ });
    await expect(field).toBeFocused();
    await page.keyboard.type('Vanuit de bus');
    await page.getByRole('button', { name: 'Toevoegen', exact: true }).tap();
    await expect(card(column(page, 'Gezond'), 'Vanuit de bus')).toBeVisible();
    await expect(field).toBeFocused();
    await page.getByRole('button', { name: 'Stoppen met toevoegen' }).tap();
    await expect(card(column(desk, 'Gezond'), 'Vanuit de bus')).toBeVisible();
  });

  test('open a card, write in it and go back', async () => {
    await card(column(page, 'Gezond'), 'Vanuit de bus').tap();
    await expect(panel(page)).toBeVisible();
    await expect.poll(() => panel(page).boundingBox()).toMatchObject({ x: 0, width: 390 });
    await panel(page).getByRole('button', { name: 'Middelen', exact: true }).tap();
    await expect(text(page, 'Middelen').and(page.locator('[contenteditable="true"]'))).toBeFocused();
    await page.keyboard.type('Een telefoon');
    await fitsTheScreen();
    await panel(page).getByRole('button', { name: 'Bord', exact: true }).tap();
    await expect(panel(page)).toHaveCount(0);
    await isSaved(page);
    await card(column(desk, 'Gezond'), 'Vanuit de bus').click();
    await expect(text(desk, 'Middelen')).toHaveText('Een telefoon');
    await desk.getByRole('button', { name: 'Sluiten', exact: true }).click();
  });

  test('move a card to another column by its menu', async () => {
    await page.getByRole('button', { name: 'Menu van Vanuit de bus' }).tap();
    await page.getByRole('menuitem', { name: /^Verplaats naar/ }).tap();
    await page.getByRole('menuitem', { name: '2 Veilig' }).tap();
    await expect(card(column(page, 'Gezond'), 'Vanuit de bus')).toHaveCount(0);
    await expect(card(column(desk, 'Veilig'), 'Vanuit de bus')).toBeVisible();
    await pill('2 Veilig').tap();
    await expect(card(column(page, 'Veilig'), 'Vanuit de bus')).toBeVisible();
    await pill('1 Gezond').tap();
  });

  test('move a card by a long press; a short one opens it', async () => {
    const cards = (of: Page) => column(of, 'Gezond').getByRole('heading', { level: 3 });
    await expect(cards(page)).toHaveText(['Eerste', 'Tweede', 'Derde']);
    await longPress(card(page.getByRole('main'), 'Derde'), card(page.getByRole('main'), 'Eerste'));
    await expect(cards(page)).toHaveText(['Derde', 'Eerste', 'Tweede']);
    await expect(cards(desk)).toHaveText(['Derde', 'Eerste', 'Tweede']);
    await expect(panel(page)).toHaveCount(0);
    await card(page.getByRole('main'), 'Derde').tap();
    await expect(panel(page)).toBeVisible();
    await isSaved(page);
  });
});
