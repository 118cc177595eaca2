import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EMPTY_BOARD } from '../../../../shared/board/board.ts';
import { restoreActivity } from '../../../../shared/commands/archiveActivity.ts';
import { smallBoard } from '../../../support/smallBoard.ts';
import { waitFor } from '../../../support/waitFor.ts';
import { showBoard } from './boardPage.tsx';

const member = { role: 'member', mode: 'own', organisationId: 'ggd' } as const;

beforeEach(() => page.viewport(1440, 900));
afterEach(() => window.history.replaceState(null, '', window.location.pathname));

/** The titles in the list of an outcome, in order. */
function titlesAt(outcomeId: string): string[] {
  const links = document.querySelectorAll(`[data-drop-zone="cards:${outcomeId}"] .ob-card__link`);
  return [...links]
    .filter((link) => link.closest('[data-drop-zone]')?.getAttribute('data-drop-zone') === `cards:${outcomeId}`)
    .map((link) => link.textContent ?? '');
}

const card = (title: string) => page.getByRole('link', { name: title, exact: true });
const focused = (): string => document.activeElement?.textContent ?? '';

describe('what stands on the board', () => {
  test('columns with number, sections with theirs, and cards without an outcome at the left', async () => {
    await showBoard({ board: smallBoard() });
    const headings = page
      .getByRole('heading', { level: 2 })
      .elements()
      .map((heading) => heading.textContent);
    expect(headings).toEqual(['Nog zonder opbrengst', '1 Gezond opgroeien', '2 Meedoen']);
    const sections = page
      .getByRole('heading', { level: 3 })
      .elements()
      .map((heading) => heading.textContent);
    expect(sections).toContain('1.1 Goede start');
    expect(titlesAt('c2')).toEqual(['Coördinatie jeugd', 'Huisbezoek']);
    await expect.element(page.getByText('5 activiteiten')).toBeInTheDocument();
  });

  test('a card at a further outcome says where it is at home, and looks it', async () => {
    await showBoard({ board: smallBoard() });
    const [home, further] = card('Huisbezoek')
      .elements()
      .map((link) => link.closest('.ob-card'));
    expect(home?.textContent).toContain('ook bij 2 Meedoen');
    expect(home?.classList.contains('ob-card--further')).toBe(false);
    expect(further?.textContent).toContain('thuis bij 1.1 Goede start');
    expect(further?.classList.contains('ob-card--further')).toBe(true);
  });

  test('a part that is nearly full is told with its owner, until it is put away', async () => {
    const { notice } = await showBoard({ board: smallBoard() });
    for (let count = 0; count < 2; count += 1) notice({ type: 'documentNearlyFull', document: 'party/ggd' });
    const told = page.getByRole('alert').filter({ hasText: /^Het deel van GGD.* is bijna vol\./ });
    await expect.element(told).toBeInTheDocument();
    await told.getByRole('button', { name: 'Sluiten' }).click();
    await expect.element(told).not.toBeInTheDocument();
    notice({ type: 'documentNearlyFull', document: 'frame' });
    await expect.element(page.getByText(/^Het bord zelf .* is bijna vol\./)).toBeInTheDocument();
  });

  test('a reader is offered nothing to change', async () => {
    await showBoard({ board: smallBoard(), role: 'viewer' });
    expect(page.getByRole('button', { name: /Activiteit toevoegen/ }).elements()).toHaveLength(0);
    expect(page.getByRole('button', { name: 'Opbrengst' }).elements()).toHaveLength(0);
    await page.getByRole('button', { name: 'Menu van Meedoen' }).click();
    await expect
      .element(page.getByRole('menuitem', { name: /Wijzigen kan hier niet/ }))
      .toHaveAttribute('aria-disabled', 'true');
    expect(page.getByRole('menuitem', { name: 'Naam wijzigen' }).elements()).toHaveLength(0);
  });
});

