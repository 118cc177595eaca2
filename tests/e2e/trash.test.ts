import type { Page } from '@playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { addCards, addOutcomes, card, choose, chooseItem, column, isSaved, openBoard } from '../support/boardPage.ts';
import { expect, PHONE } from '../support/browser.ts';
import { api, openStage, type Stage } from '../support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

const menuOf = (page: Page, title: string) => page.getByRole('button', { name: `Menu van ${title}`, exact: true });

/** Two columns; the first, with a section, two cards and one that contributes, is in the trash. */
async function trashedColumn(): Promise<{ boardId: string; page: Page }> {
  const boardId = await stage.newBoard();
  const page = await openBoard(stage.facilitator, boardId);
  await addOutcomes(page, ['Gezond', 'Veilig']);
  await addCards(page, 'Gezond', 'Kansrijke start', 'Huisbezoek');
  await addCards(page, 'Veilig', 'Buurtpreventie');
  await choose(page, menuOf(page, 'Gezond'), 'Onderdeel toevoegen');
  await page.getByRole('textbox', { name: 'Nieuw onderdeel' }).fill('Duizend dagen');
  await page.keyboard.press('Enter');
  await choose(page, menuOf(page, 'Kansrijke start'), /^Verplaats naar/);
  await chooseItem(page, /Duizend dagen/);
  await choose(page, menuOf(page, 'Buurtpreventie'), /^Draagt ook bij/);
  await chooseItem(page, /Duizend dagen/);
  await choose(page, menuOf(page, 'Gezond'), 'Naar de prullenbak');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Naar de prullenbak' }).click();
  await isSaved(page);
  await page.goto(`/bord/${boardId}/prullenbak`);
  return { boardId, page };
}

describe('a column in the trash', () => {
  test('C10: says what stood in it and where that is now; restored, it is shown, by keyboard alone', async () => {
    const { page } = await trashedColumn();
    const trash = page.getByRole('region', { name: 'Prullenbak' });
    const contents = trash.getByText('Komt mee terug: 1 onderdeel en 3 activiteiten');
    await expect(contents).toBeVisible();
    const restore = trash.getByRole('button', { name: 'Gezond terugzetten' });
    await contents.focus();
    await page.keyboard.press('Enter');
    await expect(trash.getByRole('listitem').filter({ hasText: /^Huisbezoek/ })).toContainText(
      'staat nu onder ‘Nog zonder opbrengst’',
    );
    await expect(trash.getByRole('listitem').filter({ hasText: /^Buurtpreventie/ })).toContainText(
      'draagt hieraan ook bij, staat bij 1 Veilig',
    );
    await restore.focus();
    await page.keyboard.press('Enter');
    const told = page.getByRole('status').filter({ hasText: 'staat weer op het bord' });
    await expect(told).toContainText('‘Gezond’ staat weer op het bord, met 1 onderdeel en 3 activiteiten.');
    await told.getByRole('button', { name: 'Bekijk' }).press('Enter');
    await expect(trash).toHaveCount(0);
    await expect(menuOf(page, 'Gezond')).toBeFocused();
    for (const title of ['Kansrijke start', 'Huisbezoek', 'Buurtpreventie'])
      await expect(card(column(page, 'Gezond'), title)).toBeVisible();
    await page.close();
  });

  test('a card is shown where it stands again on a phone, whatever column and filter hid it', async () => {
    const { boardId, page } = await trashedColumn();
    await page.goto(`/bord/${boardId}`);
    await choose(page, menuOf(page, 'Huisbezoek'), 'Naar de prullenbak');
    await page.getByRole('status').getByRole('button', { name: 'Ongedaan maken' }).click();
    await expect(card(page, 'Huisbezoek')).toBeFocused();
    await choose(page, menuOf(page, 'Huisbezoek'), 'Naar de prullenbak');
    await isSaved(page);
    const phone = await openBoard(await stage.again(stage.facilitator, PHONE), boardId, '/prullenbak?zoek=buurt');
    await phone.getByRole('button', { name: 'Huisbezoek terugzetten' }).click();
    await phone.getByRole('button', { name: 'Bekijk', exact: true }).click();
    await expect(card(phone, 'Huisbezoek')).toBeFocused();
    await expect(card(phone, 'Huisbezoek')).toBeInViewport();
    for (const shown of [page, phone]) await shown.close();
  });
});

