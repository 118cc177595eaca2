import { describe, expect, test } from 'vitest';
import { titleWatch } from '../../../client/board/titleWatch.ts';
import { party } from '../../../shared/board/documentRef.ts';
import { editActivity } from '../../../shared/commands/editActivity.ts';
import { bigBoard } from '../../support/bigBoard.ts';
import { contextOf, Replica, seededRandom } from '../../support/board.ts';

const LATER = 3_600_000;

function writer(clientId: number) {
  const replica = new Replica(['o1'], clientId);
  const watch = titleWatch();
  const doc = replica.doc(party('o1'));
  const context = contextOf('o1', seededRandom(clientId));
  return {
    replica,
    give: (title: string, now = 0) => {
      const result = replica.run(editActivity, { activityId: 'a1', title }, context);
      if (result.ok) watch.given(doc, result.patches, now);
    },
    check: (now = 0) => watch.check(() => doc, now),
    title: () => replica.board.activities.get('a1')?.title,
  };
}

function pair() {
  const low = writer(1);
  const high = writer(2);
  low.replica.load(bigBoard(1, 1, 1));
  high.replica.sync(low.replica);
  return { low, high };
}

describe('a title given by two', () => {
  test('is told to the one whose title did not stay, and to no one else', () => {
    const { low, high } = pair();
    low.give('Een');
    high.give('Twee');
    low.replica.sync(high.replica);
    expect(low.title()).toBe(high.title());
    const [loser, winner] = low.title() === 'Twee' ? [low, high] : [high, low];
    const mine = loser === low ? 'Een' : 'Twee';
    const theirs = loser === low ? 'Twee' : 'Een';
    expect(loser.check(LATER)).toEqual([{ collection: 'activities', id: 'a1', mine, theirs }]);
    expect(winner.check(LATER)).toEqual([]);
    // Once.
    expect(loser.check(LATER)).toEqual([]);
  });

  test('is told also when further titles followed on the one that stayed', () => {
    const { low, high } = pair();
    low.give('Een');
    high.give('Twee');
    high.give('Twee en een half');
    low.replica.sync(high.replica);
    const loser = low.title() === 'Een' ? high : low;
    expect(loser.check(LATER)).toHaveLength(1);
  });

  test('right after one another is told too: both were at it', () => {
    const { low, high } = pair();
    low.give('Een', 0);
    low.replica.sync(high.replica);
    high.give('Twee');
    low.replica.sync(high.replica);
    expect(low.check(5_000)).toEqual([{ collection: 'activities', id: 'a1', mine: 'Een', theirs: 'Twee' }]);
  });

  test('by someone who had seen it long before is not', () => {
    const { low, high } = pair();
    low.give('Een', 0);
    low.replica.sync(high.replica);
    high.give('Twee');
    low.replica.sync(high.replica);
    expect(low.check(LATER)).toEqual([]);
  });

  test('by the same person is not', () => {
    const { low } = pair();
    low.give('Een');
    low.give('Twee');
    expect(low.check()).toEqual([]);
  });
});