describe('adding activities', () => {
  test('a title and Enter, again and again, in the member’s own organisation', async () => {
    const { live } = await showBoard({ board: smallBoard(), ...member });
    await page.getByRole('button', { name: 'Activiteit toevoegen bij 2 Meedoen' }).click();
    for (const title of ['Eerste', 'Tweede', 'Derde']) {
      await userEvent.keyboard(title);
      await userEvent.keyboard('{Enter}');
    }
    await waitFor('three cards', () => titlesAt('c2').length === 5);
    expect(titlesAt('c2').slice(2)).toEqual(['Eerste', 'Tweede', 'Derde']);
    const added = [...live.store.get().board.activities.values()].filter(({ title }) => title === 'Derde');
    expect(added.map(({ owner }) => owner)).toEqual(['ggd']);
    await expect.element(page.getByText('‘Derde’ is toegevoegd bij 2 Meedoen.')).toBeInTheDocument();
    await expect.element(page.getByRole('textbox', { name: /Titel van een nieuwe activiteit/ })).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('button', { name: 'Activiteit toevoegen bij 2 Meedoen' })).toHaveFocus();
  });

  test('at the end of a column with sections one is in the column itself and can choose a section', async () => {
    await showBoard({ board: smallBoard() });
    await page.getByRole('button', { name: 'Activiteit toevoegen bij 1 Gezond opgroeien' }).click();
    await expect.element(page.getByRole('combobox', { name: 'In onderdeel' })).toHaveValue('c1');
    await page.getByRole('combobox', { name: 'In onderdeel' }).selectOptions('1.1 Goede start');
    await page.getByRole('textbox', { name: /Titel van een nieuwe activiteit/ }).fill('Kraamzorg');
    await userEvent.keyboard('{Enter}');
    await waitFor('the card', () => titlesAt('s1').includes('Kraamzorg'));
  });

  test('a title of spaces adds nothing', async () => {
    const { live } = await showBoard({ board: smallBoard() });
    await page.getByRole('button', { name: 'Activiteit toevoegen bij 2 Meedoen' }).click();
    await userEvent.keyboard('   {Enter}');
    expect(live.store.get().board.activities.size).toBe(6);
  });
});

describe('moving and linking by the menu', () => {
  test('M opens the outcomes, and focus goes with the card', async () => {
    await showBoard({ board: smallBoard() });
    card('Voorleesuur').element().focus();
    await userEvent.keyboard('m');
    await page.getByRole('menuitem', { name: '2 Meedoen' }).click();
    await waitFor('the move', () => titlesAt('c2').includes('Voorleesuur'));
    await waitFor('focus', () => focused() === 'Voorleesuur');
  });

  test('a card without an outcome gets one', async () => {
    await showBoard({ board: smallBoard() });
    await page.getByRole('button', { name: 'Menu van Schoolplein open' }).click();
    await page.getByRole('menuitem', { name: /Verplaats naar/ }).click();
    await page.getByRole('menuitem', { name: '1.2 Taal' }).click();
    await waitFor('the move', () => titlesAt('s2').includes('Schoolplein open'));
    expect(page.getByRole('heading', { name: 'Nog zonder opbrengst' }).elements()).toHaveLength(0);
  });

  test('a card contributes to a further outcome and stops doing so', async () => {
    await showBoard({ board: smallBoard() });
    const choose = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Menu van Voorleesuur' }).first().click();
      await page.getByRole('menuitem', { name: /Draagt ook bij aan/ }).click();
      await page.getByRole('menuitem', { name: /2 Meedoen/ }).click();
    };
    await choose();
    await waitFor('the link', () => titlesAt('c2').includes('Voorleesuur'));
    await expect.element(page.getByText('5 activiteiten')).toBeInTheDocument();
    await choose();
    await waitFor('its end', () => !titlesAt('c2').includes('Voorleesuur'));
  });

  test('a card of another organisation says whose it is, in its menu and where a move was refused', async () => {
    await showBoard({ board: smallBoard(), ...member });
    await page.getByRole('button', { name: 'Menu van Voorleesuur' }).click();
    await expect.element(page.getByText(/Kaart van Gemeente Voorbeeld: u kunt dit niet wijzigen/)).toBeInTheDocument();
    expect(page.getByRole('menuitem', { name: /Verplaats/ }).elements()).toHaveLength(0);
    await userEvent.keyboard('{Escape}');
    card('Voorleesuur').element().focus();
    await userEvent.keyboard('{Control>}{ArrowRight}{/Control}');
    await waitFor(
      'the reason',
      () => document.querySelector('.ob-card .ob-card__refusal')?.textContent?.includes('Gemeente Voorbeeld') === true,
    );
    expect(titlesAt('s2')).toContain('Voorleesuur');
  });
});

