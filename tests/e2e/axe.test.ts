import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from '@playwright/test';
import { afterAll, beforeAll, describe, test } from 'vitest';
import {
  addCards,
  addOutcomes,
  boardIsThere,
  card,
  isSaved,
  openBoard,
  openCard,
  panel,
  write,
} from '../support/boardPage.ts';
import { expect } from '../support/browser.ts';
import { api, openStage, type Stage } from '../support/stage.ts';

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

const OF_COLOUR = ['color-contrast', 'link-in-text-block'];

let stage: Stage;
let stranger: BrowserContext;
let viewer: BrowserContext;
let guest: BrowserContext;
let guestCode: string;
let boardId: string;
let emptyId: string;
/** Address of a card with texts. */
let cardPath: string;

beforeAll(async () => {
  stage = await openStage();
  stranger = await stage.stranger();
  emptyId = await stage.newBoard({ title: 'Leeg' });
  boardId = await stage.newBoard({ title: 'Voor iedereen' });
  viewer = await stage.join(boardId, { name: 'Lea', organisation: 'School Proef', role: 'viewer' });
  await api(stage.facilitator.request, 'POST', `/boards/${boardId}/tokens`, { name: 'Rapport', access: 'write' });
  const { code } = await api(stage.facilitator.request, 'POST', `/boards/${boardId}/guest-code`, { approval: false });
  guestCode = code.code;
  guest = await stage.stranger();
  const kim = { name: 'Kim', organisation: { name: 'Stichting Nieuw' } };
  await api(guest.request, 'POST', `/guest-codes/${guestCode}`, kim);
  const page = await openBoard(stage.facilitator, boardId);
  await addOutcomes(page, ['Gezond', 'Veilig', 'Voorbij']);
  await addCards(page, 'Voorbij', 'Blijft over');
  await page.getByRole('button', { name: 'Menu van Voorbij' }).click();
  await page.getByRole('menuitem', { name: 'Naar de prullenbak' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Naar de prullenbak' }).click();
  await addCards(page, 'Gezond', 'Volle kaart', 'Weg ermee');
  cardPath = (await card(page.getByRole('main'), 'Volle kaart').getAttribute('href')) ?? '';
  await openCard(page, 'Volle kaart');
  for (const field of ['Middelen', 'Resultaten 2026', 'Notities']) {
    await write(page, field);
    await page.keyboard.type(`Woorden bij ${field}`);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Menu van Weg ermee' }).click();
  await page.getByRole('menuitem', { name: 'Naar de prullenbak' }).click();
  await isSaved(page);
  await page.close();
});
afterAll(async () => {
  await stage?.close();
});

interface Screen {
  readonly name: string;
  readonly who: () => BrowserContext;
  /** Brings the page to the screen. */
  readonly open: (page: Page) => Promise<unknown>;
}

const facilitator = (): BrowserContext => stage.facilitator;
const visit = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
};
const board = async (page: Page, path = ''): Promise<void> => {
  await visit(page, `/bord/${boardId}${path}`);
  await boardIsThere(page);
};

const SCREENS: readonly Screen[] = [
  {
    name: 'signing in',
    who: () => stranger,
    open: async (page) => {
      await visit(page, '/aanmelden');
      await page.getByRole('button', { name: 'Aanmelden', exact: true }).click();
      await expect(page.getByText('Vul uw wachtwoord in.')).toBeVisible();
    },
  },
  {
    name: 'a sign-in link',
    who: () => stranger,
    open: async (page) => {
      await visit(page, stage.server.link('lid'));
      await expect(page.getByRole('button', { name: /^Aanmelden als/ })).toBeVisible();
    },
  },
  {
    name: 'a sign-in link that was used',
    who: () => stranger,
    open: async (page) => {
      await visit(page, stage.server.link('begeleider'));
      await expect(page.getByRole('heading', { name: 'Deze link werkt niet meer' })).toBeVisible();
    },
  },
  {
    name: 'an invitation',
    who: () => stranger,
    open: async (page) => {
      await visit(page, await stage.invite(boardId, 'GGD Proef'));
      await expect(page.getByRole('button', { name: 'Naar het bord' })).toBeVisible();
    },
  },
  {
    name: 'my boards',
    who: facilitator,
    open: async (page) => {
      await visit(page, '/borden');
      await expect(page.getByRole('link', { name: 'Voor iedereen' })).toBeVisible();
    },
  },
  {
    name: 'a new board',
    who: facilitator,
    open: async (page) => {
      await visit(page, '/borden/nieuw');
      await expect(page.getByRole('button', { name: 'Bord maken' })).toBeVisible();
    },
  },
  {
    name: 'the account',
    who: facilitator,
    open: async (page) => {
      await visit(page, '/account');
      await expect(page.getByRole('heading', { name: 'Uw account', level: 1 })).toBeVisible();
    },
  },
  {
    name: 'the log of a board',
    who: facilitator,
    open: async (page) => {
      await visit(page, `/bord/${boardId}/logboek`);
      await expect(page.getByText('maakte het bord.')).toBeVisible();
    },
  },
  {
    name: 'the rights of a board',
    who: facilitator,
    open: async (page) => {
      await visit(page, `/bord/${boardId}/rechten`);
      await expect(page.getByRole('table').first()).toBeVisible();
    },
  },
  {
    name: 'a page that is not there',
    who: facilitator,
    open: async (page) => {
      await visit(page, '/bord/bestaatniet');
      await expect(page.getByRole('heading', { name: 'Deze pagina is er niet' })).toBeVisible();
    },
  },
  {
    name: 'the example board',
    who: facilitator,
    open: async (page) => {
      const { boards } = await api(stage.facilitator.request, 'GET', '/boards');
      const example = boards.find((one: { title: string }) => one.title.startsWith('Integraal uitvoeringsplan'));
      await visit(page, `/bord/${example.id}`);
      await boardIsThere(page);
    },
  },
  {
    name: 'an empty board',
    who: facilitator,
    open: async (page) => {
      await visit(page, `/bord/${emptyId}`);
      await expect(page.getByRole('heading', { name: 'Waar werkt u samen naartoe?' })).toBeVisible();
    },
  },
  { name: 'a board', who: facilitator, open: (page) => board(page) },
  {
    name: 'a board with a menu open',
    who: facilitator,
    open: async (page) => {
      await board(page);
      await page.getByRole('button', { name: 'Menu van Gezond' }).click();
      await expect(page.getByRole('menuitem', { name: 'Naam wijzigen' })).toBeVisible();
    },
  },
  {
    name: 'a board on which a card is added',
    who: facilitator,
    open: async (page) => {
      await board(page);
      await page.getByRole('button', { name: 'Activiteit toevoegen bij 1 Gezond' }).click();
      await expect(page.getByRole('textbox', { name: /^Titel van een nieuwe activiteit/ })).toBeFocused();
    },
  },
  {
    name: 'a card to read',
    who: () => viewer,
    open: async (page) => {
      await visit(page, cardPath);
      await expect(panel(page)).toContainText('U kunt dit bord lezen, maar niet wijzigen.');
    },
  },
  {
    name: 'a card in which one writes',
    who: facilitator,
    open: async (page) => {
      await visit(page, cardPath);
      await write(page, 'Resultaten 2026');
    },
  },
  {
    name: 'people and rights',
    who: facilitator,
    open: async (page) => {
      await board(page, '/mensen');
      await expect(page.getByRole('combobox', { name: 'Rol van Lea' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Koppeling Rapport intrekken' })).toBeVisible();
      await page.getByRole('button', { name: 'Koppeling maken' }).click();
    },
  },
  {
    name: 'guests: the code and who waits',
    who: facilitator,
    open: async (page) => {
      await board(page, '/gasten');
      await expect(page.getByRole('heading', { name: /^Wachten op u/ })).toBeVisible();
      await page.getByRole('checkbox', { name: 'Kim kiezen' }).check();
    },
  },
  {
    name: 'the code for guests on the beamer',
    who: facilitator,
    open: async (page) => {
      await board(page, '/gasten');
      await page.getByRole('button', { name: 'Groot tonen' }).click();
      await expect(page.getByRole('dialog', { name: 'De code' })).toBeVisible();
    },
  },
  {
    name: 'coming in by a code',
    who: () => stranger,
    open: async (page) => {
      await visit(page, `/meedoen/${guestCode}`);
      await page.getByRole('combobox', { name: 'Uw organisatie' }).selectOption('Een andere organisatie…');
      await page.getByRole('button', { name: 'Meedoen' }).click();
      await expect(page.getByText('Vul uw naam in.')).toBeVisible();
    },
  },
  {
    name: 'a code that does not work',
    who: () => stranger,
    open: async (page) => {
      await visit(page, '/meedoen/verkeerd');
      await expect(page.getByRole('heading', { name: 'Deze code werkt niet' })).toBeVisible();
    },
  },
  {
    name: 'a board with a guest who reads along',
    who: () => guest,
    open: async (page) => {
      await board(page);
      await expect(page.getByText('U kijkt mee.')).toBeVisible();
    },
  },
  {
    name: 'the end of having been a guest',
    who: () => stranger,
    open: async (page) => {
      await visit(page, '/meedoen/voorbij');
      await expect(page.getByRole('heading', { name: 'Uw toegang als gast is gestopt' })).toBeVisible();
    },
  },
  {
    name: 'the trash',
    who: facilitator,
    open: async (page) => {
      await board(page, '/prullenbak');
      await expect(page.getByRole('button', { name: 'Weg ermee terugzetten' })).toBeVisible();
      await page.getByText('Komt mee terug: 1 activiteit').click();
      await expect(page.getByText('staat nu onder ‘Nog zonder opbrengst’')).toBeVisible();
    },
  },
  {
    name: 'the list of places that a card can go to',
    who: facilitator,
    open: async (page) => {
      await board(page);
      await page.getByRole('button', { name: 'Menu van Volle kaart' }).click();
      await page.getByRole('menuitem', { name: /^Verplaats naar/ }).click();
      await expect(page.getByText('Verplaats Volle kaart naar')).toBeVisible();
    },
  },
  {
    name: 'the years of the plan',
    who: facilitator,
    open: async (page) => {
      await board(page, '/jaren');
      await expect(page.getByRole('combobox', { name: 'Tot en met' })).toBeVisible();
    },
  },
  {
    name: 'people and rights, to read',
    who: () => viewer,
    open: async (page) => {
      await board(page, '/mensen');
      await expect(page.getByText('Alleen een begeleider van dit bord kan dit wijzigen.')).toBeVisible();
    },
  },
];

/** Gives the page these colours, and waits until it is drawn in them. */
async function wears(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

describe('axe finds nothing', () => {
  for (const { name, who, open } of SCREENS) {
    test(`on ${name}, wide and narrow, light and dark`, async () => {
      const page = await who().newPage();
      const found: string[] = [];
      for (const size of WIDTHS) {
        await page.setViewportSize(size);
        await wears(page, 'light');
        await open(page);
        for (const colorScheme of ['light', 'dark'] as const) {
          await wears(page, colorScheme);
          const axe = new AxeBuilder({ page }).setLegacyMode(true);
          // The other rules look at what does not change with the colours.
          const { violations } = await (colorScheme === 'dark' ? axe.withRules(OF_COLOUR) : axe).analyze();
          for (const { id, help, nodes } of violations) {
            const where = nodes.map(({ target, any }) => `${target.join(' ')} ${any[0]?.message ?? ''}`).join('\n    ');
            found.push(`${size.width} px, ${colorScheme}: ${id}: ${help}\n    ${where}`);
          }
        }
      }
      await page.close();
      expect(found.join('\n')).toBe('');
    });
  }
});
