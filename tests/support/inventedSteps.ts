import { FRAME, party } from '../../shared/board/documentRef.ts';
import type { DocumentShape, SchemaStep } from '../../shared/doc/migrate.ts';

/** A field for every card and every outcome, and a list entry that each board has from then on. */
const TO_2: SchemaStep = {
  to: 2,
  add: (board) => [
    ...[...board.activities.values()].map(
      ({ id, owner }) =>
        ({ document: party(owner), collection: 'activities', id, fields: { phase: 'idea', weight: 1 } }) as const,
    ),
    ...[...board.outcomes.keys()].map(
      (id) => ({ document: FRAME, collection: 'outcomes', id, fields: { phase: 'idea' } }) as const,
    ),
    { document: FRAME, collection: 'lists', id: 'phase-idea', fields: { list: 'phases', title: 'Idee', key: 'a0' } },
  ],
};

/** Builds on what the step before added. */
const TO_3: SchemaStep = {
  to: 3,
  add: (board) =>
    [...board.activities.values()]
      .filter(({ unknown }) => unknown?.['phase'] === 'idea')
      .map(({ id, owner }) => ({
        document: party(owner),
        collection: 'activities',
        id,
        fields: { phaseSince: '2026-01-01' },
      })),
};

/** Shapes that the product does not have, to prove the way to one. */
export const SHAPE_2: DocumentShape = { schema: 2, steps: [TO_2] };
export const SHAPE_3: DocumentShape = { schema: 3, steps: [TO_2, TO_3] };
