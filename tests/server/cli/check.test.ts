import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../../server/cli/runCommand.ts';
import { firstLines } from '../../../server/services/firstLines.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
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
});
