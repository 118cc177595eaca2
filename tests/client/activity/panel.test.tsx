import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { isLive } from '../../../shared/board/board.ts';
import { party } from '../../../shared/board/documentRef.ts';
import { homeOf, liveLinks } from '../../../shared/board/home.ts';
import { eventually, panel, showPanel } from './showPanel.tsx';

const title = () => panel().getByRole('textbox', { name: 'Titel van de kaart' });

function setField(doc: Y.Doc, id: string, field: string, value: unknown): void {
  const record = doc.getMap('activities').get(id);
  if (record instanceof Y.Map) record.set(field, value);
}

describe('the title', () => {
  test('is changed in place, by Enter', async () => {
    const { activity } = await showPanel('a1');
    await title().fill('Huisbezoek bij jonge gezinnen');
    await userEvent.keyboard('{Enter}');
    await eventually(() => activity().title).toBe('Huisbezoek bij jonge gezinnen');
  });

  test('comes back on Escape, and the panel stays', async () => {
    const { activity } = await showPanel('a1');
    await title().fill('Vergissing');
    await userEvent.keyboard('{Escape}');
    await expect.element(title()).toHaveValue('Huisbezoek');
    expect(activity().title).toBe('Huisbezoek');
  });

  test('that is empty is refused in words', async () => {
    const { activity } = await showPanel('a1');
    await title().fill('  ');
    await userEvent.keyboard('{Enter}');
    await expect.element(panel().getByText('Vul een titel in.').first()).toBeVisible();
    expect(activity().title).toBe('Huisbezoek');
  });

  test('that another replaced at once is shown, and can be taken back', async () => {
    const { activity, fromElsewhere } = await showPanel('a1');
    await title().fill('Mijn titel');
    await userEvent.keyboard('{Enter}');
    fromElsewhere(party('gem'), (doc) => setField(doc, 'a1', 'title', 'Hun titel'));
    await expect.element(panel().getByText('Uw titel ‘Mijn titel’ is vervangen door ‘Hun titel’.')).toBeVisible();
    await panel().getByRole('button', { name: 'Mijn titel terugzetten' }).click();
    expect(activity().title).toBe('Mijn titel');
  });

  test('that another gives while I write mine is told beside the field', async () => {
    const { fromElsewhere } = await showPanel('a1');
    await title().fill('Nog bezig');
    fromElsewhere(party('gem'), (doc) => setField(doc, 'a1', 'title', 'Van een ander'));
    await expect.element(panel().getByText('Iemand anders noemt deze kaart nu ‘Van een ander’.')).toBeVisible();
    await expect.element(title()).toHaveValue('Nog bezig');
  });
});

describe('organisations', () => {
  test('one is added, gets another role and goes again', async () => {
    const { activity } = await showPanel('a2');
    const involved = () => activity().involvements.filter(isLive);
    await panel().getByRole('button', { name: 'Wie doet mee' }).click();
    await page.getByRole('combobox').fill('voorbeeldland');
    await userEvent.keyboard('{Enter}');
    await eventually(() => involved().map(({ organisationId, role }) => [organisationId, role])).toEqual([
      ['ggd', 'involved'],
    ]);
    await panel()
      .getByRole('button', { name: /GGD Voorbeeldland/ })
      .click();
    await page.getByRole('menuitem', { name: 'adviseert' }).click();
    await eventually(() => involved()[0]?.role).toBe('advises');
    await panel()
      .getByRole('button', { name: /GGD Voorbeeldland/ })
      .click();
    await page.getByRole('menuitem', { name: 'Doet niet meer mee' }).click();
    await eventually(involved).toEqual([]);
  });

  test('the lead is given and taken away', async () => {
    const { activity } = await showPanel('a2');
    await panel().getByRole('button', { name: 'Regie', exact: true }).click();
    await page.getByRole('option', { name: /GGD Voorbeeldland/ }).click();
    await eventually(() => activity().lead).toBe('ggd');
    await panel().getByRole('button', { name: /regie/ }).click();
    await page.getByRole('menuitem', { name: 'Geen regie' }).click();
    await eventually(() => activity().lead).toBeUndefined();
  });
});

