import type { Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, test } from 'vitest';
import {
  addCards,
  addOutcomes,
  boardIsThere,
  card,
  isSaved,
  openBoard,
  openCard,
  panel,
  saveState,
} from '../support/boardPage.ts';
import { expect } from '../support/browser.ts';
import { type Device, isOnDevice, startDevice } from '../support/onDevice.ts';
import { type Portal, startPortal } from '../support/portal.ts';
import { api, openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
let portal: Portal;
let device: Device | undefined;

beforeAll(async () => {
  [stage, portal] = await Promise.all([openStage(), startPortal()]);
});
afterEach(async () => {
  await device?.close();
  device = undefined;
});
afterAll(async () => {
  await portal?.close();
  await stage?.close();
});

const OFFLINE = 'Geen verbinding: u kunt doorwerken';
const ONE_WAITS = `${OFFLINE} · 1 wijziging wacht`;

/** Gerda's computer with a board open; its clock goes on by itself and can be moved. */
async function opened(title: string) {
  const boardId = await stage.newBoard({ title });
  const facilitator = await openBoard(stage.facilitator, boardId);
  await addOutcomes(facilitator, ['Gezond']);
  const invitation = await stage.invite(boardId, 'GGD Proef');
  device = await startDevice(stage.server.url);
  const context = device.context();
  await api(context.request, 'POST', `/invitations/${invitation.split('/').at(-1)}`, { name: 'Gerda' });
  await context.clock.install();
  const page = await openBoard(context, boardId);
  await isOnDevice(page, 4);
  await isSaved(page);
  await page.evaluate(() => void Reflect.set(window, 'isMarked', true));
  const isSamePage = (): Promise<boolean> => page.evaluate(() => Reflect.get(window, 'isMarked') === true);
  return { boardId, facilitator, page, device, isSamePage };
}

/** Lets the page's clock go on until the indicator says this, and gives the seconds that it took at most. */
async function secondsUntil(page: Page, words: string): Promise<number> {
  for (let seconds = 0; seconds < 120; seconds += 1) {
    if ((await saveState(page).textContent()) === words) return seconds;
    await page.clock.runFor(1_000);
  }
  throw new Error(`still: ${await saveState(page).textContent()}`);
}

describe('a network that says nothing', () => {
  test('S12: an edit into a dead connection is no longer "being saved" after ten seconds, and arrives in the end', async () => {
    const { facilitator, page, device, isSamePage } = await opened('Halfopen');
    device.wire.freeze();
    await addCards(page, 'Gezond', 'In het niets');
    await expect(saveState(page)).toHaveText('Bezig met opslaan…');
    expect(await secondsUntil(page, ONE_WAITS)).toBeLessThanOrEqual(11);
    // What connects meanwhile is held too, and is given up in its turn.
    device.wire.mend();
    await secondsUntil(page, 'Opgeslagen');
    await expect(card(facilitator, 'In het niets')).toHaveCount(1);
    expect(await isSamePage()).toBe(true);
    await facilitator.close();
  });

  test('S12: where nobody writes it is noticed within 32 seconds', async () => {
    const { facilitator, page, device, isSamePage } = await opened('Stil');
    device.wire.freeze();
    expect(await secondsUntil(page, OFFLINE)).toBeLessThanOrEqual(32);
    device.wire.mend();
    await addCards(facilitator, 'Gezond', 'Intussen');
    await secondsUntil(page, 'Opgeslagen');
    await expect(card(page, 'Intussen')).toHaveCount(1);
    expect(await isSamePage()).toBe(true);
    await facilitator.close();
  });

  test('S12: where the browser says that the network is gone, it is noticed within seven seconds', async () => {
    const { facilitator, page, device, isSamePage } = await opened('Kabel eruit');
    device.wire.freeze();
    await device.context().setOffline(true);
    expect(await secondsUntil(page, OFFLINE)).toBeLessThanOrEqual(7);
    device.wire.mend();
    await device.context().setOffline(false);
    await secondsUntil(page, 'Opgeslagen');
    expect(await isSamePage()).toBe(true);
    await facilitator.close();
  });

  test('S12: a laptop that slept believes nothing of its old connection, and catches up', async () => {
    const { facilitator, page, device, isSamePage } = await opened('Een nacht dicht');
    await page.clock.pauseAt(Date.now() + 1_000);
    device.wire.lose();
    await addCards(facilitator, 'Gezond', 'In de nacht');
    await page.clock.fastForward('08:00:00');
    await addCards(page, 'Gezond', 'Bij het wakker worden');
    await expect(saveState(page)).toHaveText('Bezig met opslaan…');
    expect(await secondsUntil(page, ONE_WAITS)).toBeLessThanOrEqual(7);
    await secondsUntil(page, 'Opgeslagen');
    await page.clock.resume();
    await expect(card(page, 'In de nacht')).toHaveCount(1);
    await expect(card(facilitator, 'Bij het wakker worden')).toHaveCount(1);
    expect(await isSamePage()).toBe(true);
    await facilitator.close();
  });

  test('S12: a clock that is set back an hour does not make it wait that hour', async () => {
    const { facilitator, page, device } = await opened('Klok terug');
    device.wire.freeze();
    await page.clock.setSystemTime(Date.now() - 3_600_000);
    await addCards(page, 'Gezond', 'Een uur eerder');
    expect(await secondsUntil(page, ONE_WAITS)).toBeLessThanOrEqual(11);
    device.wire.mend();
    await secondsUntil(page, 'Opgeslagen');
    await expect(card(facilitator, 'Een uur eerder')).toHaveCount(1);
    await facilitator.close();
  });
});

describe('a network that answers in the place of the server', () => {
  test('S6: counts as no connection; the board opens and works, and what was written arrives afterwards', async () => {
    const { facilitator, page, device } = await opened('Gastnetwerk');
    device.wire.divert(portal.port);
    await expect(saveState(page)).toHaveText(OFFLINE);
    await addCards(page, 'Gezond', 'Achter het portaal');
    await expect(saveState(page)).toHaveText(ONE_WAITS);
    await page.reload();
    await boardIsThere(page);
    await expect(card(page, 'Achter het portaal')).toHaveCount(1);
    await secondsUntil(page, ONE_WAITS);
    device.wire.mend();
    await secondsUntil(page, 'Opgeslagen');
    await expect(card(facilitator, 'Achter het portaal')).toHaveCount(1);
    await facilitator.close();
  });
});

describe('a telephone that was asleep for eight days', () => {
  test('S8: what waited in the open tab is shown in words, to apply, copy or throw away, while the board goes on', async () => {
    const { facilitator, page, device, isSamePage } = await opened('Acht dagen weg');
    await addCards(facilitator, 'Gezond', 'Van de gemeente');
    await expect(card(page, 'Van de gemeente')).toHaveCount(1);
    await isSaved(page);
    await device.goOffline();
    await addCards(page, 'Gezond', 'Eerste', 'Tweede');
    await openCard(page, 'Van de gemeente');
    const title = panel(page).getByRole('textbox', { name: 'Titel van de kaart' });
    await title.fill('Anders genoemd');
    await title.press('Enter');
    await panel(page).getByRole('button', { name: 'Sluiten', exact: true }).click();
    await expect(saveState(page)).toHaveText(`${OFFLINE} · 3 wijzigingen wachten`);
    await page.clock.fastForward(8 * 24 * 3_600_000);
    await addCards(facilitator, 'Gezond', 'Intussen');

    await device.comeBack();
    await secondsUntil(page, 'Niet opgeslagen · 3 wijzigingen wachten');
    const notice = page.getByRole('alert').filter({ hasText: 'Niet alles is op de server' });
    await expect(notice).toContainText('De server heeft dit niet overgenomen: 2 nieuwe kaarten, 1 titel.');
    await expect(card(page, 'Intussen')).toHaveCount(1);
    await expect(card(page, 'Van de gemeente')).toHaveCount(1);
    await addCards(page, 'Gezond', 'Van vandaag');
    await expect(card(facilitator, 'Van vandaag')).toHaveCount(1);
    await expect(card(facilitator, 'Eerste')).toHaveCount(0);

    await page.getByRole('button', { name: 'Bekijken' }).click();
    const dialog = page.getByRole('dialog');
    const part = (words: string) => dialog.locator('section').filter({ hasText: words });
    await dialog.getByRole('button', { name: /^Alsnog toepassen: .* van Eerste$/ }).click();
    await expect(card(facilitator, 'Eerste')).toHaveCount(1);
    await part('Tweede').getByRole('button', { name: 'Tekst kopiëren' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Tweede\nNieuwe activiteit');
    await part('Tweede').getByRole('button', { name: 'Weggooien' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Weggooien' }).click();
    await dialog.getByRole('button', { name: /^Alsnog toepassen: .* van Anders genoemd$/ }).click();
    await expect(card(facilitator, 'Anders genoemd')).toHaveCount(1);
    await expect(card(facilitator, 'Tweede')).toHaveCount(0);
    await secondsUntil(page, 'Opgeslagen');
    expect(await isSamePage()).toBe(true);
    await facilitator.close();
  });
});
