import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import SqliteConnection from 'better-sqlite3';
import { afterAll, beforeAll, describe, test } from 'vitest';
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
import { expect, wireOf } from '../support/browser.ts';
import { openStage, type Stage } from '../support/stage.ts';
import { startWriter } from '../support/writer.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage?.close();
});

interface Meeting {
  readonly boardId: string;
  readonly one: Page;
  readonly two: Page;
  /** The browser of the second one, a member of the GGD. */
  readonly member: BrowserContext;
}

/** A board with two columns and one card, open at a facilitator and at Gerda, a member. */
async function meeting(title: string): Promise<Meeting> {
  const boardId = await stage.newBoard({ title });
  const one = await openBoard(stage.facilitator, boardId);
  await addOutcomes(one, ['Gezond', 'Veilig']);
  const member = await stage.join(boardId, { name: 'Gerda', organisation: 'GGD Proef' });
  const two = await openBoard(member, boardId);
  await addCards(two, 'Gezond', 'Spreekuur');
  return { boardId, one, two, member };
}

describe('the server ends while two people type', () => {
  for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
    test(`${signal}: the indicator tells the truth, and nothing that was saved is lost`, async () => {
      const { boardId, one, two } = await meeting(`Onder ${signal}`);
      const pages = [one, two];
      for (const page of pages) {
        await openCard(page, 'Spreekuur');
        await write(page, 'Middelen');
      }
      const writers = [await startWriter(one, 'a'), await startWriter(two, 'b')];
      for (const writer of writers) await writer.more(5);

      const ended = await stage.server.stop(signal);
      expect(ended).toBe(signal === 'SIGTERM' ? 0 : 'SIGKILL');
      for (const page of pages)
        await expect(saveState(page)).toHaveText(/^Geen verbinding: u kunt doorwerken · \d+ wijziging(en)? wacht/);
      for (const writer of writers) {
        await writer.forgetStates();
        await writer.more(5);
        const { states } = await writer.shown();
        expect(states.filter((said) => !said.startsWith('Geen verbinding'))).toEqual([]);
      }

      await stage.server.start();
      for (const page of pages) await expect(saveState(page)).not.toHaveText(/^Geen verbinding/);
      for (const writer of writers) {
        await writer.more(3);
        await writer.stop();
      }
      for (const page of pages) await isSaved(page);

      const reader = await openBoard(stage.facilitator, boardId);
      await openCard(reader, 'Spreekuur');
      const words = new Set((await text(reader, 'Middelen').innerText()).match(/[ab]\d+\./g));
      for (const writer of writers) {
        const { claimed, seen, states } = await writer.shown();
        expect(claimed.filter((word) => !words.has(word))).toEqual([]);
        expect(claimed.length).toBeGreaterThan(5);
        expect(seen.filter((word) => !words.has(word))).toEqual([]);
        expect(states.at(-1)).toBe('Opgeslagen');
        expect(states.some((said) => said === 'Bezig met opslaan…')).toBe(true);
      }
      for (const page of [...pages, reader]) await page.close();
    });
  }
});

describe('two people archive the same column while a third adds a card to it', () => {
  test('the card stays visible for everyone, and comes home when the column returns', async () => {
    const { boardId, one, two } = await meeting('Samen weggooien');
    const third = await stage.join(boardId, { name: 'Sjoerd', organisation: 'School Proef' });
    const wire = await wireOf(third);
    const three = await openBoard(third, boardId);
    const at = column(three, 'Gezond');
    await at.getByRole('button', { name: /^Activiteit toevoegen bij/ }).click();
    await three.keyboard.type('Toch nog een kaart');
    for (const page of [one, two]) {
      await choose(page, column(page, 'Gezond').getByRole('button', { name: 'Menu van Gezond' }), 'Naar de prullenbak');
    }
    const sure = [one, two].map((page) =>
      page.getByRole('alertdialog').getByRole('button', { name: 'Naar de prullenbak' }),
    );
    for (const button of sure) await expect(button).toBeVisible();

    wire.hold();
    await Promise.all([...sure.map((button) => button.click()), three.keyboard.press('Enter')]);
    await expect(card(at, 'Toch nog een kaart')).toBeVisible();
    wire.letGo();

    for (const page of [one, two, three]) {
      await expect(column(page, 'Gezond')).toHaveCount(0);
      const homeless = column(page, 'Nog zonder opbrengst');
      await expect(card(homeless, 'Toch nog een kaart')).toBeVisible();
      await expect(card(homeless, 'Spreekuur')).toBeVisible();
      await isSaved(page);
    }
    await choose(one, one.getByRole('button', { name: 'Weergave', exact: true }), 'Prullenbak');
    await one.getByRole('button', { name: 'Gezond terugzetten' }).click();
    for (const page of [one, two, three]) {
      await expect(card(column(page, 'Gezond'), 'Toch nog een kaart')).toBeVisible();
      await expect(column(page, 'Nog zonder opbrengst')).toHaveCount(0);
      await page.close();
    }
  });
});

