import { describe, expect, it } from 'vitest';
import { addActivity } from '../../../shared/commands/addActivity.ts';
import { addOutcomes } from '../../../shared/commands/addOutcomes.ts';
import { addOrganisation } from '../../../shared/commands/editOrganisation.ts';
import { linkActivity } from '../../../shared/commands/linkActivity.ts';
import { contextOf, plain, Replica, seededRandom } from '../../support/board.ts';

describe('a board in documents', () => {
  it('D1 reads back what commands wrote, on another replica and after encoding', () => {
    const replica = new Replica(['gem', 'ggd']);
    const context = contextOf('gem', seededRandom(1));
    for (const id of ['gem', 'ggd']) {
      const made = replica.run(
        addOrganisation,
        { id, name: id, code: id.toUpperCase(), colour: 1, kind: 'partner' },
        context,
      );
      expect(made.ok).toBe(true);
    }
    const first = replica.run(addOutcomes, { titles: ['Gezond', 'Veilig'] }, context);
    const [a, b] = [...replica.board.outcomes.keys()];
    expect(first.ok && replica.board.outcomes.size).toBe(2);
    const card = replica.run(addActivity, { title: 'Huisbezoek', outcomeId: a }, context);
    if (!card.ok || !b) throw new Error('no card');
    expect(replica.run(linkActivity, { activityId: card.id, outcomeId: b }, context).ok).toBe(true);
    const other = new Replica(['gem', 'ggd']);
    other.sync(replica);
    expect(plain(other.board)).toEqual(plain(replica.board));
    const copy = new Replica(['gem', 'ggd']);
    copy.load(replica.board);
    expect(plain(copy.board)).toEqual(plain(replica.board));
  });
});
