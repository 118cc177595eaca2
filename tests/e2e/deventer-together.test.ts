import type { BrowserContext, Locator, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { loadPlan } from '../../shared/exchange/loadPlan.ts';
import type { PlanData } from '../../shared/exchange/planData.ts';
import { boardIsThere, card, chooseItem, column, isSaved, openCard, panel, text, write } from '../support/boardPage.ts';
import { expect, say } from '../support/browser.ts';
import { openStage, type Stage } from '../support/stage.ts';

const TEMPLATE = 'Van Wieg naar Werk 2024-2025';
const BOARD = 'Van Wieg naar Werk, samen bijgewerkt';
const FROM = 'Bestaanszekerheid herstellen';

let stage: Stage;
let plan: PlanData;

beforeAll(async () => {
  [stage, plan] = await Promise.all([openStage(), loadPlan('deventer-2024-2025')]);
});
afterAll(async () => {
  await stage?.close();
});

interface Person {
  readonly page: Page;
  readonly name: string;
  /** Of their organisation's first card. */
  readonly title: string;
}

let facilitator: Person;
let invitations: readonly string[];
const members: Person[] = [];

/** A text of a card as it is read. */
interface ReadText {
  /** Its lines, without the label of what an item states. */
  readonly lines: readonly string[];
  /** Items that state something. */
  readonly stated: number;
}

/** Opens one card after the other and reads what stands in its panel: each text by its name. */
function readCards(page: Page, ids: readonly string[]): Promise<Record<string, Record<string, ReadText>>> {
  return page.evaluate(async (wanted) => {
    const found: Record<string, Record<string, ReadText>> = {};
    for (const id of wanted) {
      const link = document.querySelector<HTMLElement>(`main a[href$="/kaart/${id}"]`);
      if (!link) throw new Error(`no card ${id}`);
      link.click();
      const name = CSS.escape(`Kaart: ${link.textContent}`);
      const panelOf = () => location.pathname.endsWith(`/${id}`) && document.querySelector(`[aria-label="${name}"]`);
      let opened = panelOf();
      for (; !opened; opened = panelOf()) await new Promise(requestAnimationFrame);
      const texts: Record<string, ReadText> = {};
      for (const field of opened.querySelectorAll('[role="textbox"]')) {
        const label = document.getElementById(field.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';
        const copy = field.cloneNode(true) as HTMLElement;
        const labels = copy.querySelectorAll('.ob-item-status');
        for (const status of labels) status.remove();
        const lines = [...copy.querySelectorAll('p')].map((line) => line.textContent ?? '');
        texts[label] = { lines, stated: labels.length };
      }
      found[id] = texts;
    }
    return found;
  }, ids);
}

/** Presses with the mouse, and counts it. */
function clicker(): { readonly click: (target: Locator) => Promise<void>; readonly count: () => number } {
  let count = 0;
  return {
    click: async (target) => {
      count += 1;
      await target.click();
    },
    count: () => count,
  };
}

async function newMember(link: string, name: string, title: string): Promise<Person & { readonly clicks: number }> {
  const context: BrowserContext = await stage.stranger();
  const page = await context.newPage();
  const { click, count } = clicker();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: BOARD })).toBeVisible();
  await click(page.getByRole('textbox', { name: 'Uw naam' }));
  await page.keyboard.type(name);
  await click(page.getByRole('button', { name: 'Naar het bord' }));
  await boardIsThere(page);
  const at = column(page, FROM);
  await click(at.getByRole('button', { name: /^Activiteit toevoegen bij/ }).last());
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await expect(card(at, title)).toBeVisible();
  await page.keyboard.press('Escape');
  return { page, name, title, clicks: count() };
}