describe('the trash', () => {
  test('an archived card leaves focus on its neighbour and can come back at once', async () => {
    await showBoard({ board: smallBoard() });
    await page.getByRole('button', { name: 'Menu van Coördinatie jeugd' }).click();
    await page.getByRole('menuitem', { name: 'Naar de prullenbak' }).click();
    await waitFor('the card to go', () => titlesAt('c2').length === 1);
    await waitFor('focus', () => focused() === 'Huisbezoek');
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await waitFor('the card', () => titlesAt('c2').length === 2);
  });

  test('a column with cards is asked about, and its cards stay on the board', async () => {
    const { live } = await showBoard({ board: smallBoard() });
    await page.getByRole('button', { name: 'Menu van Meedoen' }).click();
    await page.getByRole('menuitem', { name: 'Naar de prullenbak' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Naar de prullenbak' }).click();
    await waitFor('the column to go', () => page.getByRole('heading', { name: '2 Meedoen' }).elements().length === 0);
    expect(titlesAt('')).toEqual(['Coördinatie jeugd', 'Schoolplein open']);
    await waitFor('focus', () => document.activeElement !== document.body);
    live.commands.run(restoreActivity, { activityId: 'a6' });
    await expect.element(page.getByText('6 activiteiten')).toBeInTheDocument();
  });
});

describe('columns and sections', () => {
  test('are renamed in place, by Enter, and focus returns to the menu', async () => {
    const { live } = await showBoard({ board: smallBoard() });
    await page.getByRole('button', { name: 'Menu van Meedoen' }).click();
    await page.getByRole('menuitem', { name: 'Naam wijzigen' }).click();
    const field = page.getByRole('textbox', { name: 'Naam van de opbrengst' });
    await expect.element(field).toHaveFocus();
    await field.fill('Iedereen doet mee');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: '2 Iedereen doet mee' })).toBeInTheDocument();
    expect(live.store.get().board.outcomes.get('c2')?.title).toBe('Iedereen doet mee');
    await expect.element(page.getByRole('button', { name: 'Menu van Iedereen doet mee' })).toHaveFocus();
  });

  test('change places and levels through the menu', async () => {
    await showBoard({ board: smallBoard() });
    await page.getByRole('button', { name: 'Menu van Meedoen' }).click();
    await page.getByRole('menuitem', { name: 'Naar links' }).click();
    await expect.element(page.getByRole('heading', { name: '1 Meedoen' })).toBeInTheDocument();
    await page.getByRole('button', { name: 'Menu van Meedoen' }).click();
    await page.getByRole('menuitem', { name: /Onderdeel maken van/ }).click();
    await page.getByRole('menuitem', { name: '2 Gezond opgroeien' }).click();
    await expect.element(page.getByRole('heading', { name: '1.3 Meedoen' })).toBeInTheDocument();
    await page.getByRole('button', { name: 'Menu van Taal' }).click();
    await page.getByRole('menuitem', { name: 'Aparte opbrengst van maken' }).click();
    await expect.element(page.getByRole('heading', { name: '2 Taal' })).toBeInTheDocument();
  });

  test('a section folds up and stays so at the next visit', async () => {
    await showBoard({ board: smallBoard() });
    const toggle = page.getByRole('button', { name: '1.1 Goede start', exact: true });
    await toggle.click();
    await expect.element(toggle).toHaveAttribute('aria-expanded', 'false');
    expect(titlesAt('s1')).toEqual([]);
    expect(localStorage.getItem('board:local:collapsed')).toBe('["s1"]');
  });

  test('a column folds up to a strip, and one outcome can stand alone', async () => {
    await showBoard({ board: smallBoard() });
    await page.getByRole('button', { name: 'Menu van Meedoen' }).click();
    await page.getByRole('menuitem', { name: 'Inklappen' }).click();
    expect(titlesAt('c2')).toEqual([]);
    await page.getByRole('button', { name: '2 Meedoen uitklappen' }).click();
    await waitFor('the cards', () => titlesAt('c2').length === 2);
    await page.getByRole('button', { name: 'Menu van Meedoen' }).click();
    await page.getByRole('menuitem', { name: 'Alleen deze opbrengst tonen' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 2 }).elements().length).toBe(1);
    await page.getByRole('button', { name: 'Alle opbrengsten tonen' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 2 }).elements().length).toBe(3);
  });
});

