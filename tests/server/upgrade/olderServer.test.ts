import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../../server/cli/runCommand.ts';
import { firstLines } from '../../../server/services/firstLines.ts';
import { patchState } from '../../../shared/doc/states.ts';
import { DENIED } from '../../../shared/protocol/live.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { SHAPE_2 } from '../../support/inventedSteps.ts';
import { rowsOf, schemaFixture } from '../../support/schemaFixture.ts';
import { StoredBoards } from '../../support/storedBoards.ts';
import { waitFor } from '../../support/waitFor.ts';

const fixture = schemaFixture(1);
const stored = { parties: fixture.parties, rows: rowsOf(fixture) };

describe.each(DATABASE_KINDS)('a server that was put back after a newer one (%s)', (kind) => {
  let boards: StoredBoards;
  let count: number;
  beforeAll(async () => {
    boards = await StoredBoards.on(kind);
    await boards.start();
    for (const id of ['verder', 'gebleven']) await boards.insert(id, stored);
    await boards.restart(SHAPE_2);
    await boards.opened('verder', 2);
    boards.closeTabs();
    await boards.restart();
    count = (await boards.rowsAfter('verder', 0)).length;
  });
  afterEach(() => boards.closeTabs());
  afterAll(() => boards.remove());

  test('G6 does not open the boards that the newer one brought further, whatever a client says, and says why', async () => {
    for (const schema of [1, 2, undefined]) {
      const documents = [...boards.open('verder', schema).values()];
      await waitFor('it is told', () => documents.every(({ denied }) => denied === DENIED.olderServer));
    }
    const documents = await boards.opened('gebleven', 1);
    await documents.get('frame')?.save('gaat door');
    expect(await boards.rowsAfter('verder', count)).toEqual([]);
  });

  test('G6 tells a page of the newer version to load again, also where the board would open', async () => {
    const documents = [...boards.open('gebleven', 2).values()];
    await waitFor('it is told', () => documents.every(({ denied }) => denied === DENIED.newerServer));
  });

  test('G6 writes nothing there itself, nor in a copy', async () => {
    const { live, db } = boards.product.services;
    const state = await live.readDocument('verder', 'frame');
    const patch = { collection: 'plan', id: 'plan', before: {}, after: { years: [2030] } } as const;
    const edits = new Map([['frame', patchState(state, [patch])]]);
    await expect(live.write('verder', edits, null)).rejects.toMatchObject({ code: 'boardTooNew' });
    const before = await db.selectFrom('boards').select('id').execute();
    const copied = await boards.facilitator.post('/boards/verder/copy', { title: 'Een kopie' });
    expect([copied.status, copied.body.code]).toEqual([409, 'boardTooNew']);
    expect(await db.selectFrom('boards').select('id').execute()).toEqual(before);
    expect(await boards.rowsAfter('verder', count)).toEqual([]);
  });

  test('G6 says at its start how many they are, and the check names them', async () => {
    expect(await firstLines(boards.product.services, false)).toEqual([
      'Borden die met een nieuwere versie zijn bewerkt en hier niet opengaan: 1. Zie upgrade.md.',
    ]);
    let printed = '';
    const io = { readPassword: async () => undefined, out: (line: string) => (printed += line), err: () => undefined };
    expect(await runCommand(['check', '--json'], boards.variables, io)).toBe(1);
    expect(JSON.parse(printed).findings).toEqual([{ boardId: 'verder', code: 'schemaAhead' }]);
  });

  test('G6 loses nothing: the newer version opens them again', async () => {
    await boards.restart(SHAPE_2);
    const documents = await boards.opened('verder', 2);
    await documents.get('frame')?.save('weer terug');
    expect(await boards.rowsAfter('verder', count)).toHaveLength(1);
  });
});
