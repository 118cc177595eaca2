import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { bulletList, paragraph, type RichText, resultStatuses } from '../../../shared/board/richText.ts';
import { readFragment, writeFragment } from '../../../shared/doc/richTextFragment.ts';
import { eventually, Field, openEditor, show, Writer } from './harness.tsx';

const STATED: RichText = [
  {
    type: 'bulletList',
    content: [
      { type: 'listItem', content: [paragraph('Gezinnen bereikt')] },
      { type: 'listItem', status: 'toBeDetermined', due: '2026-12-01', who: 'ggd', content: [paragraph('')] },
      { type: 'listItem', status: 'notApplicable', content: [paragraph('Tweede jaar')] },
      { type: 'listItem', status: 'awaitingSubsidy', content: [paragraph('Uitbreiding')] },
    ],
  },
];

async function open(text: RichText): Promise<Writer> {
  const writer = new Writer('ggd');
  writer.write(text);
  await show(<Field writer={writer} hasStatuses label="Resultaten 2026" />);
  return writer;
}

test('what results state survives the editor, and a copy of the document', async () => {
  const writer = await open(STATED);
  await openEditor(0);
  await userEvent.keyboard('{Control>}{End}{/Control} volgt');
  await eventually(() => writer.words()).toContain('Uitbreiding volgt');
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(writer.doc));
  const read = readFragment(copy.getXmlFragment('activity:a1:meansText'));
  expect(resultStatuses(read)).toEqual(['given', 'toBeDetermined', 'notApplicable', 'awaitingSubsidy']);
  expect(read[0]).toMatchObject({ content: [{}, { due: '2026-12-01', who: 'ggd' }, {}, {}] });
  const again = new Y.Doc().getXmlFragment('again');
  writeFragment(again, read);
  expect(readFragment(again)).toEqual(read);
});

test('to read and to write it says the same, with names and dates', async () => {
  await open(STATED);
  const labels = () => [...document.querySelectorAll('[data-item-status]')].map((label) => label.textContent);
  expect(labels()).toHaveLength(3);
  expect(labels()[0]).toContain('Nader te bepalen · vóór 1 december 2026 · door GGD Voorbeeldland');
  await openEditor(0);
  expect(labels()[0]).toBe('Nader te bepalen · vóór 1 december 2026 · door GGD Voorbeeldland');
});

test('by keyboard alone: Ctrl+Enter, an arrow, a date, done', async () => {
  const writer = await open([bulletList(['Aantal gezinnen'])]);
  await openEditor(0);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(page.getByRole('dialog', { name: 'Stand van dit resultaat' })).toBeVisible();
  await eventually(() => document.activeElement).toBe(page.getByRole('radio', { name: 'Gegeven' }).element());
  await userEvent.keyboard('{ArrowDown}');
  await page.getByLabelText('Vóór').fill('2026-11-15');
  await page.getByLabelText('Door wie').fill('Welzijn Voorbeeld');
  await userEvent.keyboard('{Escape}');
  await eventually(() => document.activeElement?.classList.contains('ProseMirror')).toBe(true);
  expect(writer.read()).toEqual([
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          status: 'toBeDetermined',
          due: '2026-11-15',
          who: 'welzijn',
          content: [paragraph('Aantal gezinnen')],
        },
      ],
    },
  ]);
});

test('a loose paragraph becomes an item when its status is set, and given again takes the marks away', async () => {
  const writer = await open([paragraph('Aantal gezinnen')]);
  await openEditor(0);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await page.getByRole('radio', { name: 'Wacht op subsidie' }).click();
  expect(resultStatuses(writer.read())).toEqual(['awaitingSubsidy']);
  await page.getByRole('radio', { name: 'Gegeven' }).click();
  expect(writer.read()).toEqual([bulletList(['Aantal gezinnen'])]);
});

test('the label itself opens the menu of its item', async () => {
  const writer = await open(STATED);
  await openEditor(0);
  await page.getByRole('button', { name: 'Stand: Niet van toepassing. Wijzigen' }).click();
  await page.getByRole('radio', { name: 'Gegeven' }).click();
  expect(resultStatuses(writer.read())).toEqual(['given', 'toBeDetermined', 'given', 'awaitingSubsidy']);
});

test('a new item after one that states something states nothing', async () => {
  const writer = await open(STATED);
  await openEditor(0);
  await userEvent.keyboard('{Control>}{End}{/Control}{Enter}Nog een');
  await eventually(() => writer.words()).toContain('Nog een');
  expect(resultStatuses(writer.read())).toEqual([
    'given',
    'toBeDetermined',
    'notApplicable',
    'awaitingSubsidy',
    'given',
  ]);
});

test('the status and the words of one item, changed by two at once, both stay', async () => {
  const [ggd, welzijn] = [new Writer('ggd'), new Writer('welzijn')];
  ggd.write([bulletList(['Aantal'])]);
  ggd.connect(welzijn);
  await show(
    <>
      <Field writer={ggd} hasStatuses label="Resultaten van de GGD" />
      <Field writer={welzijn} hasStatuses label="Resultaten van welzijn" />
    </>,
  );
  await openEditor(0);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await page.getByRole('radio', { name: 'Niet van toepassing' }).click();
  await userEvent.keyboard('{Escape}');
  await openEditor(1);
  await userEvent.keyboard('{Control>}{End}{/Control} gezinnen');
  await eventually(() => ggd.words()).toBe('Aantal gezinnen');
  expect(resultStatuses(ggd.read())).toEqual(['notApplicable']);
});
