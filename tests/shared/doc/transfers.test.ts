import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { party } from '../../../shared/board/documentRef.ts';
import { lateEdits } from '../../../shared/board/lateText.ts';
import { bulletList, paragraph, plainText, type RichText } from '../../../shared/board/richText.ts';
import { becomeLike } from '../../../shared/doc/becomeLike.ts';
import { handOver } from '../../../shared/doc/handOver.ts';
import { mergeActivities, undoMerge } from '../../../shared/doc/mergeActivities.ts';
import { readFragment, writeFragment } from '../../../shared/doc/richTextFragment.ts';
import { plain, Replica, seededRandom } from '../../support/board.ts';
import { allLate, heldIn, OWNERS, shownWords, TransferWorld } from '../../support/transferWorld.ts';

const [FIRST, SECOND, THIRD] = ['2026-11-25T10:00:00.000Z', '2026-11-25T11:00:00.000Z', '2026-11-25T12:00:00.000Z'];

function fragmentOf(replica: Replica, owner: string, id = 'k', field = 'meansText'): Y.XmlFragment {
  return replica.doc(party(owner)).getXmlFragment(`activity:${id}:${field}`);
}

function withCard(owner: string, id = 'k', title = 'Voorleesuur', text: RichText = [paragraph('Boeken')]): Replica {
  const replica = new Replica(OWNERS);
  putCard(replica, owner, id, title, text);
  return replica;
}

function putCard(replica: Replica, owner: string, id: string, title: string, text: RichText): void {
  const doc = replica.doc(party(owner));
  doc.getMap('activities').set(
    id,
    new Y.Map<unknown>([
      ['title', title],
      ['place', { outcomeId: `o-${id}`, key: 'a0' }],
      ['imported', { page: 3 }],
    ]),
  );
  doc.getMap('links').set(`${id}:c2`, new Y.Map([['key', 'a5']]));
  doc.getMap('involvements').set(`${id}:bb`, new Y.Map([['role', 'advises']]));
  writeFragment(fragmentOf(replica, owner, id), text);
}

function words(replica: Replica, id = 'k', field: 'meansText' | 'notesText' = 'meansText'): string {
  return plainText(replica.board.activities.get(id)?.texts[field] ?? []);
}

function move(replica: Replica, from: string, to: string, at: string, id = 'k'): void {
  handOver(heldIn(replica, from), heldIn(replica, to), id, at);
}

function firstText(fragment: Y.XmlFragment): Y.XmlText {
  const element = fragment.get(0);
  const text = element instanceof Y.XmlElement ? element.get(0) : undefined;
  if (!(text instanceof Y.XmlText)) throw new Error('no text');
  return text;
}

