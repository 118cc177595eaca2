import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Activity, Outcome } from '../../../shared/board/board.ts';
import { boardIndex } from '../../../shared/board/boardIndex.ts';
import { FRAME, party } from '../../../shared/board/documentRef.ts';
import type { Id } from '../../../shared/board/ids.ts';
import { LIMITS } from '../../../shared/board/limits.ts';
import { paragraph } from '../../../shared/board/richText.ts';
import { addActivity } from '../../../shared/commands/addActivity.ts';
import { addOutcomes } from '../../../shared/commands/addOutcomes.ts';
import { archiveActivity, restoreActivity } from '../../../shared/commands/archiveActivity.ts';
import { archiveOutcome, restoreOutcome } from '../../../shared/commands/archiveOutcome.ts';
import type { Accepted, Command, CommandContext, CommandResult } from '../../../shared/commands/command.ts';
import { editActivity } from '../../../shared/commands/editActivity.ts';
import { addListEntry, editListEntry } from '../../../shared/commands/editList.ts';
import { addOrganisation, editOrganisation } from '../../../shared/commands/editOrganisation.ts';
import { editOutcome } from '../../../shared/commands/editOutcome.ts';
import { setYears } from '../../../shared/commands/editPlan.ts';
import { involveOrganisation } from '../../../shared/commands/involveOrganisation.ts';
import { linkActivity, unlinkActivity } from '../../../shared/commands/linkActivity.ts';
import { moveActivity } from '../../../shared/commands/moveActivity.ts';
import { writeFragment } from '../../../shared/doc/richTextFragment.ts';
import { contextOf, type Replica, seededRandom } from '../../support/board.ts';
import { startedReplica } from '../../support/history.ts';

let replica: Replica;
let context: CommandContext;
/** The four columns, and the card of the municipality in the first. */
let columns: readonly Id[];
let card: Id;

beforeEach(() => {
  replica = startedReplica(seededRandom(1));
  context = contextOf('gem', seededRandom(2));
  columns = boardIndex(replica.board).tree.columns.map(({ outcome }) => outcome.id);
  card = [...replica.board.activities.values()].find(({ owner }) => owner === 'gem')?.id ?? '';
});

const at = (position: number): Id => columns[position] ?? '';
const run = <A>(command: Command<A>, args: A): CommandResult => replica.run(command, args, context);
const activity = (id = card): Activity | undefined => replica.board.activities.get(id);
const outcome = (id: Id): Outcome | undefined => replica.board.outcomes.get(id);
const showings = (): (readonly [Id | undefined, boolean])[] =>
  (boardIndex(replica.board).appearancesOf.get(card) ?? []).map(({ outcomeId, home }) => [outcomeId, home]);

function done<A>(command: Command<A>, args: A): Accepted {
  const result = run(command, args);
  if (!result.ok) throw new Error(result.code);
  return result;
}

/** The fields that patches write, by collection. */
const written = ({ patches }: Accepted): string[] =>
  patches.flatMap(({ collection, after }) => Object.keys(after).map((field) => `${collection}.${field}`)).sort();

describe('outcomes', () => {
  it('C5: one title or more; no section inside a section', () => {
    const { id, patches } = done(addOutcomes, { titles: ['Een', 'Twee'], parentId: at(0) });
    expect(patches).toHaveLength(2);
    expect(run(addOutcomes, { titles: [] })).toMatchObject({ code: 'titleEmpty' });
    expect(run(addOutcomes, { titles: ['Drie'], parentId: id })).toMatchObject({ code: 'nestedTooDeep' });
  });

  it('C6: editing changes title and kind', () => {
    const result = done(editOutcome, { outcomeId: at(0), title: 'Anders', kind: 'extra' });
    expect(written(result)).toEqual(['outcomes.kind', 'outcomes.title']);
    expect(outcome(at(0))).toMatchObject({ title: 'Anders', kind: 'extra' });
  });

  it('C8: archiving writes the outcome’s own mark alone, and its cards stay on the board', () => {
    const section = done(addOutcomes, { titles: ['Onderdeel'], parentId: at(0) }).id;
    expect(written(done(archiveOutcome, { outcomeId: at(0) }))).toEqual(['outcomes.archivedAt']);
    expect(outcome(section)?.archivedAt).toBeUndefined();
    expect(activity()?.place?.outcomeId).toBe(at(0));
    expect(showings()).toEqual([[undefined, true]]);
  });

  it('C9: a section comes back only into a column that is there', () => {
    const outcomeId = done(addOutcomes, { titles: ['Onderdeel'], parentId: at(0) }).id;
    done(archiveOutcome, { outcomeId });
    done(archiveOutcome, { outcomeId: at(0) });
    expect(run(restoreOutcome, { outcomeId })).toMatchObject({ code: 'outcomeInTrash' });
    done(restoreOutcome, { outcomeId: at(0) });
    expect(run(restoreOutcome, { outcomeId }).ok).toBe(true);
  });
});

