import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { hasArrived } from '../../../client/board/hasArrived.ts';
import { setAsideItems } from '../../../client/board/setAside.ts';
import { setAsideText, textWords } from '../../../client/board/setAsideText.ts';
import { addWaiting, NOTHING_WAITING, type Waiting } from '../../../client/board/waiting.ts';
import { party } from '../../../shared/board/documentRef.ts';
import { type Block, paragraph, plainText } from '../../../shared/board/richText.ts';
import { addActivity } from '../../../shared/commands/addActivity.ts';
import { archiveActivity } from '../../../shared/commands/archiveActivity.ts';
import { editActivity } from '../../../shared/commands/editActivity.ts';
import { linkActivity } from '../../../shared/commands/linkActivity.ts';
import { moveActivity } from '../../../shared/commands/moveActivity.ts';
import { dirtyOf } from '../../../shared/doc/dirty.ts';
import { fragmentName, PARTY_COLLECTIONS } from '../../../shared/doc/layout.ts';
import { writeFragment } from '../../../shared/doc/richTextFragment.ts';
import { bigBoard } from '../../support/bigBoard.ts';
import { contextOf, Replica, seededRandom } from '../../support/board.ts';

function start() {
  const mine = new Replica(['o1']);
  mine.load(bigBoard(6, 2, 1));
  const theirs = new Replica(['o1']);
  theirs.sync(mine);
  let waiting: Waiting = NOTHING_WAITING;
  const old = mine.doc(party('o1'));
  const collections: readonly string[] = PARTY_COLLECTIONS;
  old.on('afterTransaction', (transaction: Y.Transaction) => {
    if (transaction.local)
      waiting = addWaiting(
        waiting,
        dirtyOf(transaction, (name) => collections.includes(name)),
      );
  });
  const titleOf = (id: string): string => mine.board.outcomes.get(id)?.title ?? '';
  const fresh = theirs.doc(party('o1'));
  return {
    mine,
    theirs,
    old,
    fresh,
    context: contextOf('o1', seededRandom(3)),
    items: (from: Y.Doc | undefined = fresh) => setAsideItems(waiting, old, from, titleOf),
  };
}

