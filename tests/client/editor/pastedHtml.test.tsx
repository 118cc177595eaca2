import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { bulletList, paragraph, type RichText } from '../../../shared/board/richText.ts';
import { box, eventually, Field, openEditor, show, Writer } from './harness.tsx';
import { WORD, WORD_WORDS } from './wordSample.ts';

/** Pastes as the browser does, with what an office program puts on the clipboard. */
function paste(html: string, text = ''): void {
  const data = new DataTransfer();
  data.setData('text/html', html);
  data.setData('text/plain', text);
  box(0)
    .element()
    .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
}

async function pasted(html: string, text?: string, hasStatuses = false): Promise<RichText> {
  const writer = new Writer('ggd');
  await show(<Field writer={writer} hasStatuses={hasStatuses} />);
  await openEditor(0);
  paste(html, text);
  await eventually(() => writer.words()).not.toBe('');
  return writer.read();
}

describe('pasting from Word', () => {
  test('gives paragraphs and nested lists, and no word is lost', async () => {
    const text = await pasted(WORD);
    expect(text).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'Gezonde school', bold: true }] },
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'De ' },
          { type: 'text', text: 'aanpak', bold: true },
          { type: 'text', text: ' loopt op ' },
          { type: 'text', text: 'zes', italic: true },
          { type: 'text', text: ' scholen.' },
        ],
      },
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [paragraph('Training voor leerkrachten'), bulletList(['twee dagdelen'])] },
          { type: 'listItem', content: [paragraph('Ouderavond')] },
        ],
      },
      {
        type: 'orderedList',
        content: [
          { type: 'listItem', content: [paragraph('Eerst bellen')] },
          { type: 'listItem', content: [paragraph('Dan langsgaan')] },
        ],
      },
      paragraph('Wie | Wanneer'),
      paragraph('GGD Voorbeeldland | elk kwartaal'),
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'Zie ' },
          { type: 'text', text: 'de site', href: 'https://www.voorbeeld.nl/plan' },
          { type: 'text', text: ' en het schema.' },
        ],
      },
    ]);
  });

  test('keeps the order of all its words', async () => {
    const writer = new Writer('ggd');
    await show(<Field writer={writer} />);
    await openEditor(0);
    paste(WORD);
    await eventually(() =>
      writer
        .words()
        .replace(/[|\s]+/g, ' ')
        .trim(),
    ).toBe(WORD_WORDS);
  });
});

test('a cell with several paragraphs gives them all, one below the other', async () => {
  const html = '<table><tr><td><p>Middelen</p><ul><li>een</li><li>twee</li></ul></td><td>Resultaat</td></tr></table>';
  expect(await pasted(html)).toEqual([paragraph('Middelen'), bulletList(['een', 'twee']), paragraph('Resultaat')]);
});

test('a script, a style and an event handler are not text and do nothing; their neighbours stay', async () => {
  const html =
    '<p onclick="window.hacked=1">voor <script>window.hacked=1</script><style>p{color:red}</style><img src=x onerror="window.hacked=1" alt="grafiek"> na</p>';
  expect(await pasted(html)).toEqual([paragraph('voor grafiek na')]);
  expect('hacked' in window).toBe(false);
});

test('a link to anything but a page or an address for mail loses the link and keeps the words', async () => {
  const html =
    '<p><a href="javascript:alert(1)">klik</a> <a href="data:text/html,x">hier</a> <a href="mailto:a@b.nl">mail</a></p>';
  const [first] = await pasted(html);
  expect(first).toEqual({
    type: 'paragraph',
    content: [
      { type: 'text', text: 'klik hier ' },
      { type: 'text', text: 'mail', href: 'mailto:a@b.nl' },
    ],
  });
});

test('a status comes along between results, and not into another field', async () => {
  const html = '<ul><li data-status="toBeDetermined" data-due="2026-12-01"><p>Aantal</p></li></ul>';
  const item = { type: 'listItem', content: [paragraph('Aantal')] };
  expect(await pasted(html, '', true)).toEqual([
    { type: 'bulletList', content: [{ ...item, status: 'toBeDetermined', due: '2026-12-01' }] },
  ]);
});

test('a status does not come along into a text that has none', async () => {
  const html = '<ul><li data-status="toBeDetermined"><p>Aantal</p></li></ul>';
  expect(await pasted(html)).toEqual([bulletList(['Aantal'])]);
});

test('an address pasted on selected words makes them a link', async () => {
  const writer = new Writer('ggd');
  writer.write([paragraph('Zie de site')]);
  await show(<Field writer={writer} />);
  await openEditor(0);
  await userEvent.keyboard('{Control>}a{/Control}');
  paste('', 'https://www.voorbeeld.nl');
  await eventually(() => writer.read()).toEqual([
    { type: 'paragraph', content: [{ type: 'text', text: 'Zie de site', href: 'https://www.voorbeeld.nl' }] },
  ]);
});
