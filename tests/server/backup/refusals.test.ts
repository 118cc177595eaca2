import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isEmptyStore } from '../../../server/db/wholeTables.ts';
import { backupFolder, command } from '../../support/backups.ts';
import { insertPeople, insertTestBoard } from '../../support/collabBoard.ts';
import { DATABASE_KINDS, type TestDatabase, testDatabase } from '../../support/collabDatabase.ts';
import { startTestServer } from '../../support/collabServer.ts';
import { updateWith } from '../../support/collabSuite.ts';

const DAMAGED = /^Deze back-up is beschadigd of niet compleet\. Er is niets gewijzigd\.$/;
const NOT_ONE = /^Dit bestand is geen back-up van Opbrengstenbord\./;
const NEWER = /^Deze back-up komt van een nieuwere versie\./;

type Lines = readonly string[];

/** A file of these lines whose last line says that they are whole. */
function packed(lines: Lines): Buffer {
  const before = lines.slice(0, -1).join('');
  const trailer = JSON.parse(lines.at(-1) ?? '{}');
  trailer.end.sha256 = createHash('sha256').update(before).digest('hex');
  return gzipSync(`${before}${JSON.stringify(trailer)}\n`);
}

function withHeader(lines: Lines, change: object): Buffer {
  const [header = '{}', ...rest] = lines;
  return packed([`${JSON.stringify({ ...JSON.parse(header), ...change })}\n`, ...rest]);
}

describe.each(DATABASE_KINDS)('a restore that cannot be (%s)', (kind) => {
  let full: TestDatabase;
  let empty: TestDatabase;
  let folder: Awaited<ReturnType<typeof backupFolder>>;
  let good: Buffer;
  let lines: Lines;
  beforeAll(async () => {
    [full, empty, folder] = await Promise.all([testDatabase(kind), testDatabase(kind), backupFolder()]);
    const { db } = full.database;
    await insertPeople(db);
    await insertTestBoard(db, 'bord');
    const server = await startTestServer(full.database);
    for (const text of ['een', 'twee', 'drie']) {
      await server.collab.write('bord', new Map([['frame', updateWith(text)]]), null);
    }
    await server.stop();
    const at = '2026-01-01T00:00:00.000Z';
    const expiresAt = '2999-01-01T00:00:00.000Z';
    await db
      .insertInto('sessions')
      .values({ idHash: 'sessiegeheim', userId: 'viewer', expiresAt: 9e9, startedAt: 0 })
      .execute();
    const link = { tokenHash: 'linkgeheim', userId: 'viewer', email: null, expiresAt, usedAt: null };
    await db.insertInto('signInLinks').values(link).execute();
    const invitation = { boardId: 'bord', organisationId: 'ggd', role: 'member', createdBy: 'facilitator' } as const;
    const times = { createdAt: at, expiresAt, revokedAt: null, used: 2 };
    await db
      .insertInto('invitations')
      .values({ id: 'i1', tokenHash: 'x', ...invitation, ...times })
      .execute();
    await command(['backup', folder.path('goed.gz')], full.settings);
    good = await readFile(folder.path('goed.gz'));
    lines = gunzipSync(good)
      .toString()
      .split(/(?<=\n)/);
  });
  afterAll(async () => {
    await Promise.all([full.remove(), empty.remove(), folder.remove()]);
  });

  async function expectRefused(bytes: Buffer, sentence: RegExp): Promise<void> {
    await writeFile(folder.path('fout.gz'), bytes);
    const { code, result, err } = await command(['restore', folder.path('fout.gz')], empty.settings);
    expect([code, result]).toEqual([1, undefined]);
    expect(err).toMatch(sentence);
    expect(await isEmptyStore(empty.database.db)).toBe(true);
  }

  test('a file that is damaged anywhere, cut anywhere, or not whole', async () => {
    for (const part of [0.2, 0.5, 0.8]) {
      const flipped = Buffer.from(good);
      flipped[Math.floor(good.length * part)]! ^= 0x10;
      await expectRefused(flipped, /beschadigd|geen back-up/);
    }
    for (const left of [good.length - 1, good.length - 9, Math.floor(good.length / 2)]) {
      await expectRefused(good.subarray(0, left), DAMAGED);
    }
    // What gzip cannot see: a line that is gone, one that was changed, one that came after the end.
    const row = lines.findIndex((line) => line.includes('"table":"journal"'));
    await expectRefused(gzipSync(lines.filter((_, at) => at !== row).join('')), DAMAGED);
    await expectRefused(packed(lines.filter((_, at) => at !== row)), DAMAGED);
    await expectRefused(gzipSync(lines.join('').replace('Naam van viewer', 'Naam van vrager')), DAMAGED);
    await expectRefused(gzipSync(lines.slice(0, -1).join('')), DAMAGED);
    await expectRefused(gzipSync(`${lines.join('')}${lines[row]}`), DAMAGED);
  });

  test('a file that is none, and one of a newer version', async () => {
    await expectRefused(Buffer.alloc(0), /beschadigd|geen back-up/);
    await expectRefused(gzipSync(''), NOT_ONE);
    await expectRefused(gzipSync('{"format":"iets anders","version":1}\n'), NOT_ONE);
    await expectRefused(gzipSync('geen JSON\n'), NOT_ONE);
    await expectRefused(withHeader(lines, { version: 2 }), NEWER);
    await expectRefused(withHeader(lines, { schema: 2 }), NEWER);
    await expectRefused(withHeader(lines, { migrations: ['001-first', '999-later'] }), NEWER);
  });

  test('a store that is not empty, a file that is not there, a place that cannot be written', async () => {
    const { db } = full.database;
    const before = await db.selectFrom('boards').selectAll().execute();
    const taken = await command(['restore', folder.path('goed.gz')], full.settings);
    expect(taken).toMatchObject({ code: 1, result: undefined });
    expect(taken.err).toMatch(/^Er staan al gegevens in deze database\. Terugzetten kan alleen in een lege\./);
    expect(await db.selectFrom('boards').selectAll().execute()).toEqual(before);
    expect((await command(['restore', folder.path('nergens')], empty.settings)).err).toMatch(/niet te lezen.*ENOENT/);
    expect((await command(['backup', folder.path('nergens/x')], full.settings)).err).toMatch(/te schrijven.*ENOENT/);
    for (const name of ['backup', 'restore']) {
      expect((await command([name], full.settings)).err).toBe(`Zo werkt deze opdracht niet. Gebruik: ${name} BESTAND`);
    }
  });

  test('the whole file after all of these, without what signs people in', async () => {
    const text = lines.join('');
    expect(text).not.toContain('geheim');
    const { db } = empty.database;
    // The link for the first administrator, which a server printed that ran on the empty store.
    const link = {
      tokenHash: 'eerste',
      userId: null,
      email: null,
      expiresAt: '2999-01-01T00:00:00.000Z',
      usedAt: null,
    };
    await db.insertInto('signInLinks').values(link).execute();
    const { code, result } = await command(['restore', folder.path('goed.gz')], empty.settings);
    expect([code, result.boards]).toEqual([0, [{ id: 'bord', sequence: 3, generation: expect.any(Number) }]]);
    expect(await db.selectFrom('sessions').selectAll().execute()).toEqual([]);
    expect(await db.selectFrom('signInLinks').selectAll().execute()).toEqual([]);
    const invitations = await db.selectFrom('invitations').selectAll().execute();
    expect(invitations).toMatchObject([{ id: 'i1', used: 2, revokedAt: expect.any(String) }]);
  });
});
