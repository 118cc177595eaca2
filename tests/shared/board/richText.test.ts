import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  type Block,
  bulletList,
  isBlank,
  paragraph,
  plainText,
  type RichText,
  resultStatuses,
} from '../../../shared/board/richText.ts';
import { readFragment, writeFragment } from '../../../shared/doc/richTextFragment.ts';

const word = fc.stringMatching(/^[A-Za-zëü€ ]{1,12}$/);
const span = fc.record(
  {
    type: fc.constant('text' as const),
    text: word,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    href: fc.constant('https://voorbeeld.nl/a'),
  },
  { requiredKeys: ['type', 'text'] },
);
/** Neighbouring spans with the same marks are one, so one span a paragraph keeps the comparison plain. */
const inline = fc.oneof(
  fc.constant([]),
  span.map((only) => [only]),
  fc.tuple(span, span).map(([a, b]) => [a, { type: 'hardBreak' as const }, b]),
);
const para = inline.map((content): Block => ({ type: 'paragraph', content }));
const item = fc.record(
  {
    type: fc.constant('listItem' as const),
    status: fc.constantFrom('toBeDetermined' as const, 'notApplicable' as const, 'awaitingSubsidy' as const),
    due: fc.constant('2026-12-01'),
    who: fc.constant('ggd'),
    content: fc.array(para, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['type', 'content'] },
);
const list = fc.record({
  type: fc.constantFrom('bulletList' as const, 'orderedList' as const),
  content: fc.array(item, { minLength: 1, maxLength: 4 }),
});
const richText: fc.Arbitrary<RichText> = fc.array(fc.oneof(para, list), { maxLength: 5 });

function fragmentOf(text: RichText): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('text');
  fragment.doc?.transact(() => writeFragment(fragment, text));
  return fragment;
}

describe('rich text', () => {
  it('T3, T4: reads back what was written, on this replica and on another', () => {
    fc.assert(
      fc.property(richText, (text) => {
        const fragment = fragmentOf(text);
        expect(readFragment(fragment)).toEqual(text);
        const other = new Y.Doc();
        if (fragment.doc) Y.applyUpdate(other, Y.encodeStateAsUpdate(fragment.doc));
        expect(readFragment(other.getXmlFragment('text'))).toEqual(text);
      }),
    );
  });

  it('T3: reads what other programs make: loose text, unknown elements, dangerous addresses, great depth', () => {
    const fragment = new Y.Doc().getXmlFragment('text');
    const link = new Y.XmlText();
    link.applyDelta([{ insert: 'klik', attributes: { link: { href: 'javascript:alert(1)' }, 'bold--a1b2': {} } }]);
    const table = new Y.XmlElement('table');
    table.insert(0, [new Y.XmlText('cel')]);
    fragment.insert(0, [link, table]);
    let deep = new Y.XmlElement('bulletList');
    fragment.insert(2, [deep]);
    for (let depth = 0; depth < 1000; depth++) {
      const inner = new Y.XmlElement(depth % 2 ? 'bulletList' : 'listItem');
      deep.insert(0, [inner]);
      deep = inner;
    }
    const [first, second] = readFragment(fragment);
    expect(first).toEqual({ type: 'paragraph', content: [{ type: 'text', text: 'klik', bold: true }] });
    expect(second).toEqual(paragraph('cel'));
  });

  it('T4: counts each top-level item or loose paragraph as one result', () => {
    const nested = { type: 'listItem' as const, content: [paragraph('Drie groepen'), bulletList(['Noord', 'Zuid'])] };
    const open = { type: 'listItem' as const, status: 'toBeDetermined' as const, content: [paragraph('')] };
    const empty = { type: 'listItem' as const, content: [paragraph(' ')] };
    expect(
      resultStatuses([paragraph('Los'), { type: 'bulletList', content: [nested, open, empty] }, paragraph('')]),
    ).toEqual(['given', 'given', 'toBeDetermined']);
    expect(resultStatuses(undefined)).toEqual([]);
  });

  it('gives the words, a line for each paragraph, and knows what is blank', () => {
    expect(plainText([paragraph('Een'), bulletList(['twee', 'drie'])])).toBe('Een\ntwee\ndrie');
    expect(isBlank([paragraph('  '), bulletList([''])])).toBe(true);
    expect(
      isBlank([{ type: 'bulletList', content: [{ type: 'listItem', status: 'notApplicable', content: [] }] }]),
    ).toBe(false);
  });
});
