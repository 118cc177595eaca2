import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { SCHEMA } from '../../../shared/board/board.ts';
import { type DocumentRef, documentKey } from '../../../shared/board/documentRef.ts';
import { findings } from '../../../shared/board/invariants.ts';
import { migrate, SHAPE } from '../../../shared/doc/migrate.ts';
import { boardOfStates } from '../../../shared/doc/states.ts';
import { plain, type Replica, seededRandom } from '../../support/board.ts';
import { SHAPE_2, SHAPE_3 } from '../../support/inventedSteps.ts';
import { Network } from '../../support/network.ts';
import { fixtureSchemas, schemaFixture, statesOf } from '../../support/schemaFixture.ts';

type States = (readonly [DocumentRef, Uint8Array])[];

function statesFrom({ refs, docs }: Pick<Replica, 'refs' | 'docs'>): States {
  return refs.map((ref) => [ref, Y.encodeStateAsUpdate(docs.get(documentKey(ref))!)]);
}

/** The states with the updates merged in. */
function withUpdates(states: States, ...all: ReadonlyMap<string, Uint8Array>[]): States {
  return states.map(([ref, state]) => {
    const more = all.flatMap((updates) => updates.get(documentKey(ref)) ?? []);
    return [ref, Y.mergeUpdates([state, ...more])] as const;
  });
}

function recordOf(states: States, ref: DocumentRef, collection: string, id: string): Record<string, unknown> {
  const doc = new Y.Doc();
  for (const [each, state] of states) if (documentKey(each) === documentKey(ref)) Y.applyUpdate(doc, state);
  const record = doc.getMap(collection).get(id);
  return record instanceof Y.Map ? record.toJSON() : {};
}

/** What a random history of several parties leaves, connections cut and all. */
function playedStates(seed: number): States {
  const network = new Network(seededRandom(seed));
  for (let step = 0; step < 80; step += 1) network.step();
  network.settle();
  return statesFrom(network.hub);
}

const SEEDS = Array.from({ length: 10 }, (_, index) => index + 1);

describe('stored boards of every schema', () => {
  it('G1 there is one of each, and a step between each two', () => {
    const schemas = Array.from({ length: SCHEMA }, (_, index) => index + 1);
    expect(fixtureSchemas()).toEqual(schemas);
    expect(SHAPE.schema).toBe(SCHEMA);
    expect(SHAPE.steps.map(({ to }) => to)).toEqual(schemas.slice(1));
  });

  it.each(fixtureSchemas())('G1 one of schema %i is read as it was when it was stored', (schema) => {
    const fixture = schemaFixture(schema);
    expect(fixture.schema).toBe(schema);
    expect(plain(boardOfStates(statesOf(fixture)))).toEqual({ departed: {}, ...(fixture.board as object) });
  });

  it.each(fixtureSchemas())(
    'G2 one of schema %i comes to that of this version, and then needs nothing more',
    (schema) => {
      const states = statesOf(schemaFixture(schema));
      const now = withUpdates(states, migrate(states, schema));
      expect(findings(boardOfStates(now))).toEqual([]);
      expect(migrate(now, SCHEMA).size).toBe(0);
    },
  );
});