describe('what the server did not take, in words', () => {
  test('a title, with what stands there now', () => {
    const { mine, theirs, items, context } = start();
    mine.run(editActivity, { activityId: 'a1', title: 'Van mij' }, context);
    theirs.run(editActivity, { activityId: 'a1', title: 'Van hen' }, context);
    expect(items()).toEqual([
      {
        id: 'activities/a1/title',
        collection: 'activities',
        recordId: 'a1',
        title: 'Van mij',
        field: 'title',
        change: 'title',
        mine: 'Van mij',
        theirs: 'Van hen',
        edit: { kind: 'field', collection: 'activities', id: 'a1', field: 'title', value: 'Van mij' },
      },
    ]);
  });

  test('a move, a new card, a link and a card in the trash', () => {
    const { mine, items, context } = start();
    mine.run(moveActivity, { activityId: 'a1', toId: 'c2' }, context);
    mine.run(addActivity, { title: 'Nieuw', outcomeId: 'c1' }, context);
    mine.run(linkActivity, { activityId: 'a2', outcomeId: 'c1' }, context);
    mine.run(archiveActivity, { activityId: 'a3' }, context);
    expect(items().map(({ title, change, mine: words, theirs }) => [title, change, words, theirs])).toEqual([
      ['Activiteit 1', 'place', 'Opbrengst 2', 'Opbrengst 1'],
      ['Nieuw', 'added', 'Nieuw', ''],
      ['Activiteit 3', 'trash', context.now, ''],
      ['Activiteit 2', 'link', 'Opbrengst 1', ''],
    ]);
  });

  test('S20 what stands there after all is known again, and nothing else', () => {
    const { mine, theirs, fresh, old, items, context } = start();
    mine.run(editActivity, { activityId: 'a4', title: 'Van mij' }, context);
    mine.run(moveActivity, { activityId: 'a1', toId: 'c2' }, context);
    mine.run(addActivity, { title: 'Nieuw', outcomeId: 'c1' }, context);
    mine.run(linkActivity, { activityId: 'a2', outcomeId: 'c1' }, context);
    mine.run(archiveActivity, { activityId: 'a3' }, context);
    const name = fragmentName({ kind: 'activity', id: 'a5', field: 'notesText' });
    old.transact(() => writeFragment(old.getXmlFragment(name), [paragraph('Van mij')]));
    const aside = items();
    expect(aside.map(({ change }) => change).sort()).toEqual(['added', 'link', 'place', 'text', 'title', 'trash']);
    theirs.run(editActivity, { activityId: 'a4', title: 'Van hen' }, context);
    expect(aside.filter((item) => hasArrived(item, fresh))).toEqual([]);
    fresh.getMap<Y.Map<unknown>>('activities').get('a4')?.set('title', 'Van mij');
    expect(aside.filter((item) => hasArrived(item, fresh)).map(({ change }) => change)).toEqual(['title']);
    theirs.sync(mine);
    expect(aside.filter((item) => !hasArrived(item, fresh) && item.change !== 'title')).toEqual([]);
  });

  test('S19 of a text what others took away meanwhile is not to be brought back', () => {
    const { theirs, old, fresh, items, mine } = start();
    const name = fragmentName({ kind: 'activity', id: 'a1', field: 'notesText' });
    const list: Block = {
      type: 'bulletList',
      content: ['Punt 1', 'Punt 2'].map((words) => ({ type: 'listItem', content: [paragraph(words)] })),
    };
    old.transact(() => writeFragment(old.getXmlFragment(name), [paragraph('Van hen'), list]));
    theirs.sync(mine);
    const points = old.getXmlFragment(name).get(1);
    const mineToo = new Y.XmlElement('listItem');
    const words = new Y.XmlElement('paragraph');
    words.insert(0, [new Y.XmlText('Punt van mij')]);
    mineToo.insert(0, [words]);
    old.transact(() => {
      writeFragment(old.getXmlFragment(name), [paragraph('Van mij')]);
      if (points instanceof Y.XmlElement) points.push([mineToo]);
    });
    fresh.transact(() => fresh.getXmlFragment(name).delete(0, 2));
    const edits = items().map(({ edit }) => (edit?.kind === 'text' ? plainText(edit.text) : ''));
    expect(edits.join()).toContain('Van mij');
    expect(edits.join()).toContain('Punt van mij');
    expect(edits.join()).not.toMatch(/Van hen|Punt 1|Punt 2/);
  });

  test('a text, whole', () => {
    const { old, items } = start();
    old.transact(() =>
      writeFragment(old.getXmlFragment('activity:a1:meansText'), [
        { type: 'paragraph', content: [{ type: 'text', text: 'Twee dagen per week' }] },
      ]),
    );
    const [item] = items();
    expect(item).toMatchObject({
      recordId: 'a1',
      field: 'meansText',
      change: 'text',
      mine: 'Twee dagen per week',
      theirs: '',
    });
  });

  test('what a result states of itself, though its words are the same', () => {
    const { old, fresh, items } = start();
    const name = 'activity:a1:resultsText:2026';
    const result = (status?: 'awaitingSubsidy') =>
      ({
        type: 'listItem',
        ...(status && { status, due: '2026-06-01' }),
        content: [paragraph('Tien plekken')],
      }) as const;
    writeFragment(old.getXmlFragment(name), [{ type: 'bulletList', content: [result('awaitingSubsidy')] }]);
    writeFragment(fresh.getXmlFragment(name), [{ type: 'bulletList', content: [result()] }]);
    const found = items();
    expect(found).toMatchObject([{ change: 'text', mine: 'Tien plekken', theirs: 'Tien plekken' }]);
    const entry = { id: 'x', at: '', document: party('o1'), reason: 'refused' as const, items: found };
    expect(
      setAsideText(entry, ({ change, edit }) => ({
        what: change,
        mine: edit?.kind === 'text' ? textWords(edit.text, String) : '',
      })),
    ).toBe('Activiteit 1\ntext:\n- Tien plekken (awaitingSubsidy, 2026-06-01)');
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  });

  test('no text that was only opened', () => {
    const { old, items } = start();
    writeFragment(old.getXmlFragment('activity:a1:meansText'), [paragraph('')]);
    expect(items()).toEqual([]);
  });

  test('nothing of what the server has', () => {
    const { mine, theirs, items, context } = start();
    mine.run(editActivity, { activityId: 'a1', title: 'Van mij' }, context);
    theirs.sync(mine);
    expect(items()).toEqual([]);
  });

  test('nothing that somebody else changed in the same card meanwhile', () => {
    const { mine, theirs, items, context } = start();
    mine.run(editActivity, { activityId: 'a1', title: 'Van mij' }, context);
    theirs.run(moveActivity, { activityId: 'a1', toId: 'c2' }, context);
    theirs.run(editActivity, { activityId: 'a1', leadId: 'o1' }, context);
    expect(items().map(({ field }) => field)).toEqual(['title']);
  });

  test('all differences of a record where an earlier version kept no fields', () => {
    const { mine, theirs, old, fresh, context } = start();
    mine.run(editActivity, { activityId: 'a1', title: 'Van mij' }, context);
    theirs.run(moveActivity, { activityId: 'a1', toId: 'c2' }, context);
    const kept: Waiting = { commands: 1, records: new Map([['activities', new Set(['a1'])]]), fragments: new Set() };
    expect(setAsideItems(kept, old, fresh, () => '').map(({ field }) => field)).toEqual(['title', 'place']);
  });

  test('everything when the document may no longer be read, ready to copy', () => {
    const { mine, old, context } = start();
    mine.run(editActivity, { activityId: 'a1', title: 'Van mij' }, context);
    const waiting: Waiting = { commands: 1, records: new Map([['activities', new Set(['a1'])]]), fragments: new Set() };
    const items = setAsideItems(waiting, old, undefined, () => '');
    expect(items).toHaveLength(1);
    const entry = { id: 'x', at: context.now, document: party('o1'), reason: 'no-access' as const, items };
    expect(setAsideText(entry, ({ change, mine: words }) => ({ what: change, mine: words }))).toBe(
      'Van mij\nadded: Van mij',
    );
  });
});
