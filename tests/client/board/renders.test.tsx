import { memo } from 'react';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import * as Y from 'yjs';
import {
  useActivity,
  useCardCount,
  useCardsAt,
  useColumnCount,
  useColumnIds,
  useOrganisation,
  useOutcome,
} from '../../../client/board/boardHooks.ts';
import { useFragment } from '../../../client/board/useFragment.ts';
import { FRAME, party } from '../../../shared/board/documentRef.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { editActivity } from '../../../shared/commands/editActivity.ts';
import { moveActivity } from '../../../shared/commands/moveActivity.ts';
import { writeFragment } from '../../../shared/doc/richTextFragment.ts';
import { bigBoard } from '../../support/bigBoard.ts';
import { localBoard } from '../../support/localBoard.tsx';
import { waitFor } from '../../support/waitFor.ts';

const renders = new Map<string, number>();

function count(name: string): void {
  renders.set(name, (renders.get(name) ?? 0) + 1);
}

/** What rendered since the last time it was asked. */
function rendered(): string[] {
  const names = [...renders.keys()].sort();
  renders.clear();
  return names;
}

const Card = memo(function Card({ id }: { id: Id }) {
  const activity = useActivity(id);
  const organisation = useOrganisation(activity?.owner);
  const fragment = useFragment({ kind: 'activity', id, field: 'meansText' });
  count(`card ${id}`);
  return (
    <li>
      {activity?.title} {organisation?.code} {fragment?.writable ? 'schrijven' : 'lezen'}
    </li>
  );
});

const Count = memo(function Count({ id }: { id: Id }) {
  const here = useCardCount(id);
  const all = useColumnCount(id);
  count(`count ${id}`);
  return (
    <p>
      {here.home} {all}
    </p>
  );
});

const Column = memo(function Column({ id }: { id: Id }) {
  const outcome = useOutcome(id);
  const cards = useCardsAt(id);
  count(`column ${id}`);
  return (
    <section>
      <h2>{outcome?.title}</h2>
      <Count id={id} />
      <ul>
        {cards.map((card) => (
          <Card key={card.activityId} id={card.activityId} />
        ))}
      </ul>
    </section>
  );
});

function Columns() {
  const ids = useColumnIds();
  count('columns');
  return ids.map((id) => <Column key={id} id={id} />);
}

async function show() {
  const board = localBoard({ board: bigBoard(2_000, 20, 10) });
  const screen = await render(<Columns />, { wrapper: board.Provider });
  await expect.element(screen.getByText('Activiteit 2000 ')).toBeInTheDocument();
  rendered();
  return { ...board, screen };
}

describe('what renders on a board of 2,000 cards', () => {
  test('one field of one card renders that card', async () => {
    const { live, screen } = await show();
    live.commands.run(editActivity, { activityId: 'a37', title: 'Anders' });
    await expect.element(screen.getByText('Anders')).toBeInTheDocument();
    expect(rendered()).toEqual(['card a37']);
  });

  test('a field that someone else changes renders that card', async () => {
    const { fromElsewhere, screen } = await show();
    fromElsewhere(party('o7'), (doc) => {
      const record = doc.getMap('activities').get('a37');
      if (record instanceof Y.Map) record.set('title', 'Van een ander');
    });
    await expect.element(screen.getByText('Van een ander')).toBeInTheDocument();
    expect(rendered()).toEqual(['card a37']);
  });

  test('a letter in a text renders that card', async () => {
    const { live, fromElsewhere } = await show();
    const before = live.store.get();
    fromElsewhere(party('o7'), (doc) => {
      writeFragment(doc.getXmlFragment('activity:a37:meansText'), [
        { type: 'paragraph', content: [{ type: 'text', text: 'x' }] },
      ]);
    });
    await waitFor('the text', () => live.store.get() !== before);
    await waitFor('a render', () => renders.size > 0);
    expect(rendered()).toEqual(['card a37']);
  });

  test('a move renders the two columns, their counts, and no other card', async () => {
    const { live, screen } = await show();
    live.commands.run(moveActivity, { activityId: 'a37', toId: 'c1' });
    await waitFor('the move', () => renders.has('column c1'));
    await expect.element(screen.getByText('101 101')).toBeInTheDocument();
    // The moved card is a new element at its new place.
    expect(rendered()).toEqual(['card a37', 'column c1', 'column c17', 'count c1', 'count c17']);
  });

  test('a column that someone renames renders that column alone', async () => {
    const { fromElsewhere, screen } = await show();
    fromElsewhere(FRAME, (doc) => {
      const record = doc.getMap('outcomes').get('c3');
      if (record instanceof Y.Map) record.set('title', 'Gezond opgroeien');
    });
    await expect.element(screen.getByText('Gezond opgroeien')).toBeInTheDocument();
    expect(rendered()).toEqual(['column c3']);
  });

  test('changes of others that come together render once', async () => {
    const { fromElsewhere, screen } = await show();
    for (let time = 1; time <= 20; time += 1) {
      fromElsewhere(party('o7'), (doc) => {
        const record = doc.getMap('activities').get('a37');
        if (record instanceof Y.Map) record.set('title', `Keer ${time}`);
      });
    }
    await expect.element(screen.getByText('Keer 20')).toBeInTheDocument();
    expect(renders.get('card a37')).toBe(1);
  });
});
