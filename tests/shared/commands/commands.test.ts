import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findings } from '../../../shared/board/invariants.ts';
import { addOutcomes } from '../../../shared/commands/addOutcomes.ts';
import { archiveOutcome, restoreOutcome } from '../../../shared/commands/archiveOutcome.ts';
import { invert } from '../../../shared/commands/command.ts';
import { moveOutcome } from '../../../shared/commands/moveOutcome.ts';
import { applyInverse } from '../../../shared/doc/applyPatches.ts';
import { contextOf, plain, seededRandom } from '../../support/board.ts';
import { PARTIES, randomStep, startedReplica } from '../../support/history.ts';

/** Seeds of random histories: each is a board, some steps on it, and one more command to look at. */
const seeds = fc.integer({ min: 1, max: 2 ** 31 });

describe('every command', () => {
  it('I1 to I9: keeps every rule of the board', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed);
        const replica = startedReplica(random);
        const context = contextOf('gem', random);
        for (let step = 0; step < 25; step++) randomStep(replica, random, context);
        expect(findings(replica.board)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('U1: its inverse gives back the board as it was, but for what was made, which is in the trash', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed);
        const replica = startedReplica(random);
        const context = contextOf('gem', random);
        for (let step = 0; step < 10; step++) randomStep(replica, random, context);
        const before = replica.board;
        const result = randomStep(replica, random, context);
        if (!result.ok) {
          expect(replica.board).toBe(before);
          return;
        }
        applyInverse(replica.doc(result.document), invert(result.patches));
        const known = JSON.stringify(plain(before));
        const made = new Set(result.patches.map(({ id }) => id).filter((id) => !known.includes(`"id":"${id}"`)));
        const stripped = JSON.stringify(strip(plain(replica.board), made));
        expect(stripped).toBe(JSON.stringify(strip(plain(before), made)));
      }),
      { numRuns: 200 },
    );
  });

  it('U2: redo, the inverse of the inverse, gives back what the command made', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed);
        const replica = startedReplica(random);
        const context = contextOf('gem', random);
        for (let step = 0; step < 10; step++) randomStep(replica, random, context);
        const result = randomStep(replica, random, context);
        if (!result.ok) return;
        const after = plain(replica.board);
        const doc = replica.doc(result.document);
        applyInverse(doc, invert(result.patches));
        applyInverse(doc, invert(invert(result.patches)));
        expect(plain(replica.board)).toEqual(after);
      }),
      { numRuns: 200 },
    );
  });

  it('A1: changes nothing and says why in a document that may not be written', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = seededRandom(seed);
        const replica = startedReplica(random);
        const board = replica.board;
        const context = contextOf('gem', random, { writeRefusal: () => 'boardLocked' });
        const result = randomStep(replica, random, context);
        expect(result.ok).toBe(false);
        expect(replica.board).toBe(board);
      }),
      { numRuns: 100 },
    );
  });
});

/** Leaves out records that the command made, which its inverse keeps in the trash. */
function strip(value: unknown, made: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.filter((item) => !made.has(idOf(item))).map((item) => strip(item, made));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, item]) => !made.has(key) && !made.has(idOf(item)))
      .map(([key, item]) => [key, strip(item, made)]),
  );
}

function idOf(value: unknown): string {
  return typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : '';
}

it('C7: a column that becomes a section takes its sections in the trash along', () => {
  const replica = startedReplica(seededRandom(1));
  const context = contextOf('gem', seededRandom(2));
  const [column = '', other = ''] = replica.board.outcomes.keys();
  const added = replica.run(addOutcomes, { titles: ['Onderdeel'], parentId: column }, context);
  const outcomeId = added.ok ? added.id : '';
  replica.run(archiveOutcome, { outcomeId }, context);
  expect(replica.run(moveOutcome, { outcomeId: column, parentId: other }, context).ok).toBe(true);
  expect(findings(replica.board)).toEqual([]);
  expect(replica.run(restoreOutcome, { outcomeId }, context).ok).toBe(true);
  expect(replica.board.outcomes.get(outcomeId)?.place.parentId).toBe(other);
});

describe('the parties of the histories', () => {
  it('are all on the board', () => {
    expect([...startedReplica(seededRandom(1)).board.organisations.keys()].sort()).toEqual([...PARTIES].sort());
  });
});
