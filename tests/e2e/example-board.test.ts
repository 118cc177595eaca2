import type { BrowserContext, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { addCards, boardIsThere, card, choose, column, isSaved, openCard, panel, text } from '../support/boardPage.ts';
import { closePerson, expect, launchBrowser, newPerson } from '../support/browser.ts';
import { type DemoRole, type E2eServer, startE2eServer } from '../support/e2eServer.ts';

const BOARD = 'Integraal uitvoeringsplan preventie 2026-2027';
const COLUMN = 'Kinderen groeien gezond, veilig en kansrijk op';
/** Two cards of this board, and whose they are. */
const OF_GGD = 'Huisbezoek in de zwangerschap';
const GGD = 'GGD Voorbeeldland';

let server: E2eServer;
let browser: Awaited<ReturnType<typeof launchBrowser>>;
const people: BrowserContext[] = [];

beforeAll(async () => {
  [server, browser] = await Promise.all([startE2eServer(), launchBrowser()]);
});
afterAll(async () => {
  try {
    for (const person of people) await closePerson(person);
  } finally {
    await browser?.close();
    await server?.close();
  }
});

interface Visitor {
  readonly page: Page;
  /** What the tile of the board says about this person. */
  readonly is: string;
}

/** Opens the printed link in a private window, presses its one button and opens the example board. */
async function comeIn(role: DemoRole, name: string): Promise<Visitor> {
  const context = await newPerson(browser, server.url);
  people.push(context);
  const page = await context.newPage();
  // What a mail scanner does.
  await context.request.get(server.link(role));
  await page.goto(server.link(role));
  const enter = page.getByRole('button', { name: `Aanmelden als ${name}` });
  await expect(enter).toBeVisible();
  await expect(page.getByRole('heading', { name: `Welkom, ${name}` })).toBeVisible();
  expect(await page.getByRole('button').count(), 'one button, beside the choice of language').toBeLessThanOrEqual(3);

  expect(await context.cookies()).toEqual([]);
  const other = await context.newPage();
  await other.goto('/borden');
  await expect(other.getByRole('heading', { name: 'Aanmelden bij Opbrengstenbord' })).toBeVisible();
  await other.close();

  await enter.click();
  await expect(page.getByRole('heading', { name: 'Mijn borden', level: 1 })).toBeVisible();
  const tile = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: BOARD, exact: true }) });
  const is = await tile.getByText(/^U bent/).innerText();
  await tile.getByRole('link', { name: BOARD }).click();
  await expect(page.getByRole('heading', { name: BOARD, level: 1 })).toBeVisible();
  await boardIsThere(page);
  await expect(page.getByRole('banner')).toContainText('Ieder de eigen kaarten');
  await expect(column(page, COLUMN)).toBeVisible();
  return { page, is };
}

describe('the printed links open the example board', () => {
  test('the facilitator may change everything', async () => {
    const { page, is } = await comeIn('begeleider', 'Bea Begeleider');
    expect(is).toBe('U bent begeleider voor Gemeente Voorbeeld');
    await addCards(page, COLUMN, 'Kaart van de begeleider');
    const opened = await openCard(page, OF_GGD);
    await expect(opened.getByRole('textbox', { name: 'Titel van de kaart' })).toBeEditable();
    await page.keyboard.press('Escape');
    await column(page, COLUMN)
      .getByRole('button', { name: `Menu van ${COLUMN}` })
      .click();
    await expect(page.getByRole('menuitem', { name: 'Naam wijzigen' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Mensen en rechten' }).click();
    await expect(page.getByRole('button', { name: 'Link maken' })).toBeVisible();
    await expect(page.getByRole('radio', { name: /^Ieder de eigen kaarten/ })).toBeChecked();
    await isSaved(page);
  });

  test('the member changes cards of the own organisation, and reads why not those of others', async () => {
    const { page, is } = await comeIn('lid', 'Lars Lid');
    const own = /^U bent lid voor (.+)$/.exec(is)?.[1] ?? '';
    expect(own).not.toBe('');
    await addCards(page, COLUMN, 'Kaart van het lid');
    const mine = await openCard(page, 'Kaart van het lid');
    await expect(mine.getByRole('list', { name: 'Organisaties bij deze kaart' })).toContainText(own);
    await expect(mine.getByRole('textbox', { name: 'Titel van de kaart' })).toBeEditable();
    await page.keyboard.press('Escape');

    const theirs = await openCard(page, OF_GGD);
    const why = `Kaart van ${GGD}: u kunt dit niet wijzigen. Vraag het een begeleider.`;
    await expect(theirs).toContainText(why);
    await expect(theirs.getByRole('heading', { name: OF_GGD, level: 2 })).toBeVisible();
    await expect(theirs.getByRole('textbox')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await column(page, COLUMN)
      .getByRole('button', { name: `Menu van ${OF_GGD}` })
      .click();
    await expect(page.getByRole('menuitem', { name: 'Wijzigen kan hier niet' })).toContainText(why);
    await page.keyboard.press('Escape');
    await choose(page, column(page, COLUMN).getByRole('button', { name: `Menu van ${COLUMN}` }), 'Inklappen');
    await page.getByRole('button', { name: `${COLUMN} uitklappen` }).click();
    await column(page, COLUMN)
      .getByRole('button', { name: `Menu van ${COLUMN}` })
      .click();
    await expect(page.getByRole('menuitem', { name: 'Wijzigen kan hier niet' })).toContainText(
      'Opbrengsten en teksten van het bord wijzigt de begeleider.',
    );
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Mensen en rechten' }).click();
    await expect(page.getByRole('radio')).toHaveCount(0);
    await expect(page.getByRole('region', { name: 'Mensen en rechten' })).toContainText('Ieder de eigen kaarten');
    await expect(page.getByRole('button', { name: 'Link maken' })).toHaveCount(0);
    await isSaved(page);
  });

  test('the viewer reads everything and is told that it is to read', async () => {
    const { page, is } = await comeIn('lezer', 'Lea Lezer');
    expect(is).toBe('U bent lezer voor Gemeente Voorbeeld');
    await expect(page.getByRole('button', { name: /^Activiteit toevoegen/ })).toHaveCount(0);
    await expect(card(column(page, COLUMN), 'Kaart van het lid')).toBeVisible();
    const opened = await openCard(page, OF_GGD);
    await expect(opened).toContainText('U kunt dit bord lezen, maar niet wijzigen.');
    await expect(opened.getByRole('textbox')).toHaveCount(0);
    await expect(text(page, 'Middelen')).toHaveCount(0);
    await expect(panel(page).getByRole('group', { name: 'Middelen' })).not.toBeEmpty();
    await page.keyboard.press('Escape');
    await column(page, COLUMN)
      .getByRole('button', { name: `Menu van ${OF_GGD}` })
      .click();
    await expect(page.getByRole('menuitem', { name: 'Wijzigen kan hier niet' })).toContainText(
      'U kunt dit bord lezen, maar niet wijzigen.',
    );
  });

  test('a link that was used says so and what to do', async () => {
    const context = await newPerson(browser, server.url);
    people.push(context);
    const page = await context.newPage();
    await page.goto(server.link('lid'));
    await expect(page.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: 'al gebruikt' })).toContainText('vraag een nieuwe aan');
    await page.getByRole('link', { name: 'Naar aanmelden' }).click();
    await expect(page.getByRole('heading', { name: 'Aanmelden bij Opbrengstenbord' })).toBeVisible();
    expect(await context.cookies()).toEqual([]);
  });
});
