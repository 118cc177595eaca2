import type { Locator, Page } from '@playwright/test';
import { afterAll, afterEach, beforeAll, describe, test } from 'vitest';
import {
  addCards,
  addOutcomes,
  card,
  choose,
  column,
  isSaved,
  openBoard,
  openCard,
  panel,
  saveState,
  text,
  write,
} from '../support/boardPage.ts';
import { expect } from '../support/browser.ts';
import { type Device, isOnDevice, kept, reopen, startDevice } from '../support/onDevice.ts';
import { api, openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
let device: Device | undefined;

beforeAll(async () => {
  stage = await openStage();
});
afterEach(async () => {
  await device?.close();
  device = undefined;
});
afterAll(async () => {
  await stage?.close();
});

const OFFLINE = 'Geen verbinding: u kunt doorwerken';
const waiting = (count: number): string =>
  `${OFFLINE} · ${count} ${count === 1 ? 'wijziging wacht' : 'wijzigingen wachten'}`;

interface Meeting {
  readonly boardId: string;
  readonly facilitator: Page;
  readonly device: Device;
  readonly member: Page;
  /** Gives Gerda another role. */
  readonly makeHer: (role: 'viewer' | 'member') => Promise<void>;
}

/** A board with two columns, open at a facilitator and on the computer of Gerda, a member of the GGD. */
async function meeting(title: string): Promise<Meeting> {
  const boardId = await stage.newBoard({ title });
  const facilitator = await openBoard(stage.facilitator, boardId);
  await addOutcomes(facilitator, ['Gezond', 'Veilig']);
  const invitation = await stage.invite(boardId, 'GGD Proef');
  device = await startDevice(stage.server.url);
  const context = device.context();
  await api(context.request, 'POST', `/invitations/${invitation.split('/').at(-1)}`, { name: 'Gerda' });
  const member = await openBoard(context, boardId);
  const makeHer = async (role: 'viewer' | 'member'): Promise<void> => {
    const { participants } = await api(stage.facilitator.request, 'GET', `/boards/${boardId}/people`);
    const gerda = participants.find((person: { name: string }) => person.name === 'Gerda');
    await api(stage.facilitator.request, 'PATCH', `/boards/${boardId}/people/${gerda.userId}`, { role });
  };
  return { boardId, facilitator, device, member, makeHer };
}

async function closeCard(page: Page): Promise<void> {
  await panel(page).getByRole('button', { name: 'Sluiten', exact: true }).click();
  await expect(panel(page)).toHaveCount(0);
}

/** The notice about what the server did not take. */
const notTaken = (page: Page): Locator => page.getByRole('alert').filter({ hasText: 'Niet alles is op de server' });

/** Chooses in the menu of a card on the board. */
async function inMenu(page: Page, title: string, item: string | RegExp): Promise<void> {
  await choose(page, page.getByRole('button', { name: `Menu van ${title}` }), item);
}

describe('a day on a bad network', () => {
  test('S6, S7: every kind of edit waits, through a closed tab and a restarted browser, and is merged once', async () => {
    const { boardId, facilitator, device, member } = await meeting('Slechte wifi');
    let page = member;
    await addCards(page, 'Gezond', 'Loopgroep', 'Valpreventie', 'Dubbel');
    await isSaved(page);
    await isOnDevice(page, 4);
    device.wire.delay(700);
    await addCards(page, 'Veilig', 'Buurtpreventie');
    await expect(saveState(page)).toHaveText('Bezig met opslaan…');
    device.wire.delay(0);
    await isSaved(page);

    await device.goOffline();
    await expect(saveState(page)).toHaveText(OFFLINE);
    await openCard(page, 'Loopgroep');
    const title = panel(page).getByRole('textbox', { name: 'Titel van de kaart' });
    await title.fill('Wandelgroep');
    await title.press('Enter');
    await expect(saveState(page)).toHaveText(waiting(1));
    await write(page, 'Middelen');
    await page.keyboard.type('Elke dinsdag in het park');
    await expect(saveState(page)).toHaveText(waiting(2));
    await closeCard(page);
    await inMenu(page, 'Wandelgroep', 'Verplaats naar…');
    await page.getByRole('menuitem', { name: '2 Veilig' }).click();
    await expect(card(column(page, 'Veilig'), 'Wandelgroep')).toBeVisible();
    await expect(saveState(page)).toHaveText(waiting(3));
    await addCards(page, 'Gezond', 'Nieuw zonder net');
    await expect(saveState(page)).toHaveText(waiting(4));
    await inMenu(page, 'Dubbel', 'Naar de prullenbak');
    await expect(card(page, 'Dubbel')).toHaveCount(0);
    await expect(saveState(page)).toHaveText(waiting(5));

    // Meanwhile somebody else goes on, also in the same text.
    await openCard(facilitator, 'Loopgroep');
    await write(facilitator, 'Middelen');
    await facilitator.keyboard.type('Twee begeleiders');
    await closeCard(facilitator);
    await openCard(facilitator, 'Valpreventie');
    const theirs = panel(facilitator).getByRole('textbox', { name: 'Titel van de kaart' });
    await theirs.fill('Valpreventie thuis');
    await theirs.press('Enter');
    await closeCard(facilitator);
    await addCards(facilitator, 'Gezond', 'Van de begeleider');
    await isSaved(facilitator);

    await page.close();
    page = await reopen(device.context(), boardId);
    await expect(saveState(page)).toHaveText(waiting(5));
    await device.restart();
    page = await reopen(device.context(), boardId);
    await expect(saveState(page)).toHaveText(waiting(5));
    const tab = await reopen(device.context(), boardId);
    await addCards(tab, 'Gezond', 'Uit het tweede tabblad');
    for (const shown of [page, tab]) {
      await expect(saveState(shown)).toHaveText(waiting(6));
      await expect(card(column(shown, 'Veilig'), 'Wandelgroep')).toHaveCount(1);
      await expect(card(column(shown, 'Gezond'), 'Uit het tweede tabblad')).toHaveCount(1);
      await expect(card(shown, 'Van de begeleider')).toHaveCount(0);
    }

    await device.comeBack();
    for (const shown of [page, tab, facilitator]) {
      await isSaved(shown);
      const gezond = column(shown, 'Gezond');
      for (const once of ['Nieuw zonder net', 'Uit het tweede tabblad', 'Van de begeleider', 'Valpreventie thuis'])
        await expect(card(gezond, once)).toHaveCount(1);
      await expect(card(column(shown, 'Veilig'), 'Wandelgroep')).toHaveCount(1);
      for (const gone of ['Loopgroep', 'Valpreventie', 'Dubbel']) await expect(card(shown, gone)).toHaveCount(0);
      await openCard(shown, 'Wandelgroep');
      const words = text(shown, 'Middelen');
      for (const sentence of ['Elke dinsdag in het park', 'Twee begeleiders']) {
        await expect(words).toContainText(sentence);
        expect((await words.innerText()).split(sentence)).toHaveLength(2);
      }
    }
    await expect.poll(() => kept(page, 'edits')).toBe(0);
    await facilitator.close();
  });
});

describe('a member who becomes a viewer while their tab has no network', () => {
  const TITLES = Array.from({ length: 20 }, (_, index) => `Plan nummer ${index + 1}`);

  /** Marks a page, to see that it was not loaded again. */
  const mark = (page: Page): Promise<void> => page.evaluate(() => void Reflect.set(window, 'isMarked', true));
  const isMarked = (page: Page): Promise<boolean> => page.evaluate(() => Reflect.get(window, 'isMarked') === true);

  async function writeOffline(meet: Meeting, titles: readonly string[]): Promise<void> {
    await isOnDevice(meet.member, 4);
    await meet.device.goOffline();
    await addCards(meet.member, 'Gezond', ...titles);
    await expect(saveState(meet.member)).toHaveText(waiting(titles.length));
    await mark(meet.member);
  }

  test('S8: 20 words come back to be copied, the board goes on, and they are applied when rights return', async () => {
    const meet = await meeting('Lezer geworden');
    const { facilitator, device, member, makeHer } = meet;
    await writeOffline(meet, TITLES);
    await makeHer('viewer');
    await addCards(facilitator, 'Veilig', 'Intussen');
    await device.comeBack();
    await expect(saveState(member)).toHaveText('Niet opgeslagen · 20 wijzigingen wachten');
    await expect(notTaken(member)).toContainText('De server heeft dit niet overgenomen: 20 nieuwe kaarten.');
    await member.getByRole('button', { name: 'Bekijken' }).click();
    const dialog = member.getByRole('dialog');
    await expect(dialog).toContainText('U kunt dit bord lezen, maar niet wijzigen.');
    await dialog.getByRole('button', { name: 'Tekst kopiëren' }).click();
    const copied = await member.evaluate(() => navigator.clipboard.readText());
    for (const title of TITLES) expect(copied.split('\n')).toContain(title);
    await dialog.getByRole('button', { name: 'Sluiten', exact: true }).click();
    await expect(card(member, 'Intussen')).toHaveCount(1);
    await addCards(facilitator, 'Gezond', 'Daarna');
    await expect(card(member, 'Daarna')).toHaveCount(1);
    for (const page of [member, facilitator]) await expect(card(page, 'Plan nummer 1')).toHaveCount(0);

    await makeHer('member');
    await member.getByRole('button', { name: 'Bekijken' }).click();
    await dialog.getByRole('button', { name: 'Alles alsnog toepassen' }).click();
    await isSaved(member);
    for (const title of TITLES) await expect(card(facilitator, title)).toHaveCount(1);
    expect(await isMarked(member)).toBe(true);
    await facilitator.close();
  });

  test('S8: who was made a member again before the network came back never hears of it', async () => {
    const meet = await meeting('Heen en weer');
    const { facilitator, device, member, makeHer } = meet;
    const titles = TITLES.slice(0, 3);
    await writeOffline(meet, titles);
    await makeHer('viewer');
    await makeHer('member');
    await device.comeBack();
    await isSaved(member);
    for (const title of titles) await expect(card(facilitator, title)).toHaveCount(1);
    await expect(notTaken(member)).toHaveCount(0);
    expect(await isMarked(member)).toBe(true);
    await facilitator.close();
  });

  test('S8: where one document is closed to them, what they wrote in another is saved', async () => {
    const { boardId, facilitator, device, member } = await meeting('Alleen het eigen deel');
    await addCards(facilitator, 'Gezond', 'Van de gemeente');
    await expect(card(member, 'Van de gemeente')).toHaveCount(1);
    await isOnDevice(member, 4);
    await device.goOffline();
    await mark(member);
    await addCards(member, 'Veilig', 'Van de GGD');
    await openCard(member, 'Van de gemeente');
    const title = panel(member).getByRole('textbox', { name: 'Titel van de kaart' });
    await title.fill('Anders genoemd');
    await title.press('Enter');
    await expect(saveState(member)).toHaveText(waiting(2));
    await api(stage.facilitator.request, 'PATCH', `/boards/${boardId}`, { mode: 'own' });
    await device.comeBack();
    await expect(saveState(member)).toHaveText('Niet opgeslagen · 1 wijziging wacht');
    await expect(notTaken(member)).toContainText('De server heeft dit niet overgenomen: 1 titel.');
    await expect(card(facilitator, 'Van de GGD')).toHaveCount(1);
    await closeCard(member);
    await expect(card(member, 'Van de gemeente')).toHaveCount(1);
    await member.getByRole('button', { name: 'Bekijken' }).click();
    const dialog = member.getByRole('dialog');
    await expect(dialog).toContainText('TitelAnders genoemd');
    await expect(dialog).toContainText('Nu staat er: Van de gemeente');
    await dialog.getByRole('button', { name: 'Weggooien' }).click();
    await member.getByRole('alertdialog').getByRole('button', { name: 'Weggooien' }).click();
    await isSaved(member);
    await addCards(member, 'Veilig', 'Nog een');
    await expect(card(facilitator, 'Nog een')).toHaveCount(1);
    expect(await isMarked(member)).toBe(true);
    await facilitator.close();
  });
});
