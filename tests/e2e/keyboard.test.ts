import type { Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { addOutcomes, boardIsThere, card, column, isSaved, openBoard, panel, text } from '../support/boardPage.ts';
import { expect } from '../support/browser.ts';
import { api, openStage, type Stage } from '../support/stage.ts';

const EMAIL = 'begeleider@demo.example';
const PASSWORD = 'vier losse woorden samen';
const BOARD = 'Zonder muis';
const CARD = 'Kaart met toetsen';

let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  await api(stage.facilitator.request, 'PATCH', '/session', { password: { new: PASSWORD } });
  const boardId = await stage.newBoard({ title: BOARD });
  const prepared = await openBoard(stage.facilitator, boardId);
  await addOutcomes(prepared, ['Gezond', 'Veilig', 'Samen']);
  await isSaved(prepared);
  await prepared.close();
  page = await (await stage.stranger()).newPage();
});
afterAll(async () => {
  await stage?.close();
});

/** Fails when nothing has the focus any more: who uses the keyboard would begin at the top of the page. */
async function hasFocus(): Promise<void> {
  await page.waitForFunction(() => document.activeElement !== null && document.activeElement !== document.body);
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await hasFocus();
  }
}

/** Goes on by Tab, or back by Shift+Tab, until this has the focus. */
async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; !(await isThere()); presses += 1) {
    if (presses === 80) throw new Error(`${key} does not come to ${target}`);
    await page.keyboard.press(key);
  }
}

async function typeInto(target: Locator, words: string): Promise<void> {
  await tabTo(target);
  await page.keyboard.type(words);
}

/** A menu takes the keys when one of its items has the focus. */
async function menuIsOpen(): Promise<void> {
  await expect(page.locator('[role="menuitem"]:focus')).toBeVisible();
}