describe('G2 a step', () => {
  const states = statesOf(schemaFixture(1));
  const before = boardOfStates(states);
  const [card] = [...before.activities.values()].filter(({ unknown }) => unknown?.['fromLater']);
  const { owner, id } = card!;
  const document: DocumentRef = { kind: 'party', organisationId: owner };

  it('adds fields and records, and leaves everything else as it was', () => {
    const migrated = withUpdates(states, migrate(states, 1, SHAPE_2));
    const after = boardOfStates(migrated);
    for (const activity of after.activities.values()) {
      expect(activity.unknown).toEqual({ ...before.activities.get(activity.id)?.unknown, phase: 'idea', weight: 1 });
    }
    expect(after.lists.get('phase-idea')).toMatchObject({ list: 'phases', title: 'Idee' });
    expect(recordOf(migrated, document, 'activities', id)).toEqual({
      ...recordOf(states, document, 'activities', id),
      phase: 'idea',
      weight: 1,
    });
    const withoutAdded = JSON.parse(JSON.stringify(plain(after)), (key, value) => {
      if (key === 'unknown') {
        const { phase: _phase, weight: _weight, ...rest } = value;
        return Object.keys(rest).length > 0 ? rest : undefined;
      }
      return key === 'phase-idea' ? undefined : value;
    });
    expect(withoutAdded).toEqual(plain(before));
  });

  it('leaves what stands in a field, whatever it is', () => {
    const doc = new Y.Doc();
    const state = states.find(([ref]) => documentKey(ref) === documentKey(document))![1];
    Y.applyUpdate(doc, state);
    (doc.getMap('activities').get(id) as Y.Map<unknown>).set('phase', null);
    doc.getMap('lists').set('phase-idea', 'geen record');
    const given = states.map(([ref, was]) => {
      if (ref.kind === 'frame') {
        const frame = new Y.Doc();
        Y.applyUpdate(frame, was);
        frame.getMap('lists').set('phase-idea', 'geen record');
        return [ref, Y.encodeStateAsUpdate(frame)] as const;
      }
      return ref.organisationId === owner ? ([ref, Y.encodeStateAsUpdate(doc)] as const) : ([ref, was] as const);
    });
    const migrated = withUpdates(given, migrate(given, 1, SHAPE_2));
    expect(recordOf(migrated, document, 'activities', id)).toMatchObject({ phase: null, weight: 1 });
    expect(boardOfStates(migrated).lists.has('phase-idea')).toBe(false);
  });

  it('builds on the ones before it, and is not taken from where the board is already', () => {
    const migrated = withUpdates(states, migrate(states, 1, SHAPE_3));
    expect(recordOf(migrated, document, 'activities', id)).toMatchObject({ phase: 'idea', phaseSince: '2026-01-01' });
    expect(migrate(states, 2, SHAPE_3).size).toBe(0);
    expect(migrate(states, 3, SHAPE_3).size).toBe(0);
  });

  it('may not add to a document that the board does not have', () => {
    const [frame] = states.filter(([ref]) => ref.kind === 'frame');
    const lost = { schema: 2, steps: [{ to: 2, add: () => SHAPE_2.steps[0]!.add(before) }] };
    expect(() => migrate([frame!], 1, lost)).toThrow('which the board does not have');
  });

  it.each(SEEDS)('history %i: a second run adds nothing, and two runs apart make one board', (seed) => {
    const played = playedStates(seed);
    const one = migrate(played, 1, SHAPE_3);
    const other = migrate(played, 1, SHAPE_3);
    expect(one.size).toBeGreaterThan(0);
    expect(migrate(withUpdates(played, one), 1, SHAPE_3).size).toBe(0);
    const merged = plain(boardOfStates(withUpdates(played, one, other)));
    expect(merged).toEqual(plain(boardOfStates(withUpdates(played, other, one))));
    expect(merged).toEqual(plain(boardOfStates(withUpdates(played, one))));
    expect(migrate(withUpdates(played, one, other), 1, SHAPE_3).size).toBe(0);
  });

  it.each(SEEDS)('history %i: edits made meanwhile by who does not know the new fields are kept with them', (seed) => {
    const played = playedStates(seed);
    const added = migrate(played, 1, SHAPE_2);
    const edits = new Map(
      played.map(([ref, state]) => {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, state);
        const from = Y.encodeStateVector(doc);
        for (const record of doc.getMap(ref.kind === 'frame' ? 'outcomes' : 'activities').values()) {
          if (record instanceof Y.Map) record.set('title', 'Van een oud scherm');
        }
        return [documentKey(ref), Y.encodeStateAsUpdate(doc, from)];
      }),
    );
    const merged = boardOfStates(withUpdates(played, added, edits));
    for (const record of [...merged.activities.values(), ...merged.outcomes.values()]) {
      expect(record).toMatchObject({ title: 'Van een oud scherm', unknown: { phase: 'idea' } });
    }
    expect(plain(merged)).toEqual(plain(boardOfStates(withUpdates(played, edits, added))));
    expect(merged.lists.has('phase-idea')).toBe(true);
  });
});