describe('links that do not work any more', () => {
  /** Changes the store as time would. */
  function expire(table: 'invitations' | 'signInLinks'): void {
    const store = new SqliteConnection(join(stage.server.dataDir, 'opbrengstenbord.sqlite'));
    store.prepare(`update ${table} set expiresAt = ?`).run('2020-01-01T00:00:00.000Z');
    store.close();
  }

  test('an invitation that was revoked', async () => {
    const boardId = await stage.newBoard({ title: 'Ingetrokken' });
    const link = await stage.invite(boardId, 'School Proef');
    const one = await openBoard(stage.facilitator, boardId);
    await one.getByRole('button', { name: 'Mensen en rechten' }).click();
    await choose(one, one.getByRole('button', { name: 'Uitnodiging voor School Proef' }), 'Intrekken');
    await expect(one.getByText('De uitnodiging is ingetrokken. De link werkt niet meer.').first()).toBeVisible();
    await opens(link, 'Deze uitnodiging werkt niet meer', 'Vraag de begeleider van het bord om een nieuwe.');
  });

  test('an invitation that has expired, and one that never was', async () => {
    const link = await stage.invite(await stage.newBoard({ title: 'Verlopen' }), 'School Proef');
    expire('invitations');
    await opens(link, 'Deze uitnodiging werkt niet meer', 'Vraag de begeleider van het bord om een nieuwe.');
    await opens(`${link.slice(0, -4)}zzzz`, 'Deze uitnodiging werkt niet meer', 'Vraag de begeleider om een nieuwe');
  });

  test('a sign-in link that has expired', async () => {
    const link = stage.server.link('lezer');
    expire('signInLinks');
    await opens(link, 'Deze link werkt niet meer', 'Deze aanmeldlink is verlopen. Vraag een nieuwe aan.');
  });

  async function opens(link: string, heading: string, advice: string): Promise<void> {
    const page = await (await stage.stranger()).newPage();
    await page.goto(link);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect(page.getByRole('alert').filter({ hasText: advice })).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
  }
});

describe('a second tab of the same person', () => {
  test('shows the same, saves the same, and counts as one person', async () => {
    const { boardId, one, two, member } = await meeting('Twee tabbladen');
    const tab = await openBoard(member, boardId);
    await openCard(two, 'Spreekuur');
    await openCard(tab, 'Spreekuur');
    await write(two, 'Middelen');
    await two.keyboard.type('uit het eerste tabblad');
    await expect(text(tab, 'Middelen')).toContainText('uit het eerste tabblad');
    await write(tab, 'Notities');
    await tab.keyboard.type('uit het tweede');
    await expect(text(two, 'Notities')).toContainText('uit het tweede');
    for (const page of [two, tab]) await isSaved(page);
    const badge = column(one, 'Gezond').getByRole('img', { name: /^Nu geopend door/ });
    await expect(badge).toHaveAccessibleName('Nu geopend door Gerda');
    await two.close();
    await expect(badge).toHaveAccessibleName('Nu geopend door Gerda');
    await tab.close();
    await expect(badge).toHaveCount(0);
  });
});

describe('rights that change while somebody types', () => {
  /** Takes the right away in the middle of a text; afterwards each word stands on the board or is set aside in words. */
  async function takenAway(meet: Meeting, change: () => Promise<unknown>, sentence: string): Promise<void> {
    const { one, two } = meet;
    await openCard(two, 'Spreekuur');
    await write(two, 'Middelen');
    const writer = await startWriter(two, 'b');
    await writer.more(5);
    await change();
    await expect(panel(two)).toContainText(sentence);
    await writer.stop();
    await expect(panel(two).getByRole('textbox')).toHaveCount(0);
    await expect(saveState(two)).toHaveText(/^(Opgeslagen|Niet opgeslagen)/);

    await card(one.getByRole('main'), 'Spreekuur').press('Enter');
    const kept = await text(one, 'Middelen').innerText();
    let aside = '';
    if ((await saveState(two).innerText()) !== 'Opgeslagen') {
      await two.getByRole('button', { name: 'Bekijken' }).click();
      aside = await two.getByRole('dialog').innerText();
      await two.getByRole('button', { name: 'Weggooien' }).click();
      await two.getByRole('alertdialog').getByRole('button', { name: 'Weggooien' }).click();
    }
    const { seen, claimed } = await writer.shown();
    expect(claimed.filter((word) => !kept.includes(word))).toEqual([]);
    expect(seen.filter((word) => !kept.includes(word) && !aside.includes(word))).toEqual([]);
    await isSaved(two);
  }

  test('who becomes a viewer reads why, and loses no word in silence', async () => {
    const meet = await meeting('Lezer geworden');
    await meet.one.getByRole('button', { name: 'Mensen en rechten' }).click();
    const role = meet.one.getByRole('combobox', { name: 'Rol van Gerda' });
    await takenAway(meet, () => role.selectOption('Lezer'), 'U kunt dit bord lezen, maar niet wijzigen.');
    await expect(meet.two.getByRole('button', { name: /^Activiteit toevoegen/ })).toHaveCount(0);
  });

  test('who finds the board locked reads why, and writes on when it opens', async () => {
    const meet = await meeting('Op slot');
    const { one, two } = meet;
    await one.getByRole('button', { name: 'Mensen en rechten' }).click();
    const lock = () => one.getByText('Vergrendeld', { exact: true }).click();
    await takenAway(meet, lock, 'Het bord is vergrendeld. Alleen begeleiders kunnen nu iets wijzigen.');
    await expect(two.getByRole('banner')).toContainText('Vergrendeld');
    await one.getByRole('button', { name: 'Sluiten', exact: true }).click();
    await one.getByRole('button', { name: 'Mensen en rechten' }).click();
    await one.getByText('Open voor alle organisaties', { exact: true }).click();
    await write(two, 'Middelen');
    await two.keyboard.type('en weer verder');
    await isSaved(two);
    await expect(text(two, 'Middelen')).toContainText('en weer verder');
  });
});

