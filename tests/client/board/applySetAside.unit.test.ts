import { describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { applySetAside } from '../../../client/board/applySetAside.ts';
import { commandRunner } from '../../../client/board/commandRunner.ts';
import { type SetAside, setAsideItems, withItems } from '../../../client/board/setAside.ts';
import { addWaiting, NOTHING_WAITING, type Waiting } from '../../../client/board/waiting.ts';
import { isLive } from '../../../shared/board/board.ts';
import { type DocumentRef, FRAME, party } from '../../../shared/board/documentRef.ts';
import { findings } from '../../../shared/board/invariants.ts';
import { LIMITS } from '../../../shared/board/limits.ts';
import { type Block, bulletList, paragraph, plainText } from '../../../shared/board/richText.ts';
import { addActivity } from '../../../shared/commands/addActivity.ts';
import { addOutcomes } from '../../../shared/commands/addOutcomes.ts';
import { archiveActivity, restoreActivity } from '../../../shared/commands/archiveActivity.ts';
import type { RefusalCode } from '../../../shared/commands/command.ts';
import { editActivity } from '../../../shared/commands/editActivity.ts';
import { editOrganisation } from '../../../shared/commands/editOrganisation.ts';
import { editOutcome } from '../../../shared/commands/editOutcome.ts';
import { setYears } from '../../../shared/commands/editPlan.ts';
import { involveOrganisation } from '../../../shared/commands/involveOrganisation.ts';
import { linkActivity, unlinkActivity } from '../../../shared/commands/linkActivity.ts';
import { moveActivity } from '../../../shared/commands/moveActivity.ts';
import { moveOutcome } from '../../../shared/commands/moveOutcome.ts';
import { dirtyOf } from '../../../shared/doc/dirty.ts';
import { isCollection } from '../../../shared/doc/layout.ts';
import { readFragment, writeFragment } from '../../../shared/doc/richTextFragment.ts';
import { contextOf, Replica, seededRandom } from '../../support/board.ts';
import { smallBoard } from '../../support/smallBoard.ts';

const OWN = party('gem');
const MEANS = 'activity:a1:meansText';

/** What a person wrote that was not taken (`mine`), and the board as it is now (`now`), with commands on it. */
function start(ref: DocumentRef = OWN) {
  const mine = new Replica(['gem', 'ggd']);
  mine.load(smallBoard());
  const now = new Replica(['gem', 'ggd']);
  now.sync(mine);
  const old = mine.doc(ref);
  const doc = now.doc(ref);
  let waiting: Waiting = NOTHING_WAITING;
  old.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.local) waiting = addWaiting(waiting, dirtyOf(transaction, isCollection));
  });
  let refused: RefusalCode | undefined;
  const setting = {
    board: () => now.board,
    writeRefusal: () => refused,
    mayArchive: () => true,
    docOf: (wanted: DocumentRef) => now.doc(wanted),
  };
  const commands = commandRunner({
    ...setting,
    organisationId: () => 'gem',
    written: () => undefined,
    undone: () => undefined,
  });
  const entryOf = (): SetAside => {
    const items = setAsideItems(waiting, old, doc, (id) => now.board.outcomes.get(id)?.title ?? '');
    // As it comes out of a browser's storage.
    return JSON.parse(JSON.stringify({ id: 'entry', at: '', document: ref, reason: 'refused', items }));
  };
  return {
    mine,
    now,
    old,
    doc,
    commands,
    entryOf,
    context: contextOf('gem', seededRandom(5)),
    refuse: (code: RefusalCode | undefined) => {
      refused = code;
    },
    applyAll: (entry = entryOf()) =>
      entry.items.map((item) => applySetAside({ ...setting, commands }, entry, item)).filter((result) => !result.ok),
  };
}