describe('handing over (X1 to X3)', () => {
  it('takes all of a card along under its id, what this version does not know too', () => {
    const text: RichText = [
      { type: 'paragraph', content: [{ type: 'text', text: 'vet', bold: true }, { type: 'hardBreak' }] },
      {
        type: 'orderedList',
        content: [
          { type: 'listItem', status: 'toBeDetermined', due: '2026-05-01', who: 'bb', content: [paragraph('x')] },
        ],
      },
    ];
    const replica = withCard('aa', 'k', 'Voorleesuur', text);
    const before = replica.board.activities.get('k');
    move(replica, 'aa', 'bb', FIRST);
    const { owner, unknown, ...rest } = replica.board.activities.get('k') ?? {};
    const { owner: _, unknown: known, ...was } = before ?? {};
    expect(owner).toBe('bb');
    expect(rest).toEqual(was);
    expect(unknown).toEqual({ ...known, lineage: [{ kind: 'handOver', at: FIRST, document: 'party/aa' }] });
    expect([...replica.board.departed.keys()]).toEqual(['party/aa/k']);
    expect(allLate(replica.board)).toEqual([]);
  });

  it('shows what is written at the old place afterwards as late, title and text', () => {
    const replica = withCard('aa', 'k', 'Voorleesuur', [paragraph('Boeken'), bulletList(['een', 'twee'])]);
    move(replica, 'aa', 'bb', FIRST);
    firstText(fragmentOf(replica, 'aa')).insert(6, ' en bladen');
    writeFragment(fragmentOf(replica, 'aa'), [bulletList(['een', 'drie'])]);
    const record = replica.doc(party('aa')).getMap('activities').get('k');
    if (record instanceof Y.Map) record.set('title', 'Voorleesmiddag');
    const late = lateEdits(replica.board, 'k');
    expect(late.map((edit) => (edit.kind === 'text' ? plainText(edit.text) : edit.title))).toEqual([
      'Voorleesmiddag',
      'Boeken en bladen',
      'een',
      'drie',
    ]);
    expect(new Set(late.map(({ mark }) => mark)).size).toBe(4);
    const card = replica.doc(party('bb')).getMap('activities').get('k');
    if (card instanceof Y.Map) card.set(late[1]?.mark ?? '', 'taken');
    expect(lateEdits(replica.board, 'k')).toHaveLength(3);
  });

  it('shows the old one again where the new one is not there (X2)', () => {
    const replica = withCard('aa');
    move(replica, 'aa', 'bb', FIRST);
    replica.doc(party('bb')).getMap('activities').delete('k');
    expect(replica.board.activities.get('k')?.owner).toBe('aa');
    expect(replica.board.departed.size).toBe(0);
  });

  it('shows one card while only half of it has arrived', () => {
    const from = withCard('aa');
    const half = new Replica(OWNERS);
    half.sync(from);
    move(from, 'aa', 'bb', FIRST);
    const send = (owner: string): void =>
      Y.applyUpdate(half.doc(party(owner)), Y.encodeStateAsUpdate(from.doc(party(owner))));
    send('aa');
    expect(half.board.activities.get('k')?.owner).toBe('aa');
    send('bb');
    expect(half.board.activities.get('k')?.owner).toBe('bb');
  });

  it('comes back to where it was, with what was typed at both places', () => {
    const replica = withCard('aa', 'k', 'Voorleesuur', [paragraph('Boeken'), paragraph('Stoelen')]);
    move(replica, 'aa', 'bb', FIRST);
    firstText(fragmentOf(replica, 'bb')).insert(6, ' bij bb');
    // In the old place one line is altered, one is new, and there is another title: nobody has looked at them yet.
    firstText(fragmentOf(replica, 'aa')).insert(0, 'Late ');
    writeFragment(fragmentOf(replica, 'aa'), [paragraph('Tafels')]);
    const record = replica.doc(party('aa')).getMap('activities').get('k');
    if (record instanceof Y.Map) record.set('title', 'Voorleesmiddag');
    move(replica, 'bb', 'aa', SECOND);
    expect(replica.board.activities.get('k')).toMatchObject({ owner: 'aa', title: 'Voorleesuur' });
    for (const said of ['Boeken bij bb', 'Late Boeken', 'Stoelen', 'Tafels']) expect(words(replica)).toContain(said);
    expect(words(replica, 'k', 'notesText')).toBe('Voorleesmiddag');
    expect(allLate(replica.board)).toEqual([]);
    expect([...replica.board.departed.keys()]).toEqual(['party/bb/k']);
    move(replica, 'aa', 'bb', THIRD);
    expect(replica.board.activities.get('k')?.owner).toBe('bb');
    expect(words(replica).match(/Boeken bij bb/g)).toHaveLength(1);
  });

  it('keeps what was typed without a network before it went and came back', () => {
    const replica = withCard('aa');
    const offline = new Replica(OWNERS, 77);
    offline.sync(replica);
    firstText(fragmentOf(offline, 'aa')).insert(0, 'Onderweg ');
    move(replica, 'aa', 'bb', FIRST);
    firstText(fragmentOf(replica, 'bb')).insert(6, ' bij bb');
    move(replica, 'bb', 'aa', SECOND);
    offline.sync(replica);
    expect(words(replica)).toBe('Onderweg Boeken bij bb');
  });
});