describe('hostile text', () => {
  const SCRIPT = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
  const RTL = '\u202Eomgekeerd\u202C \u2067rechts\u2069';
  const EMOJI = '👩‍👩‍👧‍👦 🏳️‍🌈 z̷̢̛a̴l̵g̸o̶';
  const TEMPLATE = '{{name}} $t(close) %s';
  const EVIL = `${SCRIPT} ${RTL} ${EMOJI} ${TEMPLATE}`;
  const LONG = 'lang '.repeat(2_000).trim();

  test('stands as text in every field and breaks nothing', async () => {
    const boardId = await stage.newBoard({ title: EVIL });
    const one = await openBoard(stage.facilitator, boardId);
    const asked: string[] = [];
    one.on('dialog', (dialog) => asked.push(dialog.message()));
    await addOutcomes(one, [EVIL]);
    const member = await stage.join(boardId, { name: `Gerda ${EVIL}`.slice(0, 200), organisation: `GGD ${EVIL}` });
    const two = await openBoard(member, boardId);
    await addCards(two, 'window.hacked', EVIL);
    await card(two.getByRole('main'), EVIL).click();
    for (const field of ['Middelen', 'Resultaten 2026', 'Vraagstuk', 'Notities']) {
      await write(two, field);
      await two.keyboard.insertText(EVIL);
      await expect(text(two, field)).toContainText('onerror=');
    }
    await two.keyboard.insertText(LONG);
    await isSaved(two);
    await two.keyboard.press('Escape');
    await two.getByRole('searchbox', { name: 'Zoek in dit bord' }).fill(SCRIPT);
    await expect(card(two.getByRole('main'), EVIL)).toBeVisible();

    await expect(one.getByRole('heading', { name: EVIL, level: 1 })).toBeVisible();
    await card(one.getByRole('main'), EVIL).click();
    for (const field of ['Middelen', 'Resultaten 2026', 'Vraagstuk']) {
      await expect(text(one, field)).toHaveText(EVIL.replace(/\s+/g, ' '));
    }
    await expect(text(one, 'Notities')).toContainText(LONG);
    await expect(panel(one).getByRole('list', { name: 'Organisaties bij deze kaart' })).toContainText('onerror=');

    // A title is cut where the browser lets no more in.
    const title = panel(one).getByRole('textbox', { name: 'Titel van de kaart' });
    await title.fill('y'.repeat(10_000));
    await title.press('Enter');
    await two.getByRole('searchbox', { name: 'Zoek in dit bord' }).fill('');
    await expect(card(two.getByRole('main'), 'y'.repeat(300))).toBeVisible();

    await one.getByRole('button', { name: 'Sluiten', exact: true }).click();
    await one.getByRole('button', { name: 'Mensen en rechten' }).click();
    await expect(one.getByRole('region', { name: 'Op dit bord' })).toContainText('onerror=');
    for (const page of [one, two]) {
      expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
      const isWider = () =>
        page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
      expect(await isWider()).toBe(false);
      await page.reload();
      await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
      await expect(column(page, 'window.hacked')).toBeVisible();
    }
    expect(asked).toEqual([]);
  });

  test('a name and an address of which nothing is true do no harm in the forms', async () => {
    const boardId = await stage.newBoard({ title: 'Formulieren' });
    const link = await stage.invite(boardId, 'GGD Proef');
    const page = await (await stage.stranger()).newPage();
    await page.goto('/aanmelden');
    await page.getByRole('textbox', { name: 'E-mailadres' }).fill(EVIL);
    await page.getByRole('button', { name: 'Aanmelden', exact: true }).click();
    await expect(page.getByText('Vul uw e-mailadres in, bijvoorbeeld naam@gemeente.nl.')).toBeVisible();
    await page.goto(link);
    await page.getByRole('button', { name: 'Naar het bord' }).click();
    await expect(page.getByText('Vul uw naam in.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Uw naam' }).fill(EVIL);
    await page.getByRole('textbox', { name: /^E-mailadres/ }).fill(SCRIPT);
    await page.getByRole('button', { name: 'Naar het bord' }).click();
    await expect(page.getByText('Dit is geen volledig e-mailadres, zoals naam@organisatie.nl.')).toBeVisible();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });
});
