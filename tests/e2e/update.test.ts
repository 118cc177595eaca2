import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import {
  addCards,
  addOutcomes,
  boardIsThere,
  card,
  column,
  isSaved,
  openBoard,
  saveState,
} from '../support/boardPage.ts';
import { expect } from '../support/browser.ts';
import { type Device, isOnDevice, startDevice } from '../support/onDevice.ts';
import { OTHER, type OtherBuild, otherBuild } from '../support/otherBuild.ts';
import { api, openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
let build: OtherBuild;
let device: Device;

beforeAll(async () => {
  [stage, build] = await Promise.all([openStage(), otherBuild()]);
  device = await startDevice(stage.server.url);
});
afterAll(async () => {
  await device?.close();
  await stage?.close();
  await build?.remove();
});

/** The address of the script with which the page was started. */
const scriptOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLScriptElement>('script[type="module"]')?.src ?? '');

/** Moves a card by its menu, which is loaded when it is first asked for. */
async function moveToVeilig(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: `Menu van ${title}` }).click();
  await page.getByRole('menuitem', { name: 'Verplaats naar…' }).click();
  await page.getByRole('menuitem', { name: '2 Veilig' }).click();
  await expect(card(column(page, 'Veilig'), title)).toBeVisible();
}

describe('a server that is replaced by a new build', () => {
  test('S13: an open page goes on with its own files, the next load is the new build, and opens without a network', async () => {
    const boardId = await stage.newBoard({ title: 'Nieuwe versie' });
    const facilitator = await openBoard(stage.facilitator, boardId);
    await addOutcomes(facilitator, ['Gezond', 'Veilig']);
    const invitation = await stage.invite(boardId, 'GGD Proef');
    const context = device.context();
    await api(context.request, 'POST', `/invitations/${invitation.split('/').at(-1)}`, { name: 'Gerda' });
    const page = await openBoard(context, boardId);
    await isOnDevice(page, 4);
    const script = await scriptOf(page);
    expect(script).not.toContain(OTHER);

    await stage.server.stop('SIGTERM');
    await addCards(page, 'Gezond', 'Tussen twee versies');
    await expect(saveState(page)).toHaveText('Geen verbinding: u kunt doorwerken · 1 wijziging wacht');
    await stage.server.start(build.root);
    await isSaved(page);
    await expect(card(facilitator, 'Tussen twee versies')).toHaveCount(1);
    expect((await context.request.get(script)).status()).toBe(404);
    await moveToVeilig(page, 'Tussen twee versies');
    await isSaved(page);
    expect(await scriptOf(page)).toBe(script);

    // A browser that keeps no files says what is the matter; nothing of what was written is lost.
    await facilitator.getByRole('button', { name: 'Mensen en rechten' }).click();
    await expect(facilitator.getByRole('heading', { name: 'Er is een nieuwe versie' })).toBeVisible();
    await facilitator.getByRole('button', { name: 'Pagina opnieuw laden' }).click();
    await expect(facilitator.getByRole('region', { name: 'Op dit bord' })).toContainText('Gerda');
    expect(await scriptOf(facilitator)).toContain(OTHER);

    await page.reload();
    await boardIsThere(page);
    expect(await scriptOf(page)).toContain(OTHER);
    const isKept = (src: string) =>
      page.evaluate(async (address) => {
        const { installing } = await navigator.serviceWorker.ready;
        return installing === null && (await caches.match(address)) !== undefined;
      }, src);
    const newScript = await scriptOf(page);
    await expect.poll(() => isKept(newScript)).toBe(true);
    await device.goOffline();
    await page.reload();
    await boardIsThere(page);
    expect(await scriptOf(page)).toContain(OTHER);
    await addCards(page, 'Gezond', 'Zonder net');
    await moveToVeilig(page, 'Zonder net');
    await device.comeBack();
    await isSaved(page);
    await expect(card(column(facilitator, 'Veilig'), 'Zonder net')).toHaveCount(1);
    await facilitator.close();
  });
});
