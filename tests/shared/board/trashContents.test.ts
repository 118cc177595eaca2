import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../shared/board/board.ts';
import { boardIndex, cardsAt } from '../../../shared/board/boardIndex.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { returningCount, type TrashContents, trashContents } from '../../../shared/board/trashContents.ts';
import { addActivity } from '../../../shared/commands/addActivity.ts';
import { addOutcomes } from '../../../shared/commands/addOutcomes.ts';
import { archiveActivity } from '../../../shared/commands/archiveActivity.ts';
import { archiveOutcome, restoreOutcome } from '../../../shared/commands/archiveOutcome.ts';
import { linkActivity } from '../../../shared/commands/linkActivity.ts';
import { moveActivity } from '../../../shared/commands/moveActivity.ts';
import { contextOf, type Replica, seededRandom } from '../../support/board.ts';
import { randomStep, startedReplica } from '../../support/history.ts';

/** Two columns, the first with two sections; three cards in the first, one in the second. */
function start() {
  const random = seededRandom(7);
  const replica = startedReplica(random);
  const context = contextOf('gem', random);
  const id = (result: { ok: boolean; id?: string }): Id => (result.ok ? (result.id ?? '') : '');
  const column = id(replica.run(addOutcomes, { titles: ['Gezond'] }, context));
  const other = id(replica.run(addOutcomes, { titles: ['Veilig'] }, context));
  const section = id(replica.run(addOutcomes, { titles: ['Start'], parentId: column }, context));
  const second = id(replica.run(addOutcomes, { titles: ['Later'], parentId: column }, context));
  const card = (title: string, outcomeId: Id): Id => id(replica.run(addActivity, { title, outcomeId }, context));
  const ids = { own: card('Eigen', column), inSection: card('Onderin', section), elsewhere: card('Elders', other) };
  const contents = (outcomeId: Id): TrashContents => {
    const outcome = replica.board.outcomes.get(outcomeId);
    if (!outcome) throw new Error('no outcome');
    return trashContents(replica.board, outcome);
  };
  return { replica, context, column, other, section, second, ...ids, contents };
}

function inWords({ cards, sections }: TrashContents) {
  const titles = (list: TrashContents['cards']) =>
    list.map(({ activity, home }) => activity.title + (home ? '' : ' (ook)'));
  return [titles(cards), ...sections.map((section) => [section.outcome.title, ...titles(section.cards)])];
}

describe('C10: what stood in an outcome in the trash', () => {
  test('its cards and sections, and what contributes to it', () => {
    const { replica, context, column, section, elsewhere, contents } = start();
    replica.run(linkActivity, { activityId: elsewhere, outcomeId: section }, context);
    replica.run(archiveOutcome, { outcomeId: column }, context);
    expect(inWords(contents(column))).toEqual([['Eigen'], ['Start', 'Onderin', 'Elders (ook)'], ['Later']]);
    expect(returningCount(contents(column))).toBe(3);
  });

  test('not what was moved away since, what is in the trash itself, and sections that are', () => {
    const { replica, context, column, other, second, own, inSection, contents } = start();
    replica.run(archiveOutcome, { outcomeId: second }, context);
    replica.run(archiveActivity, { activityId: own }, context);
    replica.run(archiveOutcome, { outcomeId: column }, context);
    replica.run(moveActivity, { activityId: inSection, toId: other }, context);
    expect(inWords(contents(column))).toEqual([[], ['Start']]);
    expect(returningCount(contents(column))).toBe(0);
  });

  test('a section in the trash says what stood in it, also while its column is there too', () => {
    const { replica, context, column, section, contents } = start();
    replica.run(archiveOutcome, { outcomeId: section }, context);
    expect(inWords(contents(section))).toEqual([['Onderin']]);
    replica.run(archiveOutcome, { outcomeId: column }, context);
    expect(inWords(contents(section))).toEqual([['Onderin']]);
  });

  test('is what restoring shows, after any history', () => {
    let restored = 0;
    for (let seed = 1; seed <= 40; seed += 1) {
      const random = seededRandom(seed);
      const replica = startedReplica(random);
      const context = contextOf('gem', random);
      for (let step = 0; step < 60; step += 1) randomStep(replica, random, context);
      for (const outcome of replica.board.outcomes.values()) restored += check(replica, outcome, context) ? 1 : 0;
    }
    expect(restored).toBeGreaterThan(40);
  });
});

function check(replica: Replica, outcome: Outcome, context: ReturnType<typeof contextOf>): boolean {
  const told = trashContents(replica.board, outcome);
  if (outcome.archivedAt === undefined || !replica.run(restoreOutcome, { outcomeId: outcome.id }, context).ok)
    return false;
  const index = boardIndex(replica.board);
  const shown = (id: Id) => cardsAt(index, id).map(({ activityId, home }) => [activityId, home]);
  for (const part of [told, ...told.sections]) {
    expect(part.cards.map(({ activity, home }) => [activity.id, home])).toEqual(shown(part.outcome.id));
  }
  const column = index.tree.columnOf.get(outcome.id);
  const sections = column?.outcome.id === outcome.id ? column.sections.map((section) => section.outcome.id) : [];
  expect(told.sections.map((section) => section.outcome.id)).toEqual(sections);
  replica.run(archiveOutcome, { outcomeId: outcome.id }, context);
  return true;
}
