import { afterAll, beforeAll, test } from 'vitest';
import { addOutcomes, boardIsThere, card, column, isSaved, openBoard, panel } from '../support/boardPage.ts';
import { expect } from '../support/browser.ts';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

test('W3, W4: an employee writes a draft that the facilitator does not see, and shares it', async () => {
  const boardId = await stage.newBoard({ title: 'Werkplan' });
  const desk = await openBoard(stage.facilitator, boardId);
  await addOutcomes(desk, ['Gezond', 'Veilig']);
  const employee = await stage.join(boardId, { name: 'Kim', organisation: 'GGD Proef' });
  const page = await employee.newPage();
  await page.goto(`/bord/${boardId}`);
  await boardIsThere(page);

  await column(page, 'Gezond').getByRole('button', { name: 'Activiteit toevoegen bij' }).click();
  await page.getByRole('checkbox', { name: /Als concept toevoegen/ }).check();
  await page.getByRole('textbox', { name: /Titel van een nieuwe activiteit/ }).fill('Beweegtuin');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await isSaved(page);
  const mine = card(page, 'Beweegtuin');
  await expect(column(page, 'Gezond')).toContainText('Concept: alleen GGD Proef ziet dit');
  await expect(column(page, 'Gezond')).toContainText('0 activiteiten, en 1 concept');
  // Something that everyone sees comes after it: what did not come by then was not sent.
  await desk.bringToFront();
  await expect(column(desk, 'Gezond')).toContainText('0 activiteiten');
  await expect(card(desk, 'Beweegtuin')).toHaveCount(0);
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/board.png` });

  await mine.click();
  await expect(panel(page)).toContainText('Dit zien: Kim.');
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/panel.png` });
  await panel(page).getByRole('button', { name: 'Delen met iedereen…' }).click();
  const asked = page.getByRole('alertdialog');
  await expect(asked).toContainText('Iedereen op het bord ziet dan de kaart');
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/share.png` });
  await asked.getByRole('button', { name: 'Delen met iedereen' }).click();
  await expect(card(desk, 'Beweegtuin')).toHaveCount(1);
  await expect(panel(page)).not.toContainText('Concept');
  await expect(column(page, 'Gezond')).toContainText('1 activiteit');
});
