import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import * as Y from 'yjs';
import { party } from '../../../../shared/board/documentRef.ts';
import { editActivity } from '../../../../shared/commands/editActivity.ts';
import { moveActivity } from '../../../../shared/commands/moveActivity.ts';
import { writeFragment } from '../../../../shared/doc/richTextFragment.ts';
import { bigBoard } from '../../../support/bigBoard.ts';
import { takeRenderCounts } from '../../../support/renderCount.ts';
import { waitFor } from '../../../support/waitFor.ts';
import { showBoard } from './boardPage.tsx';

const CARDS = 2_000;
/** What stands on a card and is drawn with it; the last ones are icons. */
const FACE = ['CardFace', 'CardMenuTrigger', 'CardRefusal', 'OrganisationChip', 'ResultDots', 'Icon', 'Ellipsis'];

function without(counts: Readonly<Record<string, number>>, names: readonly string[]): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).filter(([name]) => !names.includes(name)));
}

test('a change on a board of 2,000 cards draws that card and its column’s counts only', {
  timeout: 120_000,
}, async () => {
  await page.viewport(1440, 900);
  const { live, screen, fromElsewhere } = await showBoard({ board: bigBoard(CARDS, 20, 10) });
  await waitFor('all cards', () => document.querySelectorAll('.ob-card').length === CARDS, 90_000);
  await expect.element(screen.getByText(`${CARDS} activiteiten`)).toBeInTheDocument();
  takeRenderCounts();

  // One field, by the person at the screen.
  live.commands.run(editActivity, { activityId: 'a37', title: 'Anders' });
  await expect.element(screen.getByText('Anders')).toBeInTheDocument();
  let counts = takeRenderCounts();
  expect(counts['Card']).toBe(1);
  expect(without(counts, ['Card', ...FACE])).toEqual({});

  // A result, by someone else: the column's progress changes with it.
  fromElsewhere(party('o7'), (doc) => {
    writeFragment(doc.getXmlFragment('activity:a37:resultsText:2026'), [
      { type: 'paragraph', content: [{ type: 'text', text: 'Tachtig gezinnen' }] },
    ]);
  });
  await waitFor('the dot', () => document.querySelector('.ob-results__dot--given') !== null);
  counts = takeRenderCounts();
  expect(counts['Card']).toBe(1);
  expect(without(counts, ['Card', ...FACE])).toEqual({ ColumnProgress: 1, Counts: 1 });

  // A new card, by someone else: its list and the counts.
  fromElsewhere(party('o7'), (doc) => {
    const record = new Y.Map<unknown>();
    record.set('title', 'Van een ander');
    record.set('place', { outcomeId: 'c3', key: 'zz' });
    doc.getMap('activities').set('new', record);
  });
  await expect.element(screen.getByText('Van een ander')).toBeInTheDocument();
  await expect.element(screen.getByText(`${CARDS + 1} activiteiten`)).toBeInTheDocument();
  counts = takeRenderCounts();
  expect(counts['Card']).toBe(1);
  expect(without(counts, ['Card', ...FACE, 'VisuallyHidden'])).toEqual({
    CardList: 1,
    ColumnProgress: 1,
    Counts: 1,
    OutcomeCount: 1,
  });

  // A move: the card in its new place, two lists and their counts.
  live.commands.run(moveActivity, { activityId: 'a37', toId: 'c1' });
  await waitFor(
    'the move',
    () => document.querySelector('[data-drop-zone="cards:c1"] [data-drop-item="a37"]') !== null,
  );
  counts = takeRenderCounts();
  expect(counts['Card']).toBe(1);
  expect(without(counts, ['Card', ...FACE, 'VisuallyHidden'])).toEqual({
    CardList: 2,
    ColumnProgress: 2,
    OutcomeCount: 2,
  });
});