describe('three organisations make a board of Deventer 2024-2025 together, in the browser alone', () => {
  test('the facilitator makes the board from the template', async () => {
    const page = await stage.facilitator.newPage();
    await page.goto('/borden');
    await page.getByRole('link', { name: 'Nieuw bord' }).click();
    await page.getByText(TEMPLATE, { exact: true }).click();
    await expect(page.getByRole('radio', { name: new RegExp(TEMPLATE) })).toBeChecked();
    await page.getByRole('textbox', { name: 'Titel van het bord' }).fill(BOARD);
    await page.getByRole('button', { name: 'Bord maken' }).click();
    await expect(page.getByRole('heading', { name: BOARD, level: 1 })).toBeVisible();
    await boardIsThere(page);
    facilitator = { page, name: 'Bea Begeleider', title: 'Regietafel jeugd' };
  });

  test('7 columns, 20 sections and 54 cards, with every means and every result of both years', async () => {
    const { page } = facilitator;
    const main = page.getByRole('main');
    const goals = plan.goals ?? [];
    const subgoals = goals.flatMap((goal) => goal.subgoals);
    expect([goals.length, subgoals.length]).toEqual([7, 20]);
    await expect(main.getByText('54 activiteiten', { exact: true })).toBeVisible();
    await expect(main.getByRole('heading', { level: 2 })).toHaveText(
      goals.map((goal, index) => new RegExp(`^${index + 1}\\s+${escaped(goal.title)}`)),
    );
    await expect(main.getByRole('heading', { level: 3 })).toHaveText(
      subgoals.map((subgoal) => new RegExp(escaped(subgoal.title))),
    );

    let results = 0;
    let means = 0;
    const rows = subgoals.flatMap((subgoal) => subgoal.rows ?? []);
    expect(rows).toHaveLength(54);
    const read = await readCards(
      page,
      rows.map(({ id }) => id),
    );
    for (const row of rows) {
      const inPlan = row.means ?? [];
      expect(read[row.id]?.['Middelen']?.lines, row.id).toEqual(inPlan);
      means += inPlan.length;
      for (const year of ['2024', '2025']) {
        const items = row.results?.[year] ?? [];
        if (items.length === 0) continue;
        const lines = items.flatMap((item) => [item.text, ...(item.children ?? []).map((child) => child.text)]);
        const stated = items.filter((item) => item.status !== undefined).length;
        expect(read[row.id]?.[`Resultaten ${year}`], `${row.id} ${year}`).toEqual({ lines, stated });
        results += items.length;
      }
    }
    expect([means, results]).toEqual([count(rows, 'means'), count(rows, 'results')]);
    say(`deventer-together: ${rows.length} cards, ${means} means and ${results} results compared`);
    await page.getByRole('button', { name: 'Sluiten', exact: true }).click();
  });

  test('the facilitator copies two invitation links', async () => {
    const { page } = facilitator;
    await page.getByRole('button', { name: 'Mensen en rechten' }).click();
    const links: string[] = [];
    for (const organisation of ['GGD IJsselland', 'Scholengroep Proef']) {
      await page.getByRole('combobox', { name: 'Organisatie' }).fill(organisation);
      await page.getByText('Link maken', { exact: true }).click();
      await expect(page.getByRole('textbox', { name: `Link voor ${organisation} (lid)` })).toBeVisible();
      await page.getByRole('button', { name: 'Kopiëren' }).click();
      await expect(page.getByRole('button', { name: 'Gekopieerd' })).toBeVisible();
      links.push(await page.evaluate(() => navigator.clipboard.readText()));
      await page.getByRole('button', { name: 'Nog iemand uitnodigen' }).click();
    }
    expect(new Set(links).size).toBe(2);
    for (const link of links) expect(link).toContain(`${stage.server.url}/uitnodiging/`);
    invitations = links;
    await page.getByRole('button', { name: 'Sluiten', exact: true }).click();
  });

  test('two new people come in and have a card of their own within 6 clicks', async () => {
    const [ofGgd = '', ofSchool = ''] = invitations;
    for (const [link, name, title] of [
      [ofGgd, 'Gerda van de GGD', 'Spreekuur in de wijk'],
      [ofSchool, 'Sjoerd van School', 'Ouderochtend op school'],
    ] as const) {
      const { clicks, ...member } = await newMember(link, name, title);
      members.push(member);
      expect(clicks).toBeLessThanOrEqual(6);
      say(`deventer-together: ${clicks} clicks from the link to the first own card of ${name}`);
    }
  });

  test('all three edit at once, and all three see all of it', async () => {
    const everyone = [facilitator, ...members];
    await column(facilitator.page, FROM)
      .getByRole('button', { name: /^Activiteit toevoegen bij/ })
      .last()
      .click();
    await facilitator.page.keyboard.type(facilitator.title);
    await facilitator.page.keyboard.press('Enter');
    await facilitator.page.keyboard.press('Escape');

    await Promise.all(
      everyone.map(async ({ page, name, title }) => {
        const opened = await openCard(page, title);
        await opened.getByRole('textbox', { name: 'Titel van de kaart' }).fill(`${title} (nieuw)`);
        await page.keyboard.press('Enter');
        await write(page, 'Middelen');
        await page.keyboard.type(`Geschreven door ${name}`);
        await page.keyboard.press('Escape');
        await page.keyboard.press('Escape');
        await expect(panel(page)).toHaveCount(0);
        await column(page, FROM)
          .getByRole('button', { name: `Menu van ${title} (nieuw)` })
          .click();
        await chooseItem(page, 'Verplaats naar…');
        await page.getByRole('menuitem', { name: /^4\.1 / }).click();
        await isSaved(page);
      }),
    );

    const { title: goal } = plan.goals?.[3] ?? { title: '' };
    for (const { page } of everyone) {
      const there = column(page, goal);
      for (const { title } of everyone) await expect(card(there, `${title} (nieuw)`)).toBeVisible();
      await expect(page.getByRole('main').getByText('57 activiteiten', { exact: true })).toBeVisible();
      for (const { title, name } of everyone) {
        await openCard(page, `${title} (nieuw)`);
        await expect(text(page, 'Middelen')).toHaveText(`Geschreven door ${name}`);
        await page.keyboard.press('Escape');
      }
    }
    const [ggd] = members;
    if (!ggd) throw new Error('nobody of the GGD');
    await openCard(facilitator.page, `${ggd.title} (nieuw)`);
    await expect(panel(facilitator.page).getByRole('list', { name: 'Organisaties bij deze kaart' })).toContainText(
      'GGD IJsselland',
    );
  });
});

function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

type Row = NonNullable<NonNullable<PlanData['goals']>[number]['subgoals'][number]['rows']>[number];

/** Counted in the source by itself, so that a year or a row that was skipped is noticed. */
function count(rows: readonly Row[], what: 'means' | 'results'): number {
  const counts = rows.map(({ means = [], results = {} }) =>
    what === 'means' ? means.length : Object.values(results).flat().length,
  );
  return counts.reduce((sum, one) => sum + one, 0);
}
