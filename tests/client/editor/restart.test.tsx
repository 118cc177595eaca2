import { useState } from 'react';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { paragraph } from '../../../shared/board/richText.ts';
import { box, eventually, Field, openEditor, show, Writer } from './harness.tsx';

function Restarting({ writers }: { writers: readonly Writer[] }) {
  const [round, setRound] = useState(0);
  const writer = writers[round % writers.length];
  return (
    <>
      {/* Pressed by a program, as when a document is started afresh by the server: the focus stays in the text. */}
      <button type="button" data-testid="restart" onClick={() => setRound(round + 1)}>
        opnieuw
      </button>
      {writer && <Field writer={writer} />}
    </>
  );
}

function writerOf(words: string): Writer {
  const writer = new Writer('ggd');
  writer.write([paragraph(words)]);
  return writer;
}

test('a document that starts afresh while one types goes on in the new one, with the focus', async () => {
  const [first, second] = [writerOf('Eerste document.'), writerOf('Tweede document.')];
  await show(<Restarting writers={[first, second]} />);
  await openEditor(0);
  await userEvent.keyboard('{Control>}{End}{/Control} Erbij.');
  page
    .getByTestId('restart')
    .element()
    .dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await eventually(() => box(0).element().textContent).toBe('Tweede document.');
  await eventually(() => document.activeElement?.classList.contains('ProseMirror')).toBe(true);
  await userEvent.keyboard('{Control>}{End}{/Control} Verder.');
  await eventually(() => second.words()).toBe('Tweede document. Verder.');
  expect(first.words()).toBe('Eerste document. Erbij.');
});

test('twenty restarts under the fingers leave one editor and no error', async () => {
  const writers = [writerOf('Een.'), writerOf('Twee.'), writerOf('Drie.')];
  await show(<Restarting writers={writers} />);
  await openEditor(0);
  for (let round = 0; round < 20; round += 1) {
    page
      .getByTestId('restart')
      .element()
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    await userEvent.keyboard('x');
  }
  await eventually(() => document.querySelectorAll('.ProseMirror').length).toBe(1);
  await userEvent.keyboard('{Control>}{End}{/Control}!');
  await eventually(() => writers.some((writer) => writer.words().endsWith('!'))).toBe(true);
});

test('losing the right to write turns the editor into text to read', async () => {
  const writer = writerOf('Wat er stond.');
  const screen = await show(<Field writer={writer} />);
  await openEditor(0);
  await screen.rerender(
    <main>
      <p id="why">Kaart van GGD: u kunt dit niet wijzigen.</p>
      <Field writer={writer} writable={false} refusedBy="why" />
    </main>,
  );
  await eventually(() => document.querySelector('.ProseMirror')).toBeNull();
  const text = page.getByRole('group', { name: 'Middelen' });
  await expect.element(text).toHaveTextContent('Wat er stond.');
  await expect.element(text).toHaveAccessibleDescription('Kaart van GGD: u kunt dit niet wijzigen.');
});
