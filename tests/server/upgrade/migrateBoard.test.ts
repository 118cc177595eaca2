import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Id } from '../../../shared/board/ids.ts';
import { SHAPE } from '../../../shared/doc/migrate.ts';
import { plain } from '../../support/board.ts';
import type { ClientDocument } from '../../support/collabClient.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { SHAPE_2, SHAPE_3 } from '../../support/inventedSteps.ts';
import { readBoard } from '../../support/readBoard.ts';
import { rowsOf, schemaFixture } from '../../support/schemaFixture.ts';
import { StoredBoards } from '../../support/storedBoards.ts';
import { waitFor } from '../../support/waitFor.ts';

const fixture = schemaFixture(1);
const rows = rowsOf(fixture);
const stored = { parties: fixture.parties, rows };

describe.each(DATABASE_KINDS)('a stored board of schema 1 (%s)', (kind) => {
  let boards: StoredBoards;
  beforeAll(async () => {
    boards = await StoredBoards.on(kind);
    await boards.start();
  });
  afterEach(() => boards.closeTabs());
  afterAll(() => boards.remove());

  const read = (boardId: Id) => readBoard(boards, boardId);
  const phases = (documents: ReadonlyMap<string, ClientDocument>): unknown[] =>
    [...documents].flatMap(([key, { doc }]) =>
      [...doc.getMap(key === 'frame' ? 'outcomes' : 'activities').values()].map((record) =>
        record instanceof Y.Map ? record.get('phase') : undefined,
      ),
    );

  test('G1 is read by this version as it was, and opened without a row', async () => {
    await boards.insert('gelezen', stored);
    expect(plain(await read('gelezen'))).toEqual({ ...(fixture.board as object), departed: {} });
    await boards.opened('gelezen', SHAPE.schema);
    await boards.restart();
    expect(await boards.rowsAfter('gelezen', rows.length)).toEqual([]);
    expect(plain(await read('gelezen'))).toEqual({ ...(fixture.board as object), departed: {} });
  });

  test('G3 comes to the schema of a later version before anyone is in, once however many open it at once', async () => {
    await boards.insert('samen', stored);
    await boards.restart(SHAPE_2);
    const tabs = await Promise.all([1, 2, 3, 4, 5].map(() => boards.opened('samen', 2)));
    expect(await boards.schemaOf('samen')).toBe(2);
    for (const documents of tabs) expect(new Set(phases(documents))).toEqual(new Set(['idea']));
    const added = await boards.rowsAfter('samen', rows.length);
    expect(added.map(({ document }) => document).sort()).toEqual(
      ['frame', ...fixture.parties.map((id) => `party/${id}`)].sort(),
    );
    expect(added.every(({ authorId }) => authorId === null)).toBe(true);
    await boards.restart(SHAPE_2);
    await boards.opened('samen', 2);
    await boards.restart(SHAPE_3);
    await boards.opened('samen', 3);
    expect(await boards.schemaOf('samen')).toBe(3);
    const later = await boards.rowsAfter('samen', rows.length + added.length);
    expect(later.map(({ document }) => document)).not.toContain('frame');
    expect(later.length).toBeGreaterThan(0);
  });

  test('G3 comes to the new number without a row where there is nothing to add', async () => {
    await boards.restart();
    await boards.insert('leeg', { parties: fixture.parties, rows: [] });
    const none = { schema: 2, steps: [{ to: 2, add: () => [] }] };
    await boards.restart(none);
    await boards.opened('leeg', 2);
    expect(await boards.schemaOf('leeg')).toBe(2);
    expect(await boards.rowsAfter('leeg', 0)).toEqual([]);
  });

  test('G4 that is closed stays as it was closed; reopened it comes to the new schema at once', async () => {
    await boards.restart();
    await boards.insert('dicht', stored);
    expect((await boards.facilitator.patch('/boards/dicht', { closed: true })).status).toBe(200);
    await boards.restart(SHAPE_2);
    const documents = await boards.opened('dicht', 2);
    expect(documents.get('frame')?.scopes).toEqual(['readonly']);
    expect(await boards.schemaOf('dicht')).toBe(1);
    expect(await boards.rowsAfter('dicht', rows.length)).toEqual([]);
    expect((await boards.facilitator.patch('/boards/dicht', { closed: false })).status).toBe(200);
    expect(await boards.schemaOf('dicht')).toBe(2);
    await waitFor('who has it open sees it', () => phases(documents).every((phase) => phase === 'idea'));
  });

  test('opens all the same where a step fails, and comes to the new schema when the step is mended', async () => {
    await boards.restart();
    await boards.insert('fout', stored);
    const broken = () => {
      throw new Error('a mistake in a step');
    };
    await boards.restart({ schema: 2, steps: [{ to: 2, add: broken }] });
    const documents = await boards.opened('fout', 2);
    await documents.get('frame')?.save('bewaard');
    expect(await boards.schemaOf('fout')).toBe(1);
    await boards.restart(SHAPE_2);
    const again = await boards.opened('fout', 2);
    expect(again.get('frame')?.log).toEqual(['bewaard']);
    expect(await boards.schemaOf('fout')).toBe(2);
  });
});
