import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { bulletList, paragraph } from '../../../shared/board/richText.ts';
import { box, eventually, Field, openEditor, show, Writer } from './harness.tsx';

const FIELDS = ['meansText', 'resultsText:2026', 'socialQuestionText', 'organisingText', 'notesText'];

function two(): [Writer, Writer] {
  const [ggd, welzijn] = [new Writer('ggd'), new Writer('welzijn')];
  ggd.connect(welzijn);
  return [ggd, welzijn];
}

test.each(FIELDS)('the words of two writers in the same %s both stay', async (field) => {
  const name = `activity:a1:${field}`;
  const [ggd, welzijn] = two();
  ggd.write([paragraph('Het team komt langs.')], name);
  await show(
    <>
      <Field writer={ggd} name={name} />
      <Field writer={welzijn} name={name} />
    </>,
  );
  await openEditor(0);
  await userEvent.keyboard('{Control>}{End}{/Control} Ook thuis.');
  await openEditor(1);
  await userEvent.keyboard('{Control>}{Home}{/Control}Elke week: ');
  await eventually(() => ggd.words(name)).toBe('Elke week: Het team komt langs. Ook thuis.');
  expect(welzijn.words(name)).toBe(ggd.words(name));
});

test('two who open the same empty field and type at once share one text', async () => {
  const [ggd, welzijn] = two();
  await show(
    <>
      <Field writer={ggd} />
      <Field writer={welzijn} />
    </>,
  );
  await openEditor(0);
  await userEvent.keyboard('Van de GGD.');
  await openEditor(1);
  await userEvent.keyboard('{Control>}{End}{/Control}{Enter}Van welzijn.');
  await eventually(() => ggd.words()).toBe('Van de GGD.\nVan welzijn.');
});

test('what one takes back in a text leaves what the other wrote', async () => {
  const [ggd, welzijn] = two();
  ggd.write([paragraph('Begin.')]);
  await show(<Field writer={ggd} />);
  await openEditor(0);
  await userEvent.keyboard('{Control>}{End}{/Control} Mijn zin.');
  welzijn.fragment().insert(1, []);
  welzijn.write([paragraph('Een zin van een ander.')]);
  await expect.element(box(0)).toHaveTextContent('Een zin van een ander.');
  await userEvent.keyboard('{Control>}z{/Control}');
  await eventually(() => ggd.words()).toBe('Begin.\nEen zin van een ander.');
});

test('taking back still works after the field was left and opened again', async () => {
  const [ggd] = two();
  ggd.write([paragraph('Begin.')]);
  await show(
    <>
      <Field writer={ggd} />
      <button type="button">elders</button>
    </>,
  );
  await openEditor(0);
  await userEvent.keyboard('{Control>}{End}{/Control} Mijn zin.');
  await page.getByRole('button', { name: 'elders' }).click();
  await eventually(() => document.querySelector('.ProseMirror')).toBeNull();
  await openEditor(0);
  await userEvent.keyboard('{Control>}z{/Control}');
  await eventually(() => ggd.words()).toBe('Begin.');
});

test('a list typed by one and marked by the other is one list with bold words', async () => {
  const [ggd, welzijn] = two();
  ggd.write([bulletList(['eerste', 'tweede'])]);
  await show(
    <>
      <Field writer={ggd} />
      <Field writer={welzijn} />
    </>,
  );
  await openEditor(0);
  await userEvent.keyboard('{Control>}{End}{/Control}{Enter}derde');
  await openEditor(1);
  await userEvent.keyboard('{Control>}a{/Control}{Control>}b{/Control}');
  await eventually(() => ggd.words()).toBe('eerste\ntweede\nderde');
  const [list] = ggd.read();
  expect(list).toMatchObject({
    type: 'bulletList',
    content: [1, 2, 3].map(() => ({ content: [{ content: [{ bold: true }] }] })),
  });
});

test('what is typed before the editor has come is not lost', async () => {
  const [ggd] = two();
  ggd.write([paragraph('Begin.')]);
  await show(<Field writer={ggd} />);
  await box(0).click();
  await userEvent.keyboard(' Meteen.');
  await eventually(() => ggd.words()).toContain(' Meteen.');
});
