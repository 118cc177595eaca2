import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BoardDetail } from '../../../shared/protocol/api.ts';
import { backupFolder } from '../../support/backups.ts';
import { client } from '../../support/client.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { buildPrograms, runProgram } from '../../support/program.ts';
import { readBoard } from '../../support/readBoard.ts';
import { startServer, type TestServer, type TestStore } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';

const OTHER = { sqlite: 'postgres', postgres: 'sqlite' } as const;

describe.each(DATABASE_KINDS)("the operator's commands beside a running server (%s)", (database) => {
  let server: TestServer;
  beforeAll(async () => {
    await buildPrograms();
    server = await startServer({ database });
  });
  afterAll(() => server.close());

  const own = () => ({ ...server.store.variables, PUBLIC_URL: server.product.publicUrl });
  const run = async (args: readonly string[], input?: string, variables: TestStore['variables'] = own()) => {
    const program = runProgram('board', [...args, '--json'], variables, input);
    return { code: await program.ended, stdout: program.stdout(), stderr: program.stderr() };
  };
  /** The one object that a command prints. */
  const object = async (args: readonly string[], input?: string, variables?: TestStore['variables']) => {
    const { code, stdout, stderr } = await run(args, input, variables);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    return JSON.parse(stdout);
  };
  const signIn = async (url: string) => {
    const browser = client(server.url, server.product.publicUrl);
    expect((await browser.post('/session/link', { token: url.split('/').at(-1) })).status).toBe(200);
    return browser;
  };

  test('from nothing to a board with two people, while the server runs', async () => {
    const { id: municipality } = await object(['organisation', 'create', '--name', 'Gemeente Zelf']);
    const { id: ggd } = await object(['organisation', 'create', '--name', 'GGD Zelf']);
    const account = ['--email', 'Fac@zelf.example', '--name', 'Fac', '--organisation', municipality];
    const facilitator = await object(['user', 'create', ...account], 'wachtwoord op stdin\n');
    expect(facilitator).toEqual({ id: expect.any(String) });
    const byLink = ['--email', 'lid@zelf.example', '--name', 'Lid', '--organisation', ggd, '--administrator'];
    const member = await object(['user', 'create', ...byLink]);
    expect(member.link).toMatch(`${server.product.publicUrl}/aanmelden/link/`);

    const jet = client(server.url, server.product.publicUrl);
    const credentials = { email: 'fac@zelf.example', password: 'wachtwoord op stdin' };
    expect((await jet.post('/session', credentials)).body.user.id).toBe(facilitator.id);
    const wanted = ['--title', 'Per opdracht', '--template', 'deventer-2024-2025', '--facilitator', 'fac@zelf.example'];
    const { id } = await object(['board', 'create', ...wanted, '--years', '2026,2027']);
    const detail: BoardDetail = (await jet.get(`/boards/${id}`)).body;
    expect(detail).toMatchObject({ title: 'Per opdracht', role: 'facilitator', mode: 'open', participants: 1 });
    expect(detail.documents.map(({ organisationId }) => organisationId)).toEqual([
      undefined,
      municipality,
      municipality,
    ]);
    expect((await readBoard(server, id)).activities.size).toBe(54);

    const lid = await signIn(member.link);
    expect((await lid.get('/session')).body.user.administrator).toBe(true);
    expect((await lid.get(`/boards/${id}`)).status).toBe(404);
    const adding = ['--board', id, '--email', 'lid@zelf.example', '--role'];
    expect(await object(['member', 'add', ...adding, 'member'])).toEqual({});
    const seen: BoardDetail = (await lid.get(`/boards/${id}`)).body;
    expect(seen.role).toBe('member');
    expect(seen.documents.map(({ organisationId }) => organisationId)).toContain(ggd);
    expect((await readBoard(server, id)).organisations.get(ggd)?.name).toBe('GGD Zelf');
    expect(await object(['member', 'add', ...adding, 'viewer'])).toEqual({});
    expect((await lid.get(`/boards/${id}`)).body.role).toBe('viewer');

    const { url } = await object(['link', '--email', 'lid@zelf.example']);
    await signIn(url);
  });

  test('who has the board open sees within a second that rights changed', async () => {
    const jet = await server.person({ email: 'open@zelf.example' });
    const { id } = (await jet.post('/boards', { title: 'Open', template: 'leeg' })).body;
    const newcomer = await server.person({ organisation: 'Nieuw Zelf' });
    const { live } = server.product;
    const noticed: string[] = [];
    const services = { ...server.product.services, live: { ...live, openBoards: () => [id] } };
    services.live.accessChanged = (boardId) => noticed.push(boardId);
    const { rightsWatch } = await import('../../../server/services/watchRights.ts');
    const look = rightsWatch(services);
    // Seen for the first time: read once more, and not again as long as nothing changes.
    await look();
    expect(noticed).toEqual([id]);
    noticed.length = 0;
    await look();
    expect(noticed).toEqual([]);
    await object(['member', 'add', '--board', id, '--email', newcomer.person.email!, '--role', 'member']);
    await waitFor('the change', async () => {
      await look();
      return noticed.length > 0;
    });
    expect(noticed).toEqual([id]);
    expect([...(await readBoard(server, id)).organisations.values()].map(({ name }) => name)).toContain('Nieuw Zelf');
  });

  test('a backup beside the running server, put back beside another that has nothing yet', async () => {
    const jet = await server.person({ email: 'terug@zelf.example', password: 'een lang wachtwoord' });
    const { id } = (await jet.post('/boards', { title: 'Komt terug', template: 'voorbeeld-2026' })).body;
    const folder = await backupFolder();
    const other = await startServer({ database: OTHER[database] });
    const elsewhere = (name: string, ...args: string[]) =>
      object([name, ...args], undefined, { ...other.store.variables, PUBLIC_URL: other.product.publicUrl });
    try {
      const file = folder.path('bord.gz');
      const { boards, ...made } = await object(['backup', file]);
      expect(made).toEqual({ file, createdAt: expect.any(String), rows: expect.any(Object) });
      expect(boards).toContainEqual({ id, sequence: expect.any(Number) });
      const restored = await elsewhere('restore', file);
      expect(restored.rows).toEqual(made.rows);
      const back = client(other.url, other.product.publicUrl);
      const credentials = { email: 'terug@zelf.example', password: 'een lang wachtwoord' };
      expect((await back.post('/session', credentials)).status).toBe(200);
      expect((await back.get(`/boards/${id}`)).body).toMatchObject({ title: 'Komt terug', role: 'facilitator' });
      expect(await readBoard(other, id)).toEqual(await readBoard(server, id));
      expect(await elsewhere('check')).toMatchObject({ boards: boards.length, findings: [] });
    } finally {
      await other.close();
      await folder.remove();
    }
  });
});
