import type { BrowserContext, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import {
  addCards,
  addOutcomes,
  choose,
  column,
  isSaved,
  openBoard,
  openCard,
  text,
  write,
} from '../support/boardPage.ts';
import { expect, type Wire, wireOf } from '../support/browser.ts';
import { openStage, type Stage } from '../support/stage.ts';

const CARD = 'Samen schrijven';
/** Every text of a card; each kind of field that there is. */
const FIELDS = [
  'Middelen',
  'Resultaten 2026',
  'Resultaten 2027',
  'Vraagstuk',
  'Doelgroep',
  'Doel',
  'Werkwijze',
  'Organisatie',
  'Notities',
] as const;

let stage: Stage;
let boardId: string;
let one: Page;
let two: Page;
/** Of the second one: what is held back makes two edits truly concurrent. */
let wire: Wire;

beforeAll(async () => {
  stage = await openStage();
  boardId = await stage.newBoard({ title: 'Twee schrijvers' });
  one = await openBoard(stage.facilitator, boardId);
  await addOutcomes(one, ['Gezond', 'Veilig']);
  await addCards(one, 'Gezond', CARD);
  const other: BrowserContext = await stage.join(boardId, { name: 'Gerda', organisation: 'GGD Proef' });
  wire = await wireOf(other);
  two = await openBoard(other, boardId);
  await openCard(one, CARD);
  await openCard(two, CARD);
});
afterAll(async () => {
  await stage?.close();
});

/** Both have the cursor in it, and both press their keys at once. */
async function writeAtOnce(field: string, mine: string, theirs: string): Promise<void> {
  for (const page of [one, two]) {
    await write(page, field);
    await page.keyboard.press('Control+End');
  }
  await Promise.all([one.keyboard.type(mine), two.keyboard.type(theirs)]);
  for (const page of [one, two]) {
    await expect(text(page, field)).toContainText(mine);
    await expect(text(page, field)).toContainText(theirs);
  }
  // Reading shows the words without the other one's cursor.
  for (const page of [one, two]) await page.keyboard.press('Escape');
}

describe('two writers at once in the same field', () => {
  for (const field of FIELDS) {
    test(`both keep their words in ${field}`, async () => {
      const mine = `Van de gemeente bij ${field}.`;
      const theirs = `Van de GGD in ${field}!`;
      await writeAtOnce(field, mine, theirs);
      const words = await text(one, field).innerText();
      await expect(text(two, field)).toHaveText(words.replace(/\s+/g, ' '), { useInnerText: true });
      for (const part of [mine, theirs]) expect(words.split(part)).toHaveLength(2);
    });
  }
});

describe('two writers who begin alike, at the end of what stands there', () => {
  for (const field of ['Middelen', 'Resultaten 2026', 'Vraagstuk'] as const) {
    test(`keep their letters in order in ${field}`, async () => {
      await writeAtOnce(field, ' Nog een zin van de gemeente.', ' Nog een zin van de GGD!');
      const words = await text(two, field).innerText();
      for (const part of [field, 'Nog een zin van de gemeente.', 'Nog een zin van de GGD!']) {
        expect(words.split(part).length, part).toBeGreaterThan(1);
      }
    });
  }
});

describe('two titles at once', () => {
  test('a card ends with one of the two, and the other is shown with the way to take it back', async () => {
    const titles = ['Titel van de gemeente', 'Titel van de GGD'];
    const fields = [one, two].map((page) => page.getByRole('textbox', { name: 'Titel van de kaart' }));
    await Promise.all(fields.map((field, index) => field.fill(titles[index] ?? '')));
    wire.hold();
    for (const field of fields) await field.press('Enter');
    wire.letGo();

    const told = (page: Page) => page.getByRole('alert').filter({ hasText: /^Uw titel/ });
    await expect.poll(async () => (await told(one).count()) + (await told(two).count()), { timeout: 30_000 }).toBe(1);
    const oneLost = (await told(one).count()) === 1;
    const [loser, winner] = oneLost ? [one, two] : [two, one];
    const [mine = '', theirs = ''] = oneLost ? titles : [...titles].reverse();
    for (const page of [one, two]) {
      await expect(page.getByRole('textbox', { name: 'Titel van de kaart' })).toHaveValue(theirs);
    }
    await expect(told(loser)).toContainText(`Uw titel ‘${mine}’ is vervangen door ‘${theirs}’.`);

    await loser.getByRole('button', { name: 'Mijn titel terugzetten' }).click();
    for (const page of [one, two]) {
      await expect(page.getByRole('textbox', { name: 'Titel van de kaart' })).toHaveValue(mine);
    }
    // Now the other one's title was replaced, and that is told too.
    await expect(told(winner)).toContainText(`Uw titel ‘${theirs}’ is vervangen door ‘${mine}’.`);
    await winner.getByRole('button', { name: 'Melding sluiten' }).click();
    await expect(told(winner)).toHaveCount(0);
    for (const page of [one, two]) await isSaved(page);
  });

  test('who writes a title while another gives one reads that one beside the field', async () => {
    const mine = one.getByRole('textbox', { name: 'Titel van de kaart' });
    await mine.fill('Half geschr');
    const theirs = two.getByRole('textbox', { name: 'Titel van de kaart' });
    await theirs.fill('Intussen gegeven');
    await theirs.press('Enter');
    await expect(one.getByText('Iemand anders noemt deze kaart nu ‘Intussen gegeven’.')).toBeVisible();
    await mine.press('Escape');
    await expect(mine).toHaveValue('Intussen gegeven');
  });

  test('a column ends with one of the two, and the other is shown with the way to take it back', async () => {
    for (const page of [one, two]) {
      await page.getByRole('button', { name: 'Sluiten', exact: true }).click();
      await choose(page, column(page, 'Veilig').getByRole('button', { name: 'Menu van Veilig' }), 'Naam wijzigen');
    }
    const titles = ['Veilig thuis', 'Veilig op straat'];
    const fields = [one, two].map((page) => page.getByRole('textbox', { name: 'Naam van de opbrengst' }));
    await Promise.all(fields.map((field, index) => field.fill(titles[index] ?? '')));
    wire.hold();
    for (const field of fields) await field.press('Enter');
    wire.letGo();

    const told = (page: Page) => page.getByRole('alert').filter({ hasText: 'is vervangen door' });
    await expect.poll(async () => (await told(one).count()) + (await told(two).count()), { timeout: 30_000 }).toBe(1);
    const oneLost = (await told(one).count()) === 1;
    const [mine = '', theirs = ''] = oneLost ? titles : [...titles].reverse();
    for (const page of [one, two]) await expect(column(page, theirs)).toBeVisible();
    await (oneLost ? one : two).getByRole('button', { name: 'Mijn titel terugzetten' }).click();
    for (const page of [one, two]) await expect(column(page, mine)).toBeVisible();
  });
});
