import { mkdirSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import {
  addCards,
  addOutcomes,
  boardIsThere,
  isSaved,
  openBoard,
  openCard,
  panel,
  text,
} from '../support/boardPage.ts';
import { expect, PHONE } from '../support/browser.ts';
import { linkIn, type MailServer, startMailServer } from '../support/mailServer.ts';
import { openStage, type Stage } from '../support/stage.ts';

const EMAIL = 'fien@jeugdwerk.example';
/** A folder for pictures of what is on the screen; absent: none are taken. */
const SHOTS = process.env['SHOTS'];

let post: MailServer;
let stage: Stage;
let boardId: string;
let desk: Page;

beforeAll(async () => {
  post = await startMailServer();
  stage = await openStage({ SMTP_URL: post.url });
  boardId = await stage.newBoard({ title: 'Kansrijk opgroeien' });
  desk = await openBoard(stage.facilitator, boardId);
  await addOutcomes(desk, ['Gezond', 'Veilig']);
  await addCards(desk, 'Gezond', 'Inloop voor ouders');
});
afterAll(async () => {
  await stage?.close();
  await post?.close();
});

async function shot(page: Page, name: string): Promise<void> {
  if (!SHOTS) return;
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: `${SHOTS}/${name}.png` });
}

describe('an invitation', () => {
  test('N9: from a letter to a first edited card on a phone, in at most seven taps', async () => {
    await desk.goto(`/bord/${boardId}/mensen`);
    await desk.getByText('Per e-mail', { exact: true }).click();
    await desk.getByRole('combobox', { name: 'Organisatie' }).fill('Jeugdwerk Proef');
    await desk.getByRole('textbox', { name: 'E-mailadres' }).fill(EMAIL);
    await desk.getByRole('checkbox', { name: 'Wordt contactpersoon van deze organisatie' }).check();
    await shot(desk, 'uitnodigen-1440');
    await desk.getByRole('button', { name: 'Uitnodiging versturen' }).click();
    await expect(desk.getByText(`De uitnodiging is verstuurd naar ${EMAIL}.`)).toBeVisible();
    const letter = await post.next(EMAIL);
    expect(letter.html).toContain('Bekijk de uitnodiging');
    expect(letter.text).toContain('namens Jeugdwerk Proef');

    const phone = await stage.stranger(PHONE);
    const page = await phone.newPage();
    let taps = 0;
    const tap = async (on: Locator): Promise<void> => {
      taps += 1;
      await on.tap();
    };
    // The letter as it is on the phone, and its button.
    await page.setContent(String(letter.html));
    await shot(page, 'brief-390');
    await tap(page.getByRole('link', { name: 'Bekijk de uitnodiging' }));
    await page.waitForURL(linkIn(letter));
    await expect(page.getByRole('heading', { name: 'Kansrijk opgroeien' })).toBeVisible();
    await expect(page.getByText(`Deze uitnodiging is voor ${EMAIL}.`)).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(1);
    await shot(page, 'uitnodiging-390');
    await tap(page.getByRole('textbox', { name: 'Uw naam' }));
    await page.keyboard.type('Fien');
    await tap(page.getByRole('button', { name: 'Naar het bord' }));
    await boardIsThere(page);
    await tap(page.getByRole('main').getByRole('link', { name: 'Inloop voor ouders', exact: true }).first());
    await tap(panel(page).getByRole('button', { name: 'Middelen', exact: true }));
    await expect(text(page, 'Middelen').and(page.locator('[contenteditable="true"]'))).toBeFocused();
    await page.keyboard.type('Elke week in de bibliotheek');
    await shot(page, 'kaart-390');
    expect(taps).toBeLessThanOrEqual(7);
    await desk.goto(`/bord/${boardId}`);
    await boardIsThere(desk);
    await openCard(desk, 'Inloop voor ouders');
    await expect(text(desk, 'Middelen')).toHaveText('Elke week in de bibliotheek');
    await isSaved(desk);

    // A contact invites colleagues by themselves.
    await page.goto(`/bord/${boardId}/mensen`);
    await expect(page.getByText('Nodig collega’s uit van Jeugdwerk Proef.')).toBeVisible();
    await shot(page, 'mensen-390');
    await page.goto('/account');
    await expect(page.getByText('dit apparaat')).toBeVisible();
    await shot(page, 'account-390');
  });

  test('N2, N3: the rules of a board are set in the panel, and the others’ screens follow', async () => {
    const member = await openBoard(await stage.join(boardId, { name: 'Lot', organisation: 'GGD Proef' }), boardId);
    await desk.goto(`/bord/${boardId}/mensen`);
    await desk.getByRole('checkbox', { name: /in de prullenbak leggen/ }).uncheck();
    await desk.getByRole('checkbox', { name: /opbrengsten en teksten van het bord wijzigen/ }).uncheck();
    await shot(desk, 'regels-1440');
    await expect(member.getByRole('button', { name: /^Opbrengst toevoegen/ })).toHaveCount(0);
    const opened = await openCard(member, 'Inloop voor ouders');
    await opened
      .getByRole('button', { name: /meer|menu|acties/i })
      .first()
      .click();
    await expect(member.getByText('Alleen begeleiders kunnen iets in de prullenbak leggen.')).toBeVisible();
    await shot(member, 'geen-prullenbak-1440');
  });
});
