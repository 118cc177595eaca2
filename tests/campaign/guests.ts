import type { Page } from '@playwright/test';
import { expect, launchBrowser, newPerson, PHONE } from '../support/browser.ts';
import { client } from '../support/client.ts';
import { startE2eServer } from '../support/e2eServer.ts';
import { type GuestTab, openTab } from '../support/guestClient.ts';
import { guestDoor } from '../support/guests.ts';
import { waitFor } from '../support/waitFor.ts';
import { type Campaign, scaled } from './campaign.ts';

const GUESTS = 25;
const BROWSERS = 5;
const REMOVED = 3;
/** All come from one address, which may bring in 150 guests in ten minutes. */
const ROUNDS = 5;
/** A hundred edits a second: each of the others types four or five. */
const TYPING_MS = 10;
const WITHIN_MS = 1_000;
const JOINED_WITHIN_MS = 60_000;
const ORGANISATIONS = ['GGD Proef', 'De Kern', 'Saam Welzijn', 'Bibliotheek', 'School Proef'];
const OVER = 'Uw toegang als gast is gestopt';

/** Comes in on a phone, and waits until the board is there to read. */
async function joinOn(page: Page, code: string, name: string): Promise<void> {
  await page.goto(`/meedoen/${code}`);
  await page.getByRole('textbox', { name: 'Uw naam' }).fill(name);
  await page.getByRole('combobox', { name: 'Uw organisatie' }).selectOption('Een andere organisatie…');
  await page.getByRole('textbox', { name: 'Naam van uw organisatie' }).fill('Uit een browser');
  await page.getByRole('button', { name: 'Meedoen' }).click();
  await expect(page.getByText('U kijkt mee.')).toBeVisible();
}

/**
 * Has the page itself write down when the board is gone from it: this process is busy with what it receives for twenty
 * others, and would hear of it late.
 */
async function noteWhenOver(page: Page): Promise<void> {
  await page.evaluate(() => {
    new MutationObserver(() => {
      if (document.querySelector('.ob-board-page') || Reflect.has(window, 'overAt')) return;
      Reflect.set(window, 'overAt', Date.now());
    }).observe(document.body, { childList: true, subtree: true });
  });
}

export const guests: Campaign = {
  claim: `${GUESTS} guests, ${BROWSERS} of them in browsers, come in by a code within a minute; of ${REMOVED} who are removed nobody has the board on a screen, or receives a byte of it, a second later.`,
  run: async (scale) => {
    const rounds = scaled(ROUNDS, scale);
    const server = await startE2eServer();
    const browser = await launchBrowser();
    const facilitator = client(server.url, server.url);
    const token = new URL(server.link('begeleider')).pathname.split('/').at(-1);
    await facilitator.post('/session/link', { token });
    const problems: string[] = [];
    const joined: number[] = [];
    const closed: number[] = [];
    const onScreen: number[] = [];
    let typed = 0;
    try {
      for (let round = 0; round < rounds; round += 1) {
        const { id } = (await facilitator.post('/boards', { title: 'Werksessie', template: 'dalfsen-2023' })).body;
        const door = guestDoor({ stranger: () => client(server.url, server.url) }, facilitator, id);
        const code = await door.open();
        const people = await Promise.all(Array.from({ length: BROWSERS }, () => newPerson(browser, server.url, PHONE)));
        const pages = await Promise.all(people.map((person) => person.newPage()));
        const began = performance.now();
        const [tabs] = await Promise.all([
          Promise.all(
            Array.from({ length: GUESTS - BROWSERS }, async (_, index): Promise<GuestTab> => {
              const organisation = { name: ORGANISATIONS[index % ORGANISATIONS.length] };
              return openTab(server, await door.join(code, `Gast ${index + 1}`, organisation), id);
            }),
          ),
          Promise.all(pages.map((page, index) => joinOn(page, code, `Telefoon ${index + 1}`))),
        ]);
        joined.push(performance.now() - began);
        await door.admit();
        const frame = `board/${id}/frame`;
        const documentOf = ({ client: { documents } }: GuestTab) => documents.get(frame);
        await waitFor('all write', () => tabs.every((tab) => documentOf(tab)?.scopes.at(-1) === 'read-write'));

        const gone = tabs.slice(0, REMOVED - 1);
        const stay = tabs.slice(REMOVED - 1);
        const [page] = pages;
        let isTyping = true;
        const typing = (async () => {
          while (isTyping) {
            documentOf(stay[typed % stay.length] as GuestTab)?.add(`getypt ${typed}`);
            typed += 1;
            await new Promise((resolve) => setTimeout(resolve, TYPING_MS));
          }
        })();
        if (page) await noteWhenOver(page);
        const { guests: list } = await door.list();
        const onPhone = list.find(({ name }) => name === 'Telefoon 1')?.id ?? '';
        const asked = performance.now();
        const askedAt = Date.now();
        const guestIds = [onPhone, ...gone.map(({ guest }) => guest.id)];
        await facilitator.post(`/boards/${id}/guests/remove`, { guestIds });
        await page?.getByRole('heading', { name: OVER }).waitFor();
        const overAt = await page?.evaluate(() => Number(Reflect.get(window, 'overAt')));
        onScreen.push((overAt ?? Number.POSITIVE_INFINITY) - askedAt);
        await waitFor('their sockets are closed', () => gone.every(({ closedAt }) => closedAt.length > 0));
        const before = typed;
        await waitFor('the others type on', () => stay.every((tab) => (documentOf(tab)?.log.length ?? 0) > before));
        isTyping = false;
        await typing;
        for (const { frames, closedAt } of gone) {
          const end = closedAt[0] ?? Number.POSITIVE_INFINITY;
          closed.push(end - asked);
          const late = frames.filter(({ at }) => at > end).length;
          if (late > 0) problems.push(`round ${round}: ${late} messages after the connection was closed`);
        }
        if (/opgroeien|Jongerenwerk|jongerenwerk/.test((await page?.locator('body').innerText()) ?? '')) {
          problems.push(`round ${round}: words of the board are still on the screen`);
        }
        for (const tab of tabs) tab.client.destroy();
        for (const person of people) await person.close();
      }
    } finally {
      await browser.close();
      await server.close();
    }
    const worst = (times: readonly number[]): number => Math.round(Math.max(...times));
    if (worst(joined) > JOINED_WITHIN_MS) problems.push(`coming in took ${worst(joined)} ms`);
    for (const [what, times] of [
      ['a socket', closed],
      ['a screen', onScreen],
    ] as const) {
      if (worst(times) > WITHIN_MS) problems.push(`${what} was open for ${worst(times)} ms after the removal`);
    }
    return {
      parameters: [
        ['rounds', rounds],
        ['guests in each, in browsers', `${GUESTS}, ${BROWSERS}`],
        ['edits a second meanwhile, at most', 1_000 / TYPING_MS],
        ['removed in each, in browsers', `${REMOVED}, 1`],
      ],
      figures: [
        ['all have the board, worst round', `${worst(joined)} ms`],
        ['connection closed after the removal was asked, worst', `${worst(closed)} ms`],
        ['nothing on the screen any more, worst', `${worst(onScreen)} ms`],
        ['edits that the others typed meanwhile', typed],
      ],
      problems,
    };
  },
};
