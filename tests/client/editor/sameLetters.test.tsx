import { test } from 'vitest';
import { userEvent } from 'vitest/browser';
import * as Y from 'yjs';
import { paragraph } from '../../../shared/board/richText.ts';
import { eventually, Field, openEditor, show, Writer } from './harness.tsx';

function textOf(writer: Writer): Y.XmlText {
  const [first] = writer.fragment().toArray();
  const text = first instanceof Y.XmlElement ? first.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('no text');
  return text;
}

test('the same letter typed before that of another stays in its own word', async () => {
  const [ggd, welzijn] = [new Writer('ggd'), new Writer('welzijn')];
  welzijn.write([paragraph('Nu.')]);
  ggd.connect(welzijn);
  await show(<Field writer={ggd} />);
  await openEditor(0);
  const afterTheirs = Y.createRelativePositionFromTypeIndex(textOf(welzijn), 1, -1);
  await userEvent.keyboard('{Control>}{Home}{/Control}N');
  await eventually(() => welzijn.words()).toBe('NNu.');
  const place = Y.createAbsolutePositionFromRelativePosition(afterTheirs, welzijn.doc);
  textOf(welzijn).insert(place?.index ?? 0, 'og');
  await userEvent.keyboard('ee, ');
  await eventually(() => ggd.words()).toBe('Nee, Nogu.');
});

test('what is typed in a word of one letter repeated is taken back as it was put in', async () => {
  const ggd = new Writer('ggd');
  ggd.write([paragraph('aaa')]);
  await show(<Field writer={ggd} />);
  await openEditor(0);
  await userEvent.keyboard('{Control>}{Home}{/Control}aab');
  await eventually(() => ggd.words()).toBe('aabaaa');
  await userEvent.keyboard('{Control>}z{/Control}');
  await eventually(() => ggd.words()).toBe('aaa');
});