describe('cards', () => {
  it('K1: a new card is its owner’s, the actor’s organisation unless said otherwise', () => {
    expect(done(addActivity, { title: 'Nieuw' }).document).toEqual(party('gem'));
    expect(done(addActivity, { title: 'Nieuw', ownerId: 'ggd' }).document).toEqual(party('ggd'));
  });

  it('K2: a title that a person gives is one line, not too long, and not derived', () => {
    const record = replica.doc(party('gem')).getMap('activities').get(card);
    if (record instanceof Y.Map) record.set('titleDerived', true);
    done(editActivity, { activityId: card, title: ' Twee\nregels ', leadId: 'ggd' });
    expect(activity()).toMatchObject({ title: 'Twee regels', lead: 'ggd' });
    expect(activity()?.titleDerived).toBeUndefined();
    const title = 'x'.repeat(LIMITS.title + 1);
    expect(run(editActivity, { activityId: card, title })).toMatchObject({ code: 'titleTooLong' });
  });

  it('K3: moving the home takes away the link to the new home', () => {
    done(linkActivity, { activityId: card, outcomeId: at(1) });
    done(moveActivity, { activityId: card, toId: at(1) });
    expect(showings()).toEqual([[at(1), true]]);
  });

  it('K3: and the link by which the old home was one', () => {
    done(linkActivity, { activityId: card, outcomeId: at(1) });
    done(archiveOutcome, { outcomeId: at(0) });
    expect(showings()).toEqual([[at(1), true]]);
    done(moveActivity, { activityId: card, toId: at(2) });
    expect(showings()).toEqual([[at(2), true]]);
  });

  it('K4: moving a further showing moves the link and leaves the home', () => {
    done(linkActivity, { activityId: card, outcomeId: at(1) });
    done(moveActivity, { activityId: card, fromId: at(1), toId: at(2) });
    expect(showings()).toEqual([
      [at(0), true],
      [at(2), false],
    ]);
  });

  it('K5: no link to the home, nor a second one', () => {
    expect(run(linkActivity, { activityId: card, outcomeId: at(0) })).toMatchObject({ code: 'isHome' });
    done(linkActivity, { activityId: card, outcomeId: at(1) });
    expect(run(linkActivity, { activityId: card, outcomeId: at(1) })).toMatchObject({ code: 'alreadyLinked' });
  });

  it('K6: unlinking marks the link', () => {
    done(linkActivity, { activityId: card, outcomeId: at(1) });
    expect(written(done(unlinkActivity, { activityId: card, outcomeId: at(1) }))).toEqual(['links.archivedAt']);
    expect(activity()?.links).toMatchObject([{ outcomeId: at(1), archivedAt: context.now }]);
  });

  it('K7: an organisation takes part in one role', () => {
    done(involveOrganisation, { activityId: card, organisationId: 'ggd', role: 'advises' });
    done(involveOrganisation, { activityId: card, organisationId: 'ggd', role: 'carriesOut' });
    expect(activity()?.involvements).toMatchObject([{ organisationId: 'ggd', role: 'carriesOut' }]);
  });

  it('K8, K9: the trash is a mark on the card alone, and restoring takes it away', () => {
    const before = activity();
    expect(written(done(archiveActivity, { activityId: card }))).toEqual(['activities.archivedAt']);
    expect(showings()).toEqual([]);
    done(restoreActivity, { activityId: card });
    expect(activity()).toEqual(before);
  });
});