describe('finding', () => {
  test('by text: counts, in the address', async () => {
    const { history } = await showBoard({ board: smallBoard() });
    await page.getByRole('searchbox', { name: 'Zoek in dit bord' }).fill('coordinatie');
    await expect.element(page.getByText('1 van 5 activiteiten')).toBeInTheDocument();
    expect(titlesAt('c2')).toEqual(['Coördinatie jeugd']);
    const count = document.querySelector('[data-outcome="c2"] .ob-column__measure .ob-count');
    expect(count?.firstElementChild?.textContent).toBe('1/2');
    await waitFor('the address', () => history().at(-1)?.includes('zoek=coordinatie') === true);
  });

  test('nothing found is said once, and can be undone there', async () => {
    await showBoard({ board: smallBoard() });
    const field = page.getByRole('searchbox', { name: 'Zoek in dit bord' });
    await field.fill('zebra');
    const said = page.getByRole('heading', { name: 'Niets gevonden voor ‘zebra’' });
    await expect.element(said).toBeInTheDocument();
    await page.getByRole('main').getByRole('button', { name: 'Alles tonen' }).last().click();
    await expect.element(page.getByText('5 activiteiten')).toBeInTheDocument();
    await expect.element(field).toHaveValue('');
  });

  test('by organisation: what it owns and where it takes part', async () => {
    await showBoard({ board: smallBoard() });
    await page.getByRole('button', { name: 'Organisatie' }).click();
    await page.getByRole('checkbox', { name: /GGD Voorbeeldland/ }).click();
    await expect.element(page.getByText('3 van 5 activiteiten')).toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'Alles tonen' }).click();
    await expect.element(page.getByText('5 activiteiten', { exact: true })).toBeInTheDocument();
  });
});

describe('an empty board', () => {
  test('takes a pasted list and gives a column for each line', async () => {
    await showBoard({ board: { ...EMPTY_BOARD, organisations: smallBoard().organisations } });
    const field = page.getByRole('textbox', { name: 'Uw opbrengsten, één per regel' });
    await expect.element(field).toHaveFocus();
    await field.fill('1. Gezond opgroeien\n2. Meedoen\n3. Veilig thuis');
    await page.getByRole('button', { name: 'Alle 3 toevoegen' }).click();
    await expect.element(page.getByRole('heading', { name: '3 Veilig thuis' })).toBeInTheDocument();
  });

  test('tells a member who fills it', async () => {
    await showBoard({ board: { ...EMPTY_BOARD, organisations: smallBoard().organisations }, ...member });
    await expect.element(page.getByRole('heading', { name: 'Dit bord is nog leeg' })).toBeInTheDocument();
    expect(
      page
        .getByRole('textbox')
        .elements()
        .filter((field) => field.getAttribute('type') !== 'search'),
    ).toHaveLength(0);
  });
});

describe('on a phone', () => {
  test('one column stands at a time, and a pill brings another', async () => {
    await page.viewport(390, 844);
    await showBoard({ board: smallBoard() });
    await expect.poll(() => page.getByRole('heading', { level: 2 }).elements().length).toBe(1);
    await page.getByRole('button', { name: '2 Meedoen', exact: true }).click();
    await waitFor('the column', () => titlesAt('c2').length === 2);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
  });
});

test('the whole board fits on a projector', async () => {
  await page.viewport(1920, 1080);
  await showBoard({ board: smallBoard() });
  await page.getByRole('button', { name: 'Weergave' }).click();
  await page.getByRole('menuitem', { name: /Alles op één scherm/ }).click();
  await waitFor('the grid', () => document.querySelector('.ob-board--fitted') !== null);
  for (const body of document.querySelectorAll('.ob-column__body')) {
    expect(body.scrollHeight).toBeLessThanOrEqual(body.clientHeight + 1);
  }
});

test('? shows the keys', async () => {
  await showBoard({ board: smallBoard() });
  await userEvent.keyboard('?');
  await expect.element(page.getByRole('dialog', { name: 'Sneltoetsen' })).toBeInTheDocument();
});