describe('outcomes', () => {
  const links = (live: Awaited<ReturnType<typeof showPanel>>) =>
    liveLinks(live.live.store.get().board.outcomes, live.activity()).map(({ outcomeId }) => outcomeId);

  test('a further one is added by typing a part of its name, and removed', async () => {
    const shown = await showPanel('a2');
    await panel().getByRole('button', { name: 'Opbrengst', exact: true }).click();
    await page.getByRole('combobox').fill('meed');
    await userEvent.keyboard('{Enter}');
    await eventually(() => links(shown)).toEqual(['c2']);
    await panel().getByRole('button', { name: '2 Meedoen', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Draagt hier niet meer aan bij' }).click();
    await eventually(() => links(shown)).toEqual([]);
  });

  test('the home moves, and the card stays one card', async () => {
    const shown = await showPanel('a1');
    await panel().getByRole('button', { name: '1.1 Goede start', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Verplaats naar…' }).click();
    await page.getByRole('combobox').fill('taal');
    await userEvent.keyboard('{Enter}');
    const { board } = shown.live.store.get();
    await eventually(() => homeOf(board.outcomes, shown.activity())).toBe('s2');
    expect(links(shown)).toEqual(['c2']);
  });

  test('a card without one gets its first place here', async () => {
    const shown = await showPanel('a5');
    await expect.element(panel().getByText('Nog zonder opbrengst')).toBeVisible();
    await panel().getByRole('button', { name: 'Een plek geven' }).click();
    await page.getByRole('option', { name: '2 Meedoen' }).click();
    await eventually(() => shown.activity().place?.outcomeId).toBe('c2');
  });
});

describe('texts', () => {
  test('an empty field opens from its button with the cursor in it, and what is typed is in the document', async () => {
    const { activity } = await showPanel('a2');
    await panel().getByRole('button', { name: 'Werkwijze' }).click();
    await eventually(() => document.querySelector('.ProseMirror-focused')).not.toBeNull();
    await userEvent.keyboard('Elke week een uur.');
    await eventually(() => activity().texts.workingMethodText).toMatchObject([
      { content: [{ text: 'Elke week een uur.' }] },
    ]);
  });

  test('results stand side by side for each year of the plan', async () => {
    const { activity } = await showPanel('a2');
    await panel().getByRole('button', { name: 'Resultaten' }).click();
    await eventually(() => document.querySelector('.ProseMirror-focused')).not.toBeNull();
    await userEvent.keyboard('Twintig kinderen');
    await expect.element(panel().getByRole('textbox', { name: 'Resultaten 2027' })).toBeVisible();
    await eventually(() => activity().texts['resultsText:2026']).toMatchObject([
      { content: [{ text: 'Twintig kinderen' }] },
    ]);
  });

  test('a field in which someone else has begun is there, and says who', async () => {
    const { awareness } = await showPanel('a2');
    awareness.states.set(99, {
      user: { id: 'u9', name: 'Fatma', organisationId: 'ggd', role: 'member' },
      at: { activityId: 'a2', field: 'objectiveText' },
    });
    awareness.emit('change', [{ added: [99], updated: [], removed: [] }, 'elsewhere']);
    await expect.element(panel().getByRole('textbox', { name: 'Doel' })).toBeVisible();
    await expect.element(panel().getByText('GGD Voorbeeldland schrijft mee')).toBeVisible();
  });
});

describe('a card that one may not change', () => {
  test('is readable, and says why', async () => {
    await showPanel('a1', { role: 'member', mode: 'own', organisationId: 'ggd' });
    const why = 'Kaart van Gemeente Voorbeeld: u kunt dit niet wijzigen. Vraag het een begeleider.';
    await expect.element(panel().getByText(why)).toBeVisible();
    const means = panel().getByRole('group', { name: 'Middelen' });
    await expect.element(means).toHaveTextContent('De wijkverpleegkundige komt langs.');
    await expect.element(means).toHaveAccessibleDescription(why);
    expect(panel().getByRole('textbox').elements()).toEqual([]);
    expect(panel().getByRole('button', { name: 'Wie doet mee' }).elements()).toEqual([]);
    await panel().getByRole('button', { name: 'Meer voor deze kaart' }).click();
    const offered = page
      .getByRole('menuitem')
      .elements()
      .map((item) => item.textContent);
    expect(offered).toEqual(['Link naar deze kaart kopiëren']);
  });
});

describe('the trash', () => {
  test('a card goes there from its menu and comes back from its panel', async () => {
    const { activity } = await showPanel('a1');
    await panel().getByRole('button', { name: 'Meer voor deze kaart' }).click();
    await page.getByRole('menuitem', { name: 'Naar de prullenbak' }).click();
    await eventually(() => isLive(activity())).toBe(false);
    await expect.element(panel().getByText('Deze kaart ligt in de prullenbak.')).toBeVisible();
    expect(panel().getByRole('textbox').elements()).toEqual([]);
    await panel().getByRole('button', { name: 'Terugzetten' }).click();
    await eventually(() => isLive(activity())).toBe(true);
    await expect.element(title()).toBeVisible();
  });

  test('a card that someone else archives while I write says so, and my words are in it', async () => {
    const { activity, fromElsewhere } = await showPanel('a1');
    await panel().getByRole('textbox', { name: 'Middelen' }).click();
    await eventually(() => document.querySelector('.ProseMirror-focused')).not.toBeNull();
    await userEvent.keyboard('Nieuw. ');
    fromElsewhere(party('gem'), (doc) => setField(doc, 'a1', 'archivedAt', '2026-11-22T10:00:00.000Z'));
    await expect.element(panel().getByText('Deze kaart ligt in de prullenbak.')).toBeVisible();
    expect(JSON.stringify(activity().texts.meansText)).toContain('Nieuw. ');
    await eventually(() => document.querySelector('.ProseMirror')).toBeNull();
  });
});

test('an address of no card says so, with a way to the board', async () => {
  await showPanel('nergens');
  const gone = page.getByRole('region', { name: 'Deze kaart is er niet' });
  await gone.getByRole('button', { name: 'Naar het bord' }).click();
  await eventually(() => gone.elements()).toEqual([]);
});

test('Escape leaves the text first and then the panel, and the focus is on the card on the board', async () => {
  await showPanel('a1');
  await panel().getByRole('textbox', { name: 'Middelen' }).click();
  await eventually(() => document.querySelector('.ProseMirror-focused')).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  await eventually(() => document.querySelector('.ProseMirror')).toBeNull();
  await eventually(() => document.activeElement?.getAttribute('role')).toBe('textbox');
  await userEvent.keyboard('{Escape}');
  await eventually(() => panel().elements()).toEqual([]);
  await eventually(
    () => document.activeElement?.getAttribute('data-card-focus') ?? document.activeElement?.outerHTML.slice(0, 300),
  ).toContain('s1/a1');
});

test('Escape closes a list to choose from, and not the panel', async () => {
  await showPanel('a2');
  await panel().getByRole('button', { name: 'Opbrengst', exact: true }).click();
  await expect.element(page.getByRole('combobox', { name: /Aan welke opbrengst/ })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await eventually(() => page.getByRole('combobox', { name: /Aan welke opbrengst/ }).elements()).toEqual([]);
  await expect.element(title()).toBeVisible();
  await eventually(() => document.activeElement?.textContent).toBe('Opbrengst');
});

test('hostile words in a title and in names are words', async () => {
  const { fromElsewhere } = await showPanel('a1');
  const words = '<img src=x onerror="window.hacked=1">{{title}}';
  fromElsewhere(party('gem'), (doc) => setField(doc, 'a1', 'title', words));
  await expect.element(title()).toHaveValue(words);
  expect(document.querySelector('.ob-side-panel img')).toBeNull();
  expect('hacked' in window).toBe(false);
});
