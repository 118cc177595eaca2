import { expect, test } from 'vitest';
import { party } from '../../../shared/board/documentRef.ts';
import { paragraph, plainText } from '../../../shared/board/richText.ts';
import { handOver } from '../../../shared/doc/handOver.ts';
import { fragmentName } from '../../../shared/doc/layout.ts';
import { writeFragment } from '../../../shared/doc/richTextFragment.ts';
import { eventually, panel, showPanel } from './showPanel.tsx';

const AT = '2026-11-25T10:00:00.000Z';

/** A card of the GGD that went to the municipality, with a sentence that came to the old place afterwards. */
async function handedOver() {
  const local = await showPanel('a3');
  const { fromElsewhere } = local;
  fromElsewhere(party('ggd'), (source) =>
    fromElsewhere(party('gem'), (target) =>
      handOver(
        { key: 'party/ggd', owner: 'ggd', doc: source },
        { key: 'party/gem', owner: 'gem', doc: target },
        'a3',
        AT,
      ),
    ),
  );
  await eventually(() => local.activity().owner).toBe('gem');
  fromElsewhere(party('ggd'), (doc) => {
    const text = [paragraph('Nog één zin.'), paragraph('En nog een.')];
    writeFragment(doc.getXmlFragment(fragmentName({ kind: 'activity', id: 'a3', field: 'meansText' })), text);
  });
  return local;
}

test('X5: what came after the hand-over is shown, and is added to the card or left out', async () => {
  const { activity } = await handedOver();
  const late = panel().getByRole('region', { name: 'Tekst na overdracht' });
  await expect.element(late.getByText('Nog één zin.')).toBeVisible();
  await expect.element(late.getByText('En nog een.')).toBeVisible();
  await late.getByRole('button', { name: 'Toevoegen aan de kaart' }).first().click();
  await eventually(() => plainText(activity().texts.meansText ?? [])).toBe('Nog één zin.');
  await late.getByRole('button', { name: 'Weglaten' }).click();
  await expect.element(late).not.toBeInTheDocument();
  expect(plainText(activity().texts.meansText ?? [])).toBe('Nog één zin.');
});