describe('by keyboard alone', () => {
  test('sign in and open a board', async () => {
    await page.goto('/aanmelden');
    await typeInto(page.getByRole('textbox', { name: 'E-mailadres' }), EMAIL);
    await typeInto(page.getByRole('textbox', { name: 'Wachtwoord' }), PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Mijn borden', level: 1 })).toBeVisible();
    await hasFocus();
    await tabTo(page.getByRole('link', { name: BOARD, exact: true }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: BOARD, level: 1 })).toBeVisible();
    await boardIsThere(page);
    await hasFocus();
  });

  test('add a card', async () => {
    await tabTo(column(page, 'Gezond').getByRole('button', { name: 'Activiteit toevoegen bij 1 Gezond' }));
    await press('Enter');
    await expect(page.getByRole('textbox', { name: /^Titel van een nieuwe activiteit bij 1 Gezond/ })).toBeFocused();
    await page.keyboard.type(CARD);
    await press('Enter');
    await expect(card(column(page, 'Gezond'), CARD)).toBeVisible();
    await press('Escape');
  });

  test('fill it: means, and a result that is to be determined', async () => {
    await tabTo(card(column(page, 'Gezond'), CARD), 'Shift+Tab');
    await press('Enter');
    await expect(panel(page)).toBeVisible();
    await hasFocus();
    await tabTo(panel(page).getByRole('button', { name: 'Middelen', exact: true }));
    await press('Enter');
    await expect(text(page, 'Middelen').and(page.locator('[contenteditable="true"]'))).toBeFocused();
    await page.keyboard.type('Twee fietsen');
    await press('Escape');
    await expect(text(page, 'Middelen')).toHaveText('Twee fietsen');

    await tabTo(panel(page).getByRole('button', { name: 'Resultaten', exact: true }));
    await press('Enter');
    await expect(text(page, 'Resultaten 2026').and(page.locator('[contenteditable="true"]'))).toBeFocused();
    await page.keyboard.type('Tien lessen');
    await press('Control+Enter');
    await expect(page.getByRole('dialog', { name: 'Stand van dit resultaat' })).toBeVisible();
    await expect(page.getByRole('radio', { name: 'Gegeven' })).toBeFocused();
    await press('ArrowDown');
    await expect(page.getByRole('radio', { name: 'Nader te bepalen' })).toBeChecked();
    await tabTo(page.getByRole('textbox', { name: 'Vóór' }).or(page.getByLabel('Vóór')));
    await page.keyboard.type('11152026');
    await typeInto(page.getByRole('combobox', { name: 'Door wie' }).or(page.getByLabel('Door wie')), 'de GGD');
    await tabTo(page.getByRole('button', { name: 'Klaar' }));
    await press('Enter');
    await press('Escape');
    await expect(text(page, 'Resultaten 2026')).toContainText('Nader te bepalen');
    await expect(text(page, 'Resultaten 2026')).toContainText('de GGD');
    await expect(text(page, 'Resultaten 2026')).toContainText('Tien lessen');
  });

  test('link it to a second outcome', async () => {
    await tabTo(panel(page).getByRole('button', { name: 'Opbrengst', exact: true }), 'Shift+Tab');
    await press('Enter');
    const search = page.getByRole('combobox', { name: 'Aan welke opbrengst draagt deze kaart ook bij?' });
    await expect(search).toBeFocused();
    await page.keyboard.type('veil');
    await press('Enter');
    await expect(panel(page).getByRole('button', { name: '2 Veilig' })).toBeVisible();
    await expect(card(column(page, 'Veilig'), CARD)).toBeVisible();
    await press('Escape');
    await expect(panel(page)).toHaveCount(0);
    await hasFocus();
    await expect(card(column(page, 'Gezond'), CARD)).toBeFocused();
  });

  test('move it to another column', async () => {
    await press('Space', 'ArrowRight', 'ArrowRight', 'Space');
    await expect(card(column(page, 'Samen'), CARD)).toBeVisible();
    await expect(card(column(page, 'Gezond'), CARD)).toHaveCount(0);
    await expect(card(column(page, 'Veilig'), CARD)).toBeVisible();
    await expect(card(column(page, 'Samen'), CARD)).toBeFocused();
    await expect(page.getByRole('status').filter({ hasText: `Kaart “${CARD}” staat nu bij 3 Samen` })).toHaveCount(1);
    // The same by the menu.
    await press('m');
    await menuIsOpen();
    await page.keyboard.type('1 Ge');
    await expect(page.getByRole('menuitem', { name: '1 Gezond' })).toBeFocused();
    await press('Enter');
    await expect(card(column(page, 'Gezond'), CARD)).toBeFocused();
  });

  test('archive it and put it back', async () => {
    const menu = column(page, 'Gezond').getByRole('button', { name: `Menu van ${CARD}` });
    await tabTo(menu);
    await press('Enter');
    await menuIsOpen();
    await press('End');
    await expect(page.getByRole('menuitem', { name: 'Naar de prullenbak' })).toBeFocused();
    await press('Enter');
    await expect(card(page.getByRole('main'), CARD)).toHaveCount(0);
    await hasFocus();

    await tabTo(page.getByRole('button', { name: 'Weergave', exact: true }), 'Shift+Tab');
    await press('Enter');
    await menuIsOpen();
    await page.keyboard.type('Prul');
    await expect(page.getByRole('menuitem', { name: 'Prullenbak' })).toBeFocused();
    await press('Enter');
    const trash = page.getByRole('region', { name: 'Prullenbak' });
    await expect(trash).toBeVisible();
    await tabTo(trash.getByRole('button', { name: `${CARD} terugzetten` }));
    await press('Enter');
    await expect(trash).toContainText('De prullenbak is leeg');
    await hasFocus();
    await press('Escape');
    await expect(trash).toHaveCount(0);
    await hasFocus();
    await expect(card(column(page, 'Gezond'), CARD)).toBeVisible();
    await expect(card(column(page, 'Veilig'), CARD)).toBeVisible();
    await isSaved(page);
  });
});
