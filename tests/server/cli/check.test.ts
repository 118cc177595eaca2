import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { runCommand } from '../../../server/cli/runCommand.ts';
import { firstLines } from '../../../server/services/firstLines.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { updateWith } from '../../support/collabSuite.ts';
import { startServer, type TestServer } from '../../support/server.ts';

describe.each(DATABASE_KINDS)('checking a store (%s)', (database) => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startServer({ database });
    await firstLines(server.product.services, true);
  });
  afterEach(() => server.close());

  const check = async () => {
    const printed = { out: '', err: '' };
    const code = await runCommand(['check', '--json'], server.store.variables, {
      readPassword: async () => undefined,
      out: (line) => {
        printed.out += line;
      },
      err: (line) => {
        printed.err += line;
      },
    });
    return { code, result: JSON.parse(printed.out), err: printed.err };
  };

  test('finds nothing in a new store, and everything that was spoilt', async () => {
    const sound = await check();
    expect(sound).toMatchObject({ code: 0, err: '', result: { boards: 5, snapshots: 0, findings: [] } });
    expect(sound.result.rows).toBe(sound.result.documents);

    const { db } = server.product.services;
    const [first] = await db.selectFrom('boards').select(['id', 'sequence']).orderBy('updatedAt', 'desc').execute();
    const boardId = first!.id;
    const row = { boardId, document: 'frame', generation: 1, authorId: null, at: '2026-11-22T10:00:00.000Z' };
    const sequence = first!.sequence + 2;
    await db
      .insertInto('journal')
      .values({ ...row, sequence, update: new Uint8Array([9, 9, 9]) })
      .execute();
    await db.updateTable('boards').set({ sequence }).where('id', '=', boardId).execute();
    const snapshot = { boardId, generation: 1, at: row.at, state: new Uint8Array([1, 2, 3]), hash: 'x' };
    await db
      .insertInto('snapshots')
      .values({ ...snapshot, document: 'frame', sequence: 1 })
      .execute();
    const spoilt = await check();
    expect(spoilt.code).toBe(1);
    expect(spoilt.err).toBe('Er klopt iets niet in wat is opgeslagen: 3 bevindingen.');
    expect(spoilt.result.findings).toEqual([
      { boardId, code: 'sequenceGap', sequence },
      { boardId, code: 'rowUndecodable', document: 'frame', sequence },
      { boardId, code: 'snapshotHash', document: 'frame', sequence: 1 },
    ]);
  });

  test('finds rows that are ahead, of a generation that was over, unreadable without another, or of no document', async () => {
    const { db } = server.product.services;
    const { id: boardId, sequence } = await db
      .selectFrom('boards')
      .select(['id', 'sequence'])
      .orderBy('id')
      .executeTakeFirstOrThrow();
    const doc = new Y.Doc();
    const missing = updateWith('weg', doc);
    expect(missing.length).toBeGreaterThan(0);
    const row = { boardId, generation: 1, authorId: null, at: '2026-11-22T10:00:00.000Z' };
    await db
      .insertInto('journal')
      .values([
        { ...row, sequence: sequence + 1, document: 'frame', update: updateWith('bouwt voort', doc) },
        { ...row, sequence: sequence + 2, document: 'party/nergens', update: updateWith('van niemand') },
        { ...row, sequence: sequence + 3, document: 'frame', generation: 0, update: updateWith('te oud') },
      ])
      .execute();
    const { result } = await check();
    expect(result.findings.map(({ code }: { code: string }) => code).sort()).toEqual(
      ['documentUnknown', 'rowGeneration', 'rowMissing', 'sequenceAhead'].sort(),
    );
  });
});
