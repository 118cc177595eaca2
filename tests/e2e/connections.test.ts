import { afterAll, beforeAll, describe, test } from 'vitest';
import * as Y from 'yjs';
import { card, openBoard } from '../support/boardPage.ts';
import { expect } from '../support/browser.ts';
import { api, openStage, type Stage } from '../support/stage.ts';
import { YjsProgram } from '../support/yjsProgram.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

describe('a connection for another program', () => {
  test('is made with a key that is shown once, writes on the board, and is withdrawn', async () => {
    const boardId = await stage.newBoard({ title: 'Met een programma' });
    const page = await openBoard(stage.facilitator, boardId, '/mensen');
    const section = page.getByRole('region', { name: 'Koppelingen' });
    await section.getByRole('button', { name: 'Koppeling maken' }).click();
    await section.getByRole('button', { name: 'Koppeling maken' }).click();
    await expect(section.getByText('Vul in voor welk programma de koppeling is.')).toBeVisible();
    await section.getByRole('textbox', { name: 'Naam van het programma' }).fill('Rapport');
    await section.getByRole('radio', { name: 'Lezen en schrijven' }).check();
    await section.getByRole('button', { name: 'Koppeling maken' }).click();
    const token = await section.getByRole('textbox', { name: 'Sleutel voor Rapport' }).inputValue();
    await expect(section.getByText('nog niet gebruikt')).toBeVisible();

    const { documents } = await api(stage.facilitator.request, 'GET', `/boards/${boardId}`);
    const { name } = documents.find(({ kind }: { kind: string }) => kind === 'party');
    const program = await new YjsProgram(stage.server.url, name, { params: { token } }).synced();
    const activity = new Y.Map<unknown>();
    activity.set('title', 'Uit het rapport');
    program.doc.getMap('activities').set('a1', activity);
    await expect(card(page, 'Uit het rapport')).toBeVisible();

    await page.reload();
    await expect(section.getByText('gebruikt: zojuist')).toBeVisible();
    await expect(section.getByRole('textbox', { name: 'Sleutel voor Rapport' })).toHaveCount(0);
    await section.getByRole('button', { name: 'Koppeling Rapport intrekken' }).click();
    await page.getByRole('button', { name: 'Intrekken', exact: true }).click();
    await expect(section.getByRole('listitem')).toHaveCount(0);
    expect((await program.isClosed())?.reason).toBe('no-access');
    program.destroy();
    await page.close();
  });
});
