import type { BrowserContext, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { addCards, addOutcomes, card, isSaved, openBoard } from '../support/boardPage.ts';
import { expect, PHONE, say } from '../support/browser.ts';
import { api, openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
let boardId: string;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
  boardId = await stage.newBoard({ title: 'Werksessie preventie' });
  page = await openBoard(stage.facilitator, boardId);
  await addOutcomes(page, ['Gezond opgroeien']);
});
afterAll(async () => {
  await stage?.close();
});

/** What the browser keeps in its databases. */
const databases = (of: Page): Promise<string[]> =>
  of.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));

/** Says who one is on the page of a code. */
async function joinOn(of: Page, name: string, organisation: string): Promise<void> {
  await of.getByRole('textbox', { name: 'Uw naam' }).fill(name);
  const choice = of.getByRole('combobox', { name: 'Uw organisatie' });
  const options = await choice.locator('option').allTextContents();
  if (options.includes(organisation)) await choice.selectOption(organisation);
  else {
    await choice.selectOption('Een andere organisatie…');
    await of.getByRole('textbox', { name: 'Naam van uw organisatie' }).fill(organisation);
  }
  await of.getByRole('button', { name: 'Meedoen' }).click();
  await expect(of.getByText('U kijkt mee. De begeleider laat u toe om mee te schrijven.')).toBeVisible();
}

