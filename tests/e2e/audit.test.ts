import { afterAll, beforeAll, describe, test } from 'vitest';
import { boardIsThere, choose, openBoard } from '../support/boardPage.ts';
import { expect, PHONE } from '../support/browser.ts';
import { api, openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

/** Pictures for who wants to look; nothing of a test depends on them. */
const SHOTS = process.env['SHOTS'];

// L1, L4, L5
describe('the log and the rights of a board', () => {
  test('tell in sentences who did what, and print on paper; a member finds neither', async () => {
    const name = '<img src=x onerror="document.title=1">{{who}} $t(title)';
    const boardId = await stage.newBoard({ title: 'Jeugd 2027' });
    const member = await stage.join(boardId, { name, organisation: 'GGD IJsselland' });
    const { participants } = await api(stage.facilitator.request, 'GET', `/boards/${boardId}/people`);
    const { userId } = participants.find((person: { name: string }) => person.name === name);
    await api(stage.facilitator.request, 'PATCH', `/boards/${boardId}/people/${userId}`, { role: 'viewer' });
    await api(stage.facilitator.request, 'PATCH', `/boards/${boardId}`, { mode: 'locked' });
    await api(stage.facilitator.request, 'POST', `/boards/${boardId}/tokens`, { name: 'Rapport', access: 'read' });
    await stage.invite(boardId, 'Welzijn Deventer', 'commenter');
    await member.request.patch(`/api/v1/boards/${boardId}`, { data: { mode: 'open' } });

    const page = await openBoard(stage.facilitator, boardId);
    await choose(page, page.getByRole('button', { name: 'Weergave' }), 'Logboek');
    await expect(page.getByRole('heading', { name: 'Logboek van Jeugd 2027' })).toBeVisible();
    const rows = page.getByRole('main').getByRole('listitem');
    await expect(rows.first()).toContainText(`${name} mocht dit niet: de instellingen van het bord wijzigen.`);
    await expect(rows.filter({ hasText: `gaf ${name} de rol lezer. Dat was lid.` })).toHaveCount(1);
    await expect(rows.filter({ hasText: 'op Vergrendeld. Dat was: Open voor alle organisaties.' })).toHaveCount(1);
    await expect(rows.filter({ hasText: `${name} kwam op het bord voor GGD IJsselland` })).toContainText('127.0.0.1');
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/log.png`, fullPage: true });
    await page.getByRole('button', { name: 'Koppelingen' }).click();
    await expect(rows).toHaveText([/maakte de koppeling Rapport, om te lezen\./]);

    await page.getByRole('link', { name: 'Overzicht van rechten' }).click();
    await expect(page.getByRole('heading', { name: 'Rechten op Jeugd 2027' })).toBeVisible();
    await expect(page).toHaveTitle(/^Rechten op Jeugd 2027/);
    const people = page.getByRole('table', { name: '2 mensen op dit bord' });
    await expect(people.getByRole('row').filter({ hasText: name })).toContainText('GGD IJsselland');
    await expect(page.getByRole('table', { name: 'Open uitnodigingen' })).toContainText('Welzijn Deventer');
    await expect(page.getByRole('table', { name: 'Koppelingen' })).toContainText('Rapport');
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/rights.png`, fullPage: true });
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('button', { name: 'Afdrukken' })).toBeHidden();
    await expect(page.getByRole('banner')).toBeHidden();
    // The width between the margins of A4.
    await page.setViewportSize({ width: 688, height: 1000 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(688);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/rights-print.png` });
    await page.close();

    const other = await member.newPage();
    await other.goto(`/bord/${boardId}/logboek`);
    await expect(other.getByText('Dit mag u niet op dit bord.')).toBeVisible();
    await other.goto(`/bord/${boardId}`);
    await boardIsThere(other);
    await other.getByRole('button', { name: 'Weergave' }).click();
    await expect(other.getByRole('menuitem', { name: 'Prullenbak' })).toBeVisible();
    await expect(other.getByRole('menuitem', { name: 'Logboek' })).toHaveCount(0);
    await other.close();

    const phone = await stage.again(stage.facilitator, PHONE);
    const small = await phone.newPage();
    for (const path of ['logboek', 'rechten']) {
      await small.goto(`/bord/${boardId}/${path}`);
      await expect(small.getByText(name).first()).toBeVisible();
      expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
      if (SHOTS) await small.screenshot({ path: `${SHOTS}/${path}-390.png`, fullPage: true });
    }
    await small.close();
  });
});
