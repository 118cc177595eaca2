import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { paragraph } from '../../../shared/board/richText.ts';
import { eventually, Field, openEditor, show, Writer } from './harness.tsx';

const OTHER = 'activity:a1:notesText';

function two(): [Writer, Writer] {
  const [ggd, welzijn] = [new Writer('ggd'), new Writer('welzijn')];
  ggd.write([paragraph('Het team komt langs.')]);
  ggd.write([paragraph('Een notitie.')], OTHER);
  ggd.connect(welzijn);
  return [ggd, welzijn];
}

const carets = () => [...document.querySelectorAll<HTMLElement>('.ob-caret')];

test("another's caret stands in the text with the name and colour of the organisation, and never my own", async () => {
  const [ggd, welzijn] = two();
  await show(<Field writer={ggd} />);
  await openEditor(0);
  welzijn.awareness.setLocalStateField('at', { activityId: 'a1', field: 'meansText' });
  welzijn.awareness.setLocalStateField('cursor', ggd.awareness.getLocalState()?.['cursor']);
  await expect
    .poll(() => carets().map((caret) => caret.textContent?.replaceAll('\u2060', '')))
    .toEqual(['Welzijn Voorbeeld']);
  const [caret] = carets();
  expect(caret?.dataset['organisationColour']).toBe('4');
  expect(ggd.awareness.getLocalState()?.['cursor']).toMatchObject({
    anchor: expect.anything(),
    head: expect.anything(),
  });
});

test('my caret reaches the other, in the text where I write', async () => {
  const [ggd, welzijn] = two();
  await show(<Field writer={ggd} />);
  await openEditor(0);
  await userEvent.keyboard('{Control>}{Home}{/Control}');
  await expect
    .poll(() => [...welzijn.carets().others().values()].map((caret) => caret.name))
    .toEqual(['GGD Voorbeeldland']);
  expect(welzijn.carets(OTHER).others().size).toBe(0);
});

test('a caret in another field, or a position of another text, is not drawn here', async () => {
  const [ggd, welzijn] = two();
  await show(<Field writer={ggd} />);
  await openEditor(0);
  const mine = ggd.awareness.getLocalState()?.['cursor'];
  welzijn.awareness.setLocalStateField('at', { activityId: 'a1', field: 'notesText' });
  welzijn.awareness.setLocalStateField('cursor', mine);
  welzijn.awareness.setLocalStateField('at', { activityId: 'a1', field: 'meansText' });
  welzijn.awareness.setLocalStateField('cursor', { anchor: { tname: OTHER }, head: { tname: OTHER } });
  expect(ggd.carets().others().size).toBe(0);
  expect(carets()).toEqual([]);
});

test.each([
  [{ anchor: 1, head: 'x' }],
  [{ anchor: {}, head: {} }],
  [{ anchor: { item: { client: -1, clock: 0 } }, head: { item: { client: 1, clock: -1 } } }],
  [{ anchor: { tname: 'activities' }, head: { tname: 'activities' } }],
  ['caret'],
])('a caret that is no position (%j) changes nothing', async (cursor) => {
  const [ggd, welzijn] = two();
  await show(<Field writer={ggd} />);
  await openEditor(0);
  welzijn.awareness.setLocalStateField('at', { activityId: 'a1', field: 'meansText' });
  welzijn.awareness.setLocalStateField('cursor', cursor);
  await userEvent.keyboard('{Control>}{End}{/Control} Ook thuis.');
  await eventually(() => welzijn.words()).toBe('Het team komt langs. Ook thuis.');
  expect(carets()).toEqual([]);
  expect([...ggd.doc.share.keys()]).not.toContain('activities');
});

test('leaving a field takes its caret away; going to another field takes it along', async () => {
  const [ggd, welzijn] = two();
  await show(
    <>
      <Field writer={ggd} />
      <Field writer={ggd} name={OTHER} label="Notities" />
      <button type="button">elders</button>
    </>,
  );
  await openEditor(0);
  await openEditor(1);
  await eventually(() => welzijn.carets(OTHER).others().size).toBe(1);
  expect(welzijn.carets().others().size).toBe(0);
  await page.getByRole('button', { name: 'elders' }).click();
  await eventually(() => welzijn.carets(OTHER).others().size).toBe(0);
  expect(ggd.awareness.getLocalState()?.['cursor']).toBeNull();
});