describe('a workshop with guests', () => {
  let phone: Page;
  let laptop: Page;
  let bo: BrowserContext;

  test('V1, V2: the facilitator opens a code; two guests come in by it, one on a phone within twenty seconds', async () => {
    await page.getByRole('button', { name: 'Mensen en rechten' }).click();
    await page.getByRole('link', { name: 'Gasten en code' }).click();
    const guests = page.getByRole('region', { name: 'Gasten', exact: true });
    await guests.getByRole('button', { name: 'Code openen' }).click();
    await guests.getByRole('button', { name: 'Groot tonen' }).click();
    const beamer = page.getByRole('dialog', { name: 'De code' });
    const spoken = (await beamer.getByText(/^Code voor gasten/).textContent()) ?? '';
    const code = spoken.replace(/^Code voor gasten: /, '').replaceAll(' ', '');
    const picture = beamer.getByRole('img', { name: /^QR-code naar/ });
    const address = ((await picture.getAttribute('aria-label')) ?? '').replace('QR-code naar ', '');

    const began = Date.now();
    phone = await (await stage.stranger(PHONE)).newPage();
    await phone.goto('/meedoen');
    await phone.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase());
    await phone.getByRole('button', { name: 'Verder' }).click();
    await joinOn(phone, 'Kim', 'Stichting Nieuw');
    say(`a guest on a phone: ${Date.now() - began} ms from the address to the board`);

    bo = await stage.stranger();
    laptop = await bo.newPage();
    await laptop.goto(new URL(address).pathname);
    await joinOn(laptop, 'Bo', 'GGD Proef');
    await expect(laptop.getByRole('button', { name: /^Activiteit toevoegen/ })).toHaveCount(0);
    await expect(beamer.getByText('2 gasten binnen')).toBeVisible();
    await expect(beamer.getByRole('listitem').filter({ hasText: 'GGD Proef' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(beamer).toHaveCount(0);
    await expect(guests).toBeVisible();
  });

  test('V4: admitted, one by one and all who wait, they write in place; nothing was loaded again', async () => {
    for (const each of [phone, laptop]) await each.evaluate(() => Reflect.set(window, 'sameFromTheStart', true));
    const guests = page.getByRole('region', { name: 'Gasten', exact: true });
    await guests.getByRole('button', { name: 'Bo toelaten' }).click();
    await expect(laptop.getByText('U schrijft mee als GGD Proef.')).toBeVisible();
    await addCards(laptop, 'Gezond opgroeien', 'Gezonde school');
    await isSaved(laptop);
    await expect(card(page.getByRole('main'), 'Gezonde school')).toBeVisible();
    await guests.getByRole('button', { name: 'Sluiten', exact: true }).click();
    await expect(page.getByText('1 gast wacht op u.')).toBeVisible();
    await page.getByRole('button', { name: 'Iedereen toelaten' }).click();
    await expect(phone.getByText('U schrijft mee als Stichting Nieuw.')).toBeVisible();
    await expect(page.getByText('wacht op u.')).toHaveCount(0);
    for (const each of [phone, laptop]) {
      expect(await each.evaluate(() => Reflect.get(window, 'sameFromTheStart'))).toBe(true);
    }
  });

  test('V5: within a second a removed guest has nothing of the board on the screen, nor on the device', async () => {
    expect(await databases(laptop)).not.toEqual([]);
    const { guests } = await api(stage.facilitator.request, 'GET', `/boards/${boardId}/guests`);
    const { id } = guests.find(({ name }: { name: string }) => name === 'Bo');
    const over = laptop.getByRole('heading', { name: 'Uw toegang als gast is gestopt' });
    const shown = over.waitFor().then(() => Date.now());
    const asked = Date.now();
    await api(stage.facilitator.request, 'POST', `/boards/${boardId}/guests/remove`, { guestIds: [id] });
    const took = (await shown) - asked;
    say(`a removed guest: nothing on the screen after ${took} ms`);
    expect(took).toBeLessThan(1_000);
    expect(await laptop.locator('body').innerText()).not.toMatch(/Gezond|preventie/);
    await expect.poll(() => databases(laptop)).toEqual([]);
    // Back, and the address of the board: the same sentence, and then the way to sign in.
    await laptop.goto(`/bord/${boardId}`);
    await expect(laptop.getByRole('textbox', { name: 'E-mailadres' })).toBeVisible();
    await expect(phone.getByText('U schrijft mee als Stichting Nieuw.')).toBeVisible();
    await expect(card(page.getByRole('main'), 'Gezonde school')).toBeVisible();
  });

  test('V2: who comes after that waits at the door until they are let in', async () => {
    const { code } = await api(stage.facilitator.request, 'GET', `/boards/${boardId}/guests`);
    await laptop.goto(`/meedoen/${code.code}`);
    await laptop.getByRole('textbox', { name: 'Uw naam' }).fill('Bo');
    await laptop.getByRole('combobox', { name: 'Uw organisatie' }).selectOption('GGD Proef');
    await laptop.getByRole('button', { name: 'Meedoen' }).click();
    await expect(laptop.getByRole('heading', { name: 'Even wachten, Bo' })).toBeVisible();
    await page.getByRole('button', { name: 'Bekijken' }).click();
    await page.getByRole('button', { name: 'Bo laten meelezen' }).click();
    await expect(laptop.getByText('U kijkt mee.')).toBeVisible();
  });

  test('V7: with an account, on the same device, they take over what they wrote; closing the code sends guests away', async () => {
    await laptop.getByRole('button', { name: 'Stoppen' }).click();
    await expect(laptop.getByRole('heading', { name: 'Uw toegang als gast is gestopt' })).toBeVisible();
    await laptop.goto(new URL(await stage.invite(boardId, 'GGD Proef')).pathname);
    await laptop.getByRole('textbox', { name: 'Uw naam' }).fill('Bo Jansen');
    await laptop.getByRole('button', { name: 'Naar het bord' }).click();
    await laptop.getByRole('button', { name: 'Neem over wat u als gast schreef' }).click();
    await expect(laptop.getByText(/^Overgenomen\./)).toBeVisible();
    await expect(laptop.getByText('U deed hier mee als gast')).toHaveCount(0);
    const guests = page.getByRole('region', { name: 'Gasten', exact: true });
    await guests.getByText(/^Niet meer hier/).click();
    await expect(guests.getByText('overgenomen door Bo Jansen').first()).toBeVisible();
    await guests.getByRole('button', { name: 'Code sluiten' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Gasten gaan weg' }).click();
    await expect(phone.getByRole('heading', { name: 'Uw toegang als gast is gestopt' })).toBeVisible();
    await expect(guests.getByRole('button', { name: 'Code openen' })).toBeVisible();
  });
});