/** The cards that are not in the trash, with what people see of them. */
function onBoard({ board }: Replica) {
  return [...board.activities.values()]
    .filter(isLive)
    .map(({ id, title, lead, place, links, involvements }) => ({
      id,
      title,
      lead,
      at: place?.outcomeId,
      links: links.filter(isLive).map(({ outcomeId }) => outcomeId),
      involvements: involvements.filter(isLive).map(({ organisationId, role }) => [organisationId, role]),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

describe('K10: what was set aside, applied after all', () => {
  test('cards: title, place, trash, link, involvement, director and a new one, each of which can be undone', () => {
    const { mine, now, context, applyAll, commands } = start();
    const before = onBoard(now);
    const run: Replica['run'] = (command, args, by) => mine.run(command, args, by);
    run(editActivity, { activityId: 'a1', title: 'Van mij', leadId: 'ggd' }, context);
    run(moveActivity, { activityId: 'a2', toId: 'c2', beforeId: 'a3' }, context);
    run(linkActivity, { activityId: 'a2', outcomeId: 's1' }, context);
    run(unlinkActivity, { activityId: 'a1', outcomeId: 'c2' }, context);
    run(involveOrganisation, { activityId: 'a1', organisationId: 'ggd', role: 'advises' }, context);
    run(involveOrganisation, { activityId: 'a2', organisationId: 'ggd', role: 'involved' }, context);
    run(archiveActivity, { activityId: 'a4' }, context);
    run(restoreActivity, { activityId: 'a6' }, context);
    const added = run(addActivity, { title: 'Nieuw', outcomeId: 'c2' }, context);
    expect(applyAll()).toEqual([]);
    expect(onBoard(now)).toEqual(onBoard(mine));
    const keyOf = (id: string): string => now.board.activities.get(id)?.place?.key ?? '';
    expect(keyOf('a2') < keyOf('a3')).toBe(true);
    expect(now.board.activities.get(added.ok ? added.id : '')?.title).toBe('Nieuw');
    while (commands.undo().ok);
    expect(onBoard(now)).toEqual(before);
  });

  test('the frame: outcomes, organisations and years', () => {
    const { mine, now, context, applyAll } = start(FRAME);
    mine.run(editOutcome, { outcomeId: 'c1', title: 'Gezond', kind: 'extra' }, context);
    mine.run(moveOutcome, { outcomeId: 's2', beforeId: 's1', parentId: 'c1' }, context);
    mine.run(editOrganisation, { organisationId: 'ggd', name: 'GGD', code: 'GG' }, context);
    mine.run(setYears, { years: [2027, 2028] }, context);
    const column = mine.run(addOutcomes, { titles: ['Erbij'], beforeId: 'c2' }, context);
    mine.run(addOutcomes, { titles: ['Eronder'], parentId: column.ok ? column.id : '' }, context);
    expect(applyAll()).toEqual([]);
    expect(findings(now.board)).toEqual(findings(mine.board));
    const titles = (board: typeof now.board) => [...board.outcomes.values()].map(({ title, kind }) => [title, kind]);
    expect(titles(now.board).sort()).toEqual(titles(mine.board).sort());
    expect(now.board.organisations.get('ggd')).toMatchObject({ name: 'GGD', code: 'GG' });
    expect(now.board.plan.years).toEqual([2027, 2028]);
  });

  test('a text adds what is missing after what others wrote, with statuses, once', () => {
    const { old, doc, entryOf, applyAll } = start();
    const write = (to: Y.Doc, blocks: readonly Block[]): void =>
      to.transact(() => writeFragment(to.getXmlFragment(MEANS), blocks));
    write(old, [
      paragraph('Van mij'),
      {
        type: 'bulletList',
        content: [{ type: 'listItem', status: 'toBeDetermined', content: [paragraph('Nog niet')] }],
      },
    ]);
    write(doc, [paragraph('Van een ander'), bulletList(['Ook van een ander'])]);
    const entry = entryOf();
    expect(applyAll(entry)).toEqual([]);
    const after = readFragment(doc.getXmlFragment(MEANS));
    expect(plainText(after).split('\n')).toEqual([
      'De wijkverpleegkundige komt langs.',
      'Van een ander',
      'Ook van een ander',
      'Van mij',
      'Nog niet',
    ]);
    expect(after.at(-1)).toMatchObject({ content: [{ status: 'toBeDetermined' }] });
    expect(applyAll(entry)).toEqual([]);
    expect(readFragment(doc.getXmlFragment(MEANS))).toEqual(after);
  });

  test('where it may not be written, or where the card is gone, it says why', () => {
    const { mine, now, old, context, entryOf, applyAll, refuse } = start();
    mine.run(editActivity, { activityId: 'a1', title: 'Van mij' }, context);
    old.transact(() => writeFragment(old.getXmlFragment(MEANS), [paragraph('Van mij')]));
    const entry = entryOf();
    refuse('boardLocked');
    const locked = { ok: false, code: 'boardLocked' };
    expect(applyAll(entry)).toMatchObject([locked, locked]);
    refuse(undefined);
    now.run(archiveActivity, { activityId: 'a1' }, context);
    expect(applyAll(entry)).toMatchObject([
      { ok: false, code: 'inTrash' },
      { ok: false, code: 'inTrash' },
    ]);
    now.run(restoreActivity, { activityId: 'a1' }, context);
    expect(applyAll(entry)).toEqual([]);
    expect(now.board.activities.get('a1')?.title).toBe('Van mij');
  });

  test('a text that would become too long is left to copy', () => {
    const { old, applyAll } = start();
    old.transact(() => writeFragment(old.getXmlFragment(MEANS), [paragraph('x'.repeat(LIMITS.text))]));
    expect(applyAll()).toEqual([{ ok: false, code: 'textTooLong' }]);
  });

  test('a new card whose column is gone comes back without a place', () => {
    const { mine, now, context, applyAll } = start();
    const added = mine.run(addOutcomes, { titles: ['Weg'] }, context);
    const outcomeId = added.ok ? added.id : '';
    const card = mine.run(addActivity, { title: 'Nieuw', outcomeId }, context);
    expect(applyAll()).toEqual([]);
    expect(now.board.activities.get(card.ok ? card.id : '')?.place).toBeUndefined();
    expect(findings(now.board).filter(({ code }) => code === 'placeUnknown')).toEqual([
      { code: 'placeUnknown', id: 'a4' },
    ]);
  });
});

test('an entry goes with its last item', () => {
  const { mine, context, entryOf } = start();
  mine.run(editActivity, { activityId: 'a1', title: 'Van mij' }, context);
  mine.run(archiveActivity, { activityId: 'a2' }, context);
  const entry = entryOf();
  const [one, two] = entry.items.map(({ id }) => id);
  const left = withItems([entry], 'entry', ({ id }) => id !== one);
  expect(left[0]?.items.map(({ id }) => id)).toEqual([two]);
  expect(withItems(left, 'entry', ({ id }) => id !== two)).toEqual([]);
});
