import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect } from './browser.ts';

/** The screens of a board as people find their way in them: by role and Dutch name. */

/** Waits until the board that this page is going to is there. */
export async function boardIsThere(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
}

/** @param path below the board's address, such as `/mensen` */
export async function openBoard(context: BrowserContext, boardId: string, path = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`/bord/${boardId}${path}`);
  await boardIsThere(page);
  return page;
}

/** The column with this title; its number may stand before it. */
export function column(page: Page, title: string): Locator {
  return page.getByRole('main').getByRole('listitem', { name: title });
}

/** The link by which a card is opened. A card that contributes to several outcomes has several. */
export function card(within: Page | Locator, title: string): Locator {
  return within.getByRole('link', { name: title, exact: true });
}

export function panel(page: Page): Locator {
  return page.getByRole('region', { name: /^Kaart: / });
}

/** Writes outcomes on an empty board, one to a line. */
export async function addOutcomes(page: Page, titles: readonly string[]): Promise<void> {
  await page.getByRole('textbox', { name: 'Uw opbrengsten, één per regel' }).fill(titles.join('\n'));
  await page.getByRole('button', { name: /^(Alle )?(\d+ )?toevoegen$/i }).click();
  for (const title of titles) await expect(column(page, title)).toBeVisible();
}

/** Adds cards at a column, as fast as one types. */
export async function addCards(page: Page, columnTitle: string, ...titles: string[]): Promise<void> {
  const at = column(page, columnTitle);
  await at
    .getByRole('button', { name: /^Activiteit toevoegen bij/ })
    .last()
    .click();
  const field = at.getByRole('textbox', { name: /^Titel van een nieuwe activiteit/ });
  for (const title of titles) {
    await field.fill(title);
    await field.press('Enter');
    await expect(card(at, title)).toBeVisible();
  }
  await field.press('Escape');
}

export async function openCard(page: Page, title: string): Promise<Locator> {
  await card(page.getByRole('main'), title).first().click();
  const opened = page.getByRole('region', { name: `Kaart: ${title}`, exact: true });
  await expect(opened).toBeVisible();
  return opened;
}

/** A text of the card that is open, to read. */
export function text(page: Page, name: string): Locator {
  return panel(page).getByRole('textbox', { name, exact: true });
}

/** The text as an editor, with the cursor in it. An empty text that is folded away is unfolded. */
export async function write(page: Page, name: string): Promise<Locator> {
  const folded = panel(page)
    .getByRole('group', { name: 'Veld toevoegen' })
    .getByRole('button', { name: name.replace(/ \d+$/, ''), exact: true });
  const field = text(page, name);
  // It may be unfolded between a look and a click: others who write in it bring it along.
  await expect(async () => {
    if (!(await field.isVisible())) await folded.click({ timeout: 1_000 });
    await expect(field).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  const editor = field.and(page.locator('[contenteditable="true"]'));
  if (!(await editor.isVisible())) await field.click();
  await expect(editor).toBeFocused();
  return editor;
}

/** The words by which the board says whether all is kept. */
export function saveState(page: Page): Locator {
  return page
    .getByRole('banner')
    .getByRole('status')
    .filter({ hasText: /opslaan|opgeslagen|verbinding/i });
}

export async function isSaved(page: Page): Promise<void> {
  await expect(saveState(page)).toHaveText('Opgeslagen');
}

/** Opens a menu by its button and chooses from it. */
export async function choose(page: Page, button: Locator, item: string | RegExp): Promise<void> {
  await button.click();
  await chooseItem(page, item);
}

export async function chooseItem(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('menuitem', { name: item }).first().click();
}