describe('the frame', () => {
  it('P1, P2: no two live organisations have one code, when added or edited', () => {
    const made = { name: 'Nieuw', colour: 0, kind: 'partner' } as const;
    expect(run(addOrganisation, { id: 'nieuw', code: 'GGD', ...made })).toMatchObject({ code: 'codeTaken' });
    done(addOrganisation, { id: 'nieuw', code: 'NW', ...made });
    expect(run(editOrganisation, { organisationId: 'nieuw', code: 'GGD' })).toMatchObject({ code: 'codeTaken' });
  });

  it('P3: a plan has one to ten years, and texts of a year that is left out stay', () => {
    done(setYears, { years: [2026, 2027] });
    const fragment = replica.doc(party('gem')).getXmlFragment(`activity:${card}:resultsText:2027`);
    writeFragment(fragment, [paragraph('Tien plekken')]);
    done(setYears, { years: [2026] });
    expect(replica.board.plan.years).toEqual([2026]);
    expect(activity()?.texts['resultsText:2027']).toEqual([paragraph('Tien plekken')]);
    const eleven = Array.from({ length: 11 }, (_, index) => 2026 + index);
    for (const years of [[], eleven]) expect(run(setYears, { years })).toMatchObject({ code: 'yearsInvalid' });
  });

  it('P4, P5: an entry of a list is added, renamed, archived and restored', () => {
    const entryId = done(addListEntry, { list: 'localities', title: 'Dorp' }).id;
    done(editListEntry, { entryId, title: 'Stad', archived: true });
    expect(replica.board.lists.get(entryId)).toMatchObject({ title: 'Stad', archivedAt: context.now });
    done(editListEntry, { entryId, archived: false });
    expect(replica.board.lists.get(entryId)?.archivedAt).toBeUndefined();
  });
});

describe('where it is stored', () => {
  const isRecord = (doc: Y.Doc, collection: string, id: string): boolean =>
    doc.getMap(collection).get(id) instanceof Y.Map;

  it('D2, D3: records stand in their document under their id, pairs under both ids', () => {
    done(linkActivity, { activityId: card, outcomeId: at(1) });
    done(involveOrganisation, { activityId: card, organisationId: 'ggd', role: 'advises' });
    done(setYears, { years: [2026] });
    const [frame, owner] = [replica.doc(FRAME), replica.doc(party('gem'))];
    expect(isRecord(frame, 'outcomes', at(0))).toBe(true);
    expect(isRecord(frame, 'organisations', 'ggd')).toBe(true);
    expect(isRecord(frame, 'plan', 'plan')).toBe(true);
    expect(isRecord(owner, 'activities', card)).toBe(true);
    expect(isRecord(owner, 'links', `${card}:${at(1)}`)).toBe(true);
    expect(isRecord(owner, 'involvements', `${card}:ggd`)).toBe(true);
  });

  it('D5: a place is one plain value, so that two moves at once never mix', () => {
    const record = replica.doc(party('gem')).getMap('activities').get(card);
    const place = record instanceof Y.Map ? record.get('place') : undefined;
    expect(place).not.toBeInstanceOf(Y.AbstractType);
    expect(Object.keys(place as object).sort()).toEqual(['key', 'outcomeId']);
  });

  it('T1, T2: a text is the root fragment named after record and field, shared by who opens it empty', () => {
    const other = startedReplica(seededRandom(9));
    const names = [`activity:${card}:meansText`, `activity:${card}:resultsText:2026`];
    for (const name of names) {
      other.sync(replica);
      const [mine, theirs] = [replica, other].map((one) => one.doc(party('gem')).getXmlFragment(name));
      if (mine) writeFragment(mine, [paragraph('Van mij')]);
      if (theirs) writeFragment(theirs, [paragraph('Van een ander')]);
    }
    replica.sync(other);
    for (const field of ['meansText', 'resultsText:2026'] as const) {
      const text = JSON.stringify(activity()?.texts[field]);
      expect(text).toContain('Van mij');
      expect(text).toContain('Van een ander');
    }
  });
});
