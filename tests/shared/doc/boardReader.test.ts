import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { FRAME, party } from '../../../shared/board/documentRef.ts';
import { findings } from '../../../shared/board/invariants.ts';
import { editActivity } from '../../../shared/commands/editActivity.ts';
import { boardReader, readBoard } from '../../../shared/doc/boardReader.ts';
import { contextOf, plain, Replica, seededRandom } from '../../support/board.ts';
import { randomStep, startedReplica } from '../../support/history.ts';

describe('reading a board', () => {
  it('record by record gives the same as reading it afresh', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1 }), (seed) => {
        const random = seededRandom(seed);
        const replica = startedReplica(random);
        const context = contextOf('gem', random);
        for (let step = 0; step < 30; step++) randomStep(replica, random, context);
        const fresh = readBoard(replica.refs.map((ref) => [ref, replica.doc(ref)]));
        expect(plain(replica.board)).toEqual(plain(fresh));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps the identity of every record that did not change', () => {
    const replica = startedReplica(seededRandom(5));
    const before = replica.board;
    const [first] = before.activities.keys();
    replica.run(editActivity, { activityId: first ?? '', title: 'Nieuwe titel' }, contextOf('gem', seededRandom(6)));
    const after = replica.board;
    expect(after.outcomes).toBe(before.outcomes);
    expect(after.organisations).toBe(before.organisations);
    for (const [id, activity] of before.activities) {
      if (id === first) expect(after.activities.get(id)).not.toBe(activity);
      else expect(after.activities.get(id)).toBe(activity);
    }
  });

  it('keeps it too where a document is replaced by an equal one', () => {
    const replica = startedReplica(seededRandom(7));
    const before = replica.board;
    let told = 0;
    replica.reader.subscribe(() => {
      told += 1;
    });
    for (const ref of replica.refs) {
      const copy = new Y.Doc();
      Y.applyUpdate(copy, Y.encodeStateAsUpdate(replica.doc(ref)));
      replica.reader.attach(ref, copy);
    }
    expect(told).toBe(0);
    expect(replica.board).toBe(before);
  });

  it('D4: reads records of other programs, whatever their fields hold, and keeps unknown fields', () => {
    const values = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.object(),
      fc.array(fc.integer()),
    );
    const record = fc.dictionary(
      fc.constantFrom(
        'title',
        'kind',
        'place',
        'archivedAt',
        'lead',
        'titleDerived',
        'code',
        'colour',
        'key',
        'role',
        'years',
        'targets',
        'iets',
      ),
      values,
    );
    const collections = fc.constantFrom(
      'outcomes',
      'organisations',
      'indicators',
      'lists',
      'plan',
      'activities',
      'links',
      'involvements',
    );
    const ids = fc.constantFrom('a', 'b', 'plan', 'a:b', 'b:a', '__proto__', 'constructor', 'x'.repeat(70), 'é');
    fc.assert(
      fc.property(fc.array(fc.tuple(collections, ids, record), { maxLength: 20 }), (records) => {
        const frame = new Y.Doc();
        const gem = new Y.Doc();
        const reader = boardReader();
        reader.attach(FRAME, frame);
        reader.attach(party('gem'), gem);
        for (const [collection, id, fields] of records) {
          const doc = ['activities', 'links', 'involvements'].includes(collection) ? gem : frame;
          doc.getMap(collection).set(id, new Y.Map(Object.entries(fields)));
        }
        findings(reader.board());
        expect(plain(reader.board())).toEqual(
          plain(
            readBoard([
              [FRAME, frame],
              [party('gem'), gem],
            ]),
          ),
        );
      }),
    );
    const doc = new Y.Doc();
    doc
      .getMap('activities')
      .set('k', new Y.Map(Object.entries({ title: 'Alleen een titel', iets: { van: 'een ander' } })));
    expect(readBoard([[party('gem'), doc]]).activities.get('k')).toEqual({
      id: 'k',
      owner: 'gem',
      title: 'Alleen een titel',
      links: [],
      involvements: [],
      texts: {},
      unknown: { iets: { van: 'een ander' } },
    });
  });

  it('D6: reads an activity that two documents hold from the owner whose id sorts first, in whatever order they come', () => {
    for (const order of [
      ['bib', 'ggd'],
      ['ggd', 'bib'],
    ]) {
      const reader = boardReader();
      for (const owner of order) {
        const doc = new Y.Doc();
        doc.getMap('activities').set('k', new Y.Map([['title', `van ${owner}`]]));
        reader.attach(party(owner), doc);
      }
      expect(reader.board().activities.get('k')?.title).toBe('van bib');
    }
  });

  it('reads a record that another program removed as gone', () => {
    const replica = new Replica(['gem']);
    const doc = replica.doc(party('gem'));
    doc.getMap('activities').set('k', new Y.Map([['title', 'weg']]));
    doc.getMap('links').set('k:o', new Y.Map([['key', 'a0']]));
    doc.getMap('links').delete('k:o');
    expect(replica.board.activities.get('k')?.links).toEqual([]);
    doc.getMap('activities').delete('k');
    expect(replica.board.activities.size).toBe(0);
  });
});