describe('merging (X4)', () => {
  function merged(): Replica {
    const replica = withCard('aa');
    putCard(replica, 'bb', 'm', 'Lezen', [paragraph('Boeken'), paragraph('Kussens')]);
    const others = [{ held: heldIn(replica, 'bb'), id: 'm' }];
    mergeActivities({ held: heldIn(replica, 'aa'), id: 'k' }, others, {
      at: FIRST,
      heading: ({ owner, title }) => `Van ${owner}: ${title}`,
    });
    return replica;
  }

  it('gives the kept card what the other says and it does not, its outcomes and its organisations', () => {
    const replica = merged();
    expect([...replica.board.activities.keys()]).toEqual(['k']);
    expect(words(replica)).toBe('Boeken\nVan bb: Lezen\nKussens');
    const card = replica.board.activities.get('k');
    expect(card?.links.map(({ outcomeId }) => outcomeId).sort()).toEqual(['c2', 'o-m']);
    expect(card?.involvements).toMatchObject([{ organisationId: 'bb', role: 'advises' }]);
    expect(card?.unknown?.['lineage']).toMatchObject([{ kind: 'merge', activities: [{ id: 'm', title: 'Lezen' }] }]);
  });

  it('shows what is written in the other one afterwards as late of the kept card', () => {
    const replica = merged();
    writeFragment(fragmentOf(replica, 'bb', 'm'), [paragraph('Dekens')]);
    expect(lateEdits(replica.board, 'k')).toMatchObject([{ document: 'party/bb', field: 'meansText' }]);
    move(replica, 'aa', 'cc', SECOND);
    expect(lateEdits(replica.board, 'k')).toHaveLength(1);
  });

  it('is undone with the texts as they are at their places', () => {
    const replica = merged();
    writeFragment(fragmentOf(replica, 'bb', 'm'), [paragraph('Dekens')]);
    undoMerge({ held: heldIn(replica, 'aa'), id: 'k' }, [{ held: heldIn(replica, 'bb'), id: 'm' }], SECOND);
    expect(words(replica, 'm')).toBe('Boeken\nKussens\nDekens');
    expect(words(replica)).toContain('Kussens');
    expect(replica.board.departed.size).toBe(0);
  });

  it('shows what a foreign program merged in a circle, or into what is not there', () => {
    const replica = withCard('aa');
    putCard(replica, 'bb', 'm', 'Lezen', []);
    const mark = (owner: string, id: string, activityId: string): void => {
      const record = replica.doc(party(owner)).getMap('activities').get(id);
      if (record instanceof Y.Map) record.set('mergedInto', { activityId, at: FIRST });
    };
    mark('aa', 'k', 'm');
    expect([...replica.board.activities.keys()]).toEqual(['m']);
    mark('bb', 'm', 'k');
    expect([...replica.board.activities.keys()].sort()).toEqual(['k', 'm']);
    mark('bb', 'm', 'nowhere');
    expect([...replica.board.activities.keys()].sort()).toEqual(['k', 'm']);
  });
});

describe('over any history', () => {
  it('loses no word, shows each card once and reads the same everywhere', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 5, max: 120 }), (seed, steps) => {
        const world = new TransferWorld(seededRandom(seed), 4);
        for (let step = 0; step < steps; step++) world.step();
        world.settle();
        const { board } = world.hub;
        for (const peer of world.peers) expect(plain(peer.board)).toEqual(plain(board));
        const shown = shownWords(board);
        expect(world.typed.filter((word) => !shown.includes(word))).toEqual([]);
        const merged = [...board.departed.values()].filter(({ mergedInto }) => mergedInto).map(({ id }) => id);
        for (const card of ['k0', 'k1', 'k2', 'k3'])
          expect(board.activities.has(card) !== merged.includes(card), card).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('becoming like another text', () => {
  const span = fc.record({ type: fc.constant('text' as const), text: fc.string({ minLength: 1, maxLength: 4 }) });
  const block = fc.array(span, { maxLength: 2 }).map((content) => ({ type: 'paragraph' as const, content }));
  const item = fc.record({ type: fc.constant('listItem' as const), content: fc.array(block, { maxLength: 2 }) });
  const list = fc.record({ type: fc.constant('bulletList' as const), content: fc.array(item, { maxLength: 3 }) });
  const text = fc.array(fc.oneof(block, list), { maxLength: 5 });

  it('ends as that text', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        const doc = new Y.Doc();
        const [target, source] = [doc.getXmlFragment('a'), doc.getXmlFragment('b')];
        writeFragment(target, one);
        writeFragment(source, other);
        becomeLike(target, source.toArray() as Y.XmlElement[], () => false);
        expect(readFragment(target)).toEqual(readFragment(source));
      }),
    );
  });
});
