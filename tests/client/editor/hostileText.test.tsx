import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { LIMITS } from '../../../shared/board/limits.ts';
import { paragraph } from '../../../shared/board/richText.ts';
import { box, eventually, Field, openEditor, show, Writer } from './harness.tsx';

const HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>{{constructor}} \u202e omgekeerd';

test('a hostile text is shown as text, to read and to write', async () => {
  const writer = new Writer('ggd');
  writer.write([paragraph(HOSTILE)]);
  await show(<Field writer={writer} />);
  expect(box(0).element().textContent).toContain(HOSTILE);
  await openEditor(0);
  expect(box(0).element().textContent).toContain(HOSTILE);
  expect(document.querySelector('img, .ob-text script')).toBeNull();
  expect('hacked' in window).toBe(false);
});

test('a link that someone put in the document with another address than a page is no link', async () => {
  const writer = new Writer('ggd');
  const element = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  text.applyDelta([{ insert: 'klik hier', attributes: { link: { href: 'javascript:window.hacked=1' } } }]);
  element.insert(0, [text]);
  writer.fragment().insert(0, [element]);
  await show(<Field writer={writer} />);
  expect(document.querySelector('.ob-text [href]')).toBeNull();
  await openEditor(0);
  expect(box(0).element().textContent).toBe('klik hier');
  expect(document.querySelector('.ob-text [href]')).toBeNull();
});

function foreign(writer: Writer): void {
  const heading = new Y.XmlElement('heading');
  const words = new Y.XmlText();
  words.applyDelta([{ insert: 'Kop ' }, { insert: 'gemarkeerd', attributes: { highlight: { color: 'red' } } }]);
  heading.insert(0, [words]);
  writer.fragment().insert(writer.fragment().length, [heading]);
}

test('what this editor does not know is not deleted by opening it; one may turn it into plain text', async () => {
  const writer = new Writer('ggd');
  writer.write([paragraph('Eerst.')]);
  foreign(writer);
  const before = writer.fragment().toString();
  await show(<Field writer={writer} />);
  await box(0).click();
  await expect.element(page.getByText('opmaak van een ander programma')).toBeVisible();
  expect(writer.fragment().toString()).toBe(before);
  await page.getByRole('button', { name: 'Omzetten en bewerken' }).click();
  await eventually(() => box(0).element().classList.contains('ProseMirror-focused')).toBe(true);
  expect(writer.read()).toEqual([paragraph('Eerst.'), paragraph('Kop gemarkeerd')]);
});

test('what someone else puts in while I write is not deleted by my editor', async () => {
  const [ggd, other] = [new Writer('ggd'), new Writer('welzijn')];
  ggd.write([paragraph('Eerst.')]);
  ggd.connect(other);
  await show(<Field writer={ggd} />);
  await openEditor(0);
  foreign(other);
  await expect.element(page.getByText('opmaak van een ander programma')).toBeVisible();
  expect(ggd.words()).toBe('Eerst.\nKop gemarkeerd');
  expect(ggd.fragment().toString()).toContain('<heading>');
  expect(other.fragment().toString()).toBe(ggd.fragment().toString());
});

test('a text that is full takes nothing more, and says so', async () => {
  const writer = new Writer('ggd');
  writer.write([paragraph('a'.repeat(LIMITS.text - 2))]);
  await show(<Field writer={writer} />);
  await openEditor(0);
  await userEvent.keyboard('{Control>}{End}{/Control}bbb');
  await expect.element(page.getByText('Deze tekst is vol')).toBeVisible();
  expect(writer.words().length).toBeLessThanOrEqual(LIMITS.text);
  await userEvent.keyboard('{Backspace}{Backspace}');
  await eventually(() => writer.words().length).toBeLessThan(LIMITS.text - 2);
});
