import { createServer } from 'node:net';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { BoardSummary } from '../../shared/protocol/api.ts';
import { client } from '../support/client.ts';
import { DATABASE_KINDS, type DatabaseKind } from '../support/collabDatabase.ts';
import { buildPrograms, type Program, runProgram } from '../support/program.ts';
import { emptyStore, type TestStore } from '../support/server.ts';

beforeAll(buildPrograms);

const open: { programs: Program[]; stores: TestStore[] } = { programs: [], stores: [] };
afterEach(async () => {
  for (const { child, ended } of open.programs.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  for (const store of open.stores.splice(0)) await store.remove();
});

async function store(database: DatabaseKind = 'sqlite'): Promise<TestStore> {
  const made = await emptyStore(database);
  open.stores.push(made);
  return made;
}

function start(variables: { readonly [name: string]: string }): Program {
  const program = runProgram('main', [], variables);
  open.programs.push(program);
  return program;
}

async function stop(program: Program): Promise<number | string> {
  program.child.kill('SIGTERM');
  return program.ended;
}

const RUNS = /Opbrengstenbord draait op (http:\/\/localhost:\d+)\n/;
const PRIVATE = /privévenster/;

describe.each(DATABASE_KINDS)('the first start (%s)', (database) => {
  test('makes the example and the real plans, and lets each role in by a printed link', async () => {
    const { variables } = await store(database);
    const first = start(variables);
    const [, url = ''] = await first.line(RUNS);
    await first.line(PRIVATE);
    const roles = { begeleider: 'facilitator', lid: 'member', lezer: 'viewer' };
    for (const [label, role] of Object.entries(roles)) {
      const lines = first.stdout().match(new RegExp(`^Aanmelden als ${label}: .*$`, 'gm'));
      expect(lines).toHaveLength(1);
      const token = lines![0]!.split('/').at(-1);
      const browser = client(url, url);
      expect((await browser.post('/session/link', { token })).status).toBe(200);
      const { boards } = (await browser.get('/boards')).body;
      expect(boards.map((board: BoardSummary) => board.role)).toEqual(Array(5).fill(role));
      expect(boards[0].title).toBe('Integraal uitvoeringsplan preventie 2026-2027');
      const { documents } = (await browser.get(`/boards/${boards[0].id}`)).body;
      // The frame, seven organisations, and the draft of one's own.
      expect(documents).toHaveLength(9);
    }
    const beside = start({ ...variables, PORT: '0' });
    expect(await beside.ended).toBe(1);
    expect(beside.stderr()).toContain('Er draait al een server op deze database.');
    expect(await stop(first)).toBe(0);

    const second = start(variables);
    await second.line(PRIVATE);
    expect(second.stdout().match(/^Aanmelden als \w+: /gm)).toHaveLength(3);
    expect(second.stdout().match(/link\/[\w-]+/g)).not.toEqual(first.stdout().match(/link\/[\w-]+/g));
    expect(await stop(second)).toBe(0);
  });

  test('in production makes nothing, and its one link makes the first administrator, once', async () => {
    const { variables } = await store(database);
    const program = start({ ...variables, NODE_ENV: 'production' });
    const [, url = ''] = await program.line(RUNS);
    const [, token] = await program.line(/beheerder.*\/aanmelden\/link\/([\w-]+)\n/);
    expect(program.stdout().match(/link\//g)).toHaveLength(1);
    const browser = client(url, url);
    expect((await browser.get(`/session/link/${token}`)).body).toEqual({});
    expect((await browser.post('/session/link', { token })).body.user).toMatchObject({ administrator: true });
    expect((await browser.get('/boards')).body.boards).toEqual([]);
    expect((await client(url, url).post('/session/link', { token })).body.code).toBe('linkUsed');
    expect(await stop(program)).toBe(0);

    const second = start({ ...variables, NODE_ENV: 'production' });
    await second.line(RUNS);
    expect(await stop(second)).toBe(0);
    expect(second.stdout()).not.toContain('link/');
  });
});

describe('a start that cannot be', () => {
  test('names the setting that is wrong', async () => {
    const program = start({ PORT: 'abc' });
    expect(await program.ended).toBe(1);
    expect(program.stderr()).toMatch(/^De instelling PORT klopt niet: "abc" moet een getal .*\.\n$/);
    expect(program.stdout()).toBe('');
  });

  test('says that the port is taken', async () => {
    const { variables } = await store();
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
    const program = start({ ...variables, PORT: String(port) });
    expect(await program.ended).toBe(1);
    expect(program.stderr()).toBe(`Poort ${port} is al in gebruik. Kies een andere met PORT.\n`);
    await new Promise((resolve) => other.close(resolve));
  });

  test('says that the database cannot be reached', async () => {
    const { variables } = await store();
    const program = start({ ...variables, DATABASE_URL: 'postgres://niemand@127.0.0.1:1/niets' });
    expect(await program.ended).toBe(1);
    expect(program.stderr()).toMatch(/De database is niet te openen\. Controleer DATABASE_URL\./);
  });
});