describe('what was set aside', () => {
  test('S8, K10: each change by itself, the reason where one cannot be applied, copied as text, thrown away when sure', async () => {
    const boardId = await stage.newBoard();
    const page = await openBoard(stage.facilitator, boardId);
    await addOutcomes(page, ['Gezond', 'Veilig']);
    await addCards(page, 'Gezond', 'Kansrijke start', 'Huisbezoek');
    await isSaved(page);
    const member = await stage.join(boardId, {
      name: 'Gerda',
      organisation: 'GGD Proef',
      options: { serviceWorkers: 'allow' },
    });
    const own = await openBoard(member, boardId);
    await isSaved(own);
    await own.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    // What opens menus must be on the device before the server goes.
    await menuOf(own, 'Huisbezoek').click();
    await own.getByRole('menuitem', { name: 'Naar de prullenbak' }).press('Escape');
    await expect(own.getByRole('menu')).toHaveCount(0);

    await stage.server.stop('SIGKILL');
    await choose(own, menuOf(own, 'Huisbezoek'), /^Verplaats naar/);
    await chooseItem(own, /Veilig/);
    await choose(own, menuOf(own, 'Kansrijke start'), 'Naar de prullenbak');
    await addCards(own, 'Gezond', 'Nieuw plan');
    await stage.server.start();
    await api(stage.facilitator.request, 'PATCH', `/boards/${boardId}`, { mode: 'locked' });

    await own.getByRole('button', { name: 'Bekijken' }).click();
    const dialog = own.getByRole('dialog', { name: 'Niet alles is op de server gekomen' });
    await expect(dialog.getByRole('heading', { name: 'Activiteiten van GGD Proef' })).toBeVisible();
    await expect(dialog).toContainText('Het bord is vergrendeld');
    await expect(dialog).toContainText('Verplaatst naarVeiligStaat nu bij: Gezond');
    const theirs = dialog.getByRole('region', { name: 'Activiteiten van Gemeente Voorbeeld' });
    await theirs.getByRole('button', { name: 'Tekst kopiëren' }).click();
    const copied = (): Promise<string> => own.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).toContain('Huisbezoek\nVerplaatst naar: Veilig');
    expect(await copied()).toContain('Kansrijke start\nNaar de prullenbak');

    await page.reload();
    await choose(page, menuOf(page, 'Huisbezoek'), 'Naar de prullenbak');
    await isSaved(page);
    await api(stage.facilitator.request, 'PATCH', `/boards/${boardId}`, { mode: 'open' });
    await dialog.getByRole('button', { name: 'Alsnog toepassen: Nieuwe activiteit van Nieuw plan' }).click();
    await expect(card(page, 'Nieuw plan')).toBeVisible();
    await dialog.getByRole('button', { name: 'Alles alsnog toepassen' }).click();
    await expect(card(page, 'Kansrijke start')).toHaveCount(0);
    await expect(dialog.getByRole('alert')).toContainText('prullenbak');
    await expect(dialog.getByRole('heading', { level: 4 })).toHaveText(['Huisbezoek']);

    await dialog.getByRole('button', { name: 'Weggooien' }).click();
    const question = own.getByRole('alertdialog', { name: '1 wijziging weggooien?' });
    await question.getByRole('button', { name: 'Annuleren' }).click();
    await expect(dialog).toContainText('Huisbezoek');
    await dialog.getByRole('button', { name: 'Weggooien' }).click();
    await question.getByRole('button', { name: 'Weggooien' }).click();
    await expect(dialog).toHaveCount(0);
    await isSaved(own);
    for (const shown of [page, own]) await shown.close();
  });
});

describe('the board itself', () => {
  test('P3, A6: a facilitator changes its name and years from the board, a member is not offered it', async () => {
    const boardId = await stage.newBoard();
    const page = await openBoard(stage.facilitator, boardId);
    const view = page.getByRole('button', { name: 'Weergave' });
    await choose(page, view, 'Bord hernoemen');
    await page.getByRole('dialog').getByRole('textbox').fill('Samen gezond');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Samen gezond' })).toBeVisible();
    await expect(view).toBeFocused();
    await choose(page, view, 'Jaren van het plan');
    const dialog = page.getByRole('dialog', { name: 'Jaren van het plan' });
    await expect(dialog).toContainText('blijft bewaard');
    await dialog.getByRole('combobox', { name: 'Tot en met' }).selectOption('2028');
    await dialog.getByRole('button', { name: 'Opslaan' }).click();
    await expect(page.getByRole('banner')).toContainText('2026–2028');

    const member = await openBoard(await stage.join(boardId, { name: 'Gerda', organisation: 'GGD Proef' }), boardId);
    await member.getByRole('button', { name: 'Weergave' }).click();
    await expect(member.getByRole('menuitem', { name: 'Prullenbak' })).toBeVisible();
    await expect(member.getByRole('menuitem', { name: /hernoemen|Jaren/ })).toHaveCount(0);
    await member.goto(`/bord/${boardId}/mensen`);
    await expect(member.getByText('Alleen een begeleider van dit bord kan dit wijzigen.')).toBeVisible();
    for (const shown of [page, member]) await shown.close();
  });
});
