import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import {
  addCards,
  addOutcomes,
  boardIsThere,
  card,
  choose,
  isSaved,
  openBoard,
  saveState,
} from '../support/boardPage.ts';
import { expect, launchPersistent } from '../support/browser.ts';
import { isOnDevice, kept, reopen } from '../support/onDevice.ts';
import { api, openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
let profile: string;

beforeAll(async () => {
  [stage, profile] = await Promise.all([openStage(), mkdtemp(join(tmpdir(), 'opbrengstenbord-profile-'))]);
});
afterAll(async () => {
  await stage?.close();
  await rm(profile, { recursive: true, force: true });
});

const WAITING_TWO = 'Geen verbinding: u kunt doorwerken · 2 wijzigingen wachten';
const WAITING_THREE = 'Geen verbinding: u kunt doorwerken · 3 wijzigingen wachten';

describe('a browser that is closed while there is no network', () => {
  test('S7: what was written is there again, in every tab, and reaches the server once', async () => {
    const boardId = await stage.newBoard({ title: 'Zonder netwerk' });
    const facilitator = await openBoard(stage.facilitator, boardId);
    await addOutcomes(facilitator, ['Gezond']);
    const invitation = await stage.invite(boardId, 'GGD Proef');
    let member = await launchPersistent(profile, stage.server.url);
    await api(member.request, 'POST', `/invitations/${invitation.split('/').at(-1)}`, { name: 'Gerda' });
    let page = await openBoard(member, boardId);
    await isOnDevice(page, 4);

    await stage.server.stop('SIGKILL');
    await addCards(page, 'Gezond', 'Eerste', 'Tweede');
    await expect(saveState(page)).toHaveText(WAITING_TWO);
    await expect.poll(() => kept(page, 'edits')).toBe(2);

    await page.close();
    page = await reopen(member, boardId);
    await expect(saveState(page)).toHaveText(WAITING_TWO);

    await member.close();
    member = await launchPersistent(profile, stage.server.url);
    page = await member.newPage();
    await page.goto('/borden');
    await expect(page.getByText(/Deze borden kunt u toch openen/)).toBeVisible();
    await page.getByRole('link', { name: 'Zonder netwerk' }).click();
    await boardIsThere(page);
    const tab = await reopen(member, boardId);
    for (const shown of [page, tab]) {
      await expect(card(shown, 'Eerste')).toHaveCount(1);
      await expect(card(shown, 'Tweede')).toHaveCount(1);
      await expect(saveState(shown)).toHaveText(WAITING_TWO);
    }
    await addCards(page, 'Gezond', 'Derde');
    await expect(card(tab, 'Derde')).toHaveCount(1);
    for (const shown of [page, tab]) await expect(saveState(shown)).toHaveText(WAITING_THREE);

    await stage.server.start();
    for (const shown of [page, tab, facilitator]) {
      await isSaved(shown);
      for (const title of ['Eerste', 'Tweede', 'Derde']) await expect(card(shown, title)).toHaveCount(1);
    }
    await expect.poll(() => kept(page, 'edits')).toBe(0);
    await member.close();
    await facilitator.close();
  });
});

describe('a member who becomes a viewer while the tab with their changes is closed', () => {
  test('S8: the words come back to be copied, also after another reload, and the board goes on', async () => {
    const boardId = await stage.newBoard({ title: 'Lezer geworden' });
    const facilitator = await openBoard(stage.facilitator, boardId);
    await addOutcomes(facilitator, ['Gezond']);
    const member = await stage.join(boardId, {
      name: 'Gerda',
      organisation: 'GGD Proef',
      options: { serviceWorkers: 'allow' },
    });
    let page = await openBoard(member, boardId);
    await isOnDevice(page, 4);
    await stage.server.stop('SIGKILL');
    const titles = Array.from({ length: 20 }, (_, index) => `Plan nummer ${index + 1}`);
    await addCards(page, 'Gezond', ...titles);
    await expect(saveState(page)).toHaveText('Geen verbinding: u kunt doorwerken · 20 wijzigingen wachten');
    await expect.poll(() => kept(page, 'edits')).toBe(20);
    await page.close();

    await stage.server.start();
    const { participants } = await api(stage.facilitator.request, 'GET', `/boards/${boardId}/people`);
    const gerda = participants.find((person: { name: string }) => person.name === 'Gerda');
    await api(stage.facilitator.request, 'PATCH', `/boards/${boardId}/people/${gerda.userId}`, { role: 'viewer' });
    page = await reopen(member, boardId);
    for (const round of ['at once', 'after a reload']) {
      if (round === 'after a reload') {
        await page.reload();
        await boardIsThere(page);
      }
      await expect(saveState(page)).toHaveText('Niet opgeslagen · 20 wijzigingen wachten');
      await page.getByRole('button', { name: 'Bekijken' }).click();
      for (const title of titles) await expect(page.getByRole('dialog')).toContainText(title);
      await page.getByRole('button', { name: 'Sluiten', exact: true }).first().click();
    }
    const asked = new Promise<string>((resolve) => {
      page.once('dialog', (dialog) => {
        resolve(dialog.message());
        void dialog.dismiss();
      });
    });
    await choose(page, page.getByRole('button', { name: /Gerda/ }), 'Afmelden');
    expect(await asked).toContain('20 wijzigingen van u die niet op de server staan');
    await addCards(facilitator, 'Gezond', 'Van de begeleider');
    await expect(card(page, 'Van de begeleider')).toHaveCount(1);
    await expect(card(page, 'Plan nummer 1')).toHaveCount(0);
    await expect(card(facilitator, 'Plan nummer 1')).toHaveCount(0);
    await expect.poll(() => kept(page, 'edits')).toBe(0);
    for (const shown of [page, facilitator]) await shown.close();
  });
});

describe('a computer that others use too', () => {
  test('S9: signing out deletes what the browser kept, and nothing opens without a network', async () => {
    const boardId = await stage.newBoard({ title: 'Gedeelde computer' });
    const member = await stage.join(boardId, {
      name: 'Gerda',
      organisation: 'GGD Proef',
      options: { serviceWorkers: 'allow' },
    });
    const page = await openBoard(member, boardId);
    const tab = await openBoard(member, boardId);
    await isOnDevice(page, 4);
    await choose(page, page.getByRole('button', { name: /Gerda/ }), 'Afmelden');
    await expect(page.getByRole('heading', { name: 'Aanmelden' })).toBeVisible();
    await expect.poll(() => kept(page, 'states')).toBe(-1);
    await tab.close();
    await stage.server.stop('SIGKILL');
    await page.goto(`/bord/${boardId}`);
    await expect(page.getByRole('button', { name: 'Opnieuw proberen' })).toBeVisible();
    await expect(page.getByText('Gedeelde computer')).toHaveCount(0);
    await stage.server.start();
  });
});
