import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { DATABASE_KINDS } from '../support/collabDatabase.ts';
import { buildPrograms, type Program, runProgram } from '../support/program.ts';
import { emptyStore, type TestStore } from '../support/server.ts';
import { waitFor as wait } from '../support/waitFor.ts';

/**
 * What docs/contract.md promises to operators and other programs, used as they would: the built programs in their own
 * processes, plain HTTP, and the Hocuspocus provider with Yjs alone. Nothing of the product's sources is used.
 */

/** Programs, sockets and databases of several tests share this machine. */
const waitFor = (what: string, condition: () => boolean): Promise<void> => wait(what, condition, 30_000);

const PASSWORD = 'een lang wachtwoord';

interface Tab {
  readonly socket: HocuspocusProviderWebsocket;
  readonly closeCodes: number[];
  readonly open: (name: string) => Opened;
}

interface Opened {
  readonly doc: Y.Doc;
  readonly provider: HocuspocusProvider;
  readonly scopes: string[];
  readonly denied: () => string | undefined;
}

describe.each(DATABASE_KINDS)('the contract (%s)', (database) => {
  let store: TestStore;
  let server: Program;
  let url: string;
  const ids = { municipality: '', partner: '', board: '' };
  const cookies = { facilitator: '', member: '', viewer: '', stranger: '' };
  const tabs: Tab[] = [];

  const start = async (): Promise<void> => {
    server = runProgram('main', [], { ...store.variables, DEMO: '0', PORT: url ? new URL(url).port : '0' });
    [, url = ''] = await server.line(/draait op (\S+)\n/);
  };

  const board = async (args: readonly string[], input?: string) => {
    const program = runProgram('board', [...args, '--json'], { ...store.variables, PUBLIC_URL: url }, input);
    expect([await program.ended, program.stderr()]).toEqual([0, '']);
    return JSON.parse(program.stdout());
  };

  const ask = async (method: string, path: string, cookie = '', body?: object) => {
    const headers = { cookie, ...(body ? { 'content-type': 'application/json' } : {}) };
    const response = await fetch(`${url}/api/v1${path}`, { method, headers, body: body ? JSON.stringify(body) : null });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined, headers: response.headers };
  };

  const signIn = async (email: string): Promise<string> => {
    const { status, headers } = await ask('POST', '/session', '', { email, password: PASSWORD });
    expect(status).toBe(200);
    return headers.getSetCookie()[0]!.split(';')[0]!;
  };

  function tab(cookie: string, origin = url): Tab {
    const headers = { cookie, origin };
    const polyfill = class extends WebSocket {
      constructor(address: string) {
        super(address, { headers });
      }
    };
    const socket = new HocuspocusProviderWebsocket({
      url: `${url.replace('http', 'ws')}/collab`,
      WebSocketPolyfill: polyfill,
      delay: 50,
      minDelay: 50,
      maxDelay: 200,
    });
    const closeCodes: number[] = [];
    socket.on('close', ({ event }: { event: { code: number } }) => closeCodes.push(event.code));
    const open = (name: string): Opened => {
      const doc = new Y.Doc();
      const scopes: string[] = [];
      let denied: string | undefined;
      const provider = new HocuspocusProvider({
        name,
        document: doc,
        websocketProvider: socket,
        token: '',
        awareness: null,
        onAuthenticated: ({ scope }) => void scopes.push(scope),
        onAuthenticationFailed: ({ reason }) => {
          denied = reason;
        },
      });
      provider.attach();
      return { doc, provider, scopes, denied: () => denied };
    };
    const made = { socket, closeCodes, open };
    tabs.push(made);
    return made;
  }

  const saved = ({ provider }: Opened): Promise<void> =>
    waitFor('saved', () => provider.isSynced && provider.unsyncedChanges === 0);
  const titleOf = ({ doc }: Opened, id: string) =>
    (doc.getMap('activities').get(id) as Y.Map<unknown> | undefined)?.get('title');

  beforeAll(async () => {
    await buildPrograms();
    store = await emptyStore(database);
    url = '';
    await start();
  });
  afterAll(async () => {
    for (const { socket } of tabs) socket.destroy();
    server.child.kill('SIGKILL');
    await server.ended;
    await store.remove();
  });

  test('health for the operator', async () => {
    const [health, ready, metrics] = await Promise.all(
      ['healthz', 'readyz', 'metrics'].map((path) => fetch(`${url}/${path}`)),
    );
    expect([health?.status, ready?.status, metrics?.status]).toEqual([200, 200, 200]);
    expect(await metrics?.text()).toMatch(/^opbrengstenbord_live_sockets 0$/m);
  });

  test('people and a board by command, beside the running server', async () => {
    ids.municipality = (await board(['organisation', 'create', '--name', 'Gemeente Buiten'])).id;
    ids.partner = (await board(['organisation', 'create', '--name', 'GGD Buiten'])).id;
    for (const [name, organisation] of [
      ['facilitator', ids.municipality],
      ['member', ids.partner],
      ['viewer', ids.municipality],
      ['stranger', ids.partner],
    ] as const) {
      const account = ['--email', `${name}@buiten.example`, '--name', name, '--organisation', organisation];
      await board(['user', 'create', ...account], `${PASSWORD}\n`);
      cookies[name] = await signIn(`${name}@buiten.example`);
    }
    const wanted = [
      '--title',
      'Van buiten',
      '--template',
      'voorbeeld-2026',
      '--facilitator',
      'facilitator@buiten.example',
    ];
    ids.board = (await board(['board', 'create', ...wanted])).id;
    for (const role of ['member', 'viewer']) {
      await board(['member', 'add', '--board', ids.board, '--email', `${role}@buiten.example`, '--role', role]);
    }
  });

  test('the board and its documents over HTTP', async () => {
    const { boards } = (await ask('GET', '/boards', cookies.member)).body;
    expect(boards).toMatchObject([{ id: ids.board, title: 'Van buiten', role: 'member' }]);
    await ask('PATCH', `/boards/${ids.board}`, cookies.facilitator, { mode: 'own' });
    const { body } = await ask('GET', `/boards/${ids.board}`, cookies.member);
    expect(body).toMatchObject({ title: 'Van buiten', mode: 'own', role: 'member' });
    expect(body.documents).toContainEqual({ name: `board/${ids.board}/frame`, kind: 'frame', access: 'read' });
    const own = {
      name: `board/${ids.board}/party/${ids.partner}`,
      kind: 'party',
      organisationId: ids.partner,
      access: 'write',
    };
    expect(body.documents).toContainEqual(own);
    const draft = { ...own, name: `board/${ids.board}/draft/${ids.partner}`, kind: 'draft' };
    expect(body.documents.filter(({ access }: { access: string }) => access === 'write')).toEqual([draft, own]);
    expect((await ask('GET', `/boards/${ids.board}`, cookies.facilitator)).body.documents).not.toContainEqual(draft);
    expect((await ask('PATCH', `/boards/${ids.board}`, cookies.member, { title: 'X' })).status).toBe(403);
    expect((await ask('GET', `/boards/${ids.board}`, cookies.stranger)).status).toBe(404);
    expect((await ask('GET', `/boards/${ids.board}`)).status).toBe(401);
  });

  test('reading and writing with Yjs alone; a record with only a title lives', async () => {
    const party = `board/${ids.board}/party/${ids.partner}`;
    const frame = tab(cookies.facilitator).open(`board/${ids.board}/frame`);
    await saved(frame);
    expect(frame.doc.getMap('outcomes').size).toBe(12);
    expect((frame.doc.getMap('organisations').get(ids.partner) as Y.Map<unknown>).get('name')).toBe('GGD Buiten');

    const writer = tab(cookies.member).open(party);
    const reader = tab(cookies.viewer).open(party);
    await Promise.all([saved(writer), saved(reader)]);
    expect([writer.scopes.at(-1), reader.scopes.at(-1)]).toEqual(['read-write', 'readonly']);
    writer.doc.transact(() => {
      writer.doc.getMap('activities').set(
        'van-buiten',
        new Y.Map([
          ['title', 'Kaart van buiten'],
          ['eigenVeld', 7],
        ]),
      );
    });
    await saved(writer);
    await waitFor('the card at the other side', () => titleOf(reader, 'van-buiten') === 'Kaart van buiten');
  });

  test('rights that change while connected change in place, by HTTP and by command', async () => {
    const party = `board/${ids.board}/party/${ids.partner}`;
    const writer = tab(cookies.member).open(party);
    await saved(writer);
    await ask('PATCH', `/boards/${ids.board}`, cookies.facilitator, { mode: 'locked' });
    await waitFor('read only', () => writer.scopes.at(-1) === 'readonly');
    await ask('PATCH', `/boards/${ids.board}`, cookies.facilitator, { mode: 'own' });
    await waitFor('write again', () => writer.scopes.at(-1) === 'read-write');
    const asMember = ['--board', ids.board, '--email', 'member@buiten.example', '--role'];
    await board(['member', 'add', ...asMember, 'viewer']);
    await waitFor('read only by command', () => writer.scopes.at(-1) === 'readonly');
    await board(['member', 'add', ...asMember, 'member']);
    await waitFor('write again by command', () => writer.scopes.at(-1) === 'read-write');
    expect((await ask('GET', `/boards/${ids.board}/people`, cookies.facilitator)).body.participants).toHaveLength(3);
  });

  test('a stranger reads nothing, and another site gets no socket', async () => {
    const denied = tab(cookies.stranger).open(`board/${ids.board}/frame`);
    await waitFor('denied', () => denied.denied() !== undefined);
    expect(denied.doc.getMap('outcomes').size).toBe(0);
    denied.provider.destroy();
    const elsewhere = tab(cookies.member, 'https://evil.example');
    await waitFor('refused', () => elsewhere.closeCodes.length > 0);
    const anonymous = tab('');
    await waitFor('signed out', () => anonymous.closeCodes.includes(4401));
    for (const { socket } of [elsewhere, anonymous]) socket.destroy();
  });

  test('signing out closes the connection', async () => {
    const cookie = await signIn('viewer@buiten.example');
    const viewer = tab(cookie);
    const frame = viewer.open(`board/${ids.board}/frame`);
    await saved(frame);
    expect((await ask('DELETE', '/session', cookie)).status).toBe(204);
    await waitFor('closed', () => viewer.closeCodes.includes(4401));
    viewer.socket.destroy();
  });

  test('an invitation by HTTP', async () => {
    const path = `/boards/${ids.board}/invitations`;
    const answer = await ask('POST', path, cookies.facilitator, {
      organisation: { name: 'Sport Buiten' },
      role: 'member',
    });
    expect(answer.status).toBe(201);
    expect(answer.body.url).toMatch(new RegExp(`^${url}/uitnodiging/`));
    const token = answer.body.url.split('/').at(-1);
    const joined = await ask('POST', `/invitations/${token}`, '', { name: 'Nieuwkomer' });
    expect(joined.body).toEqual({ boardId: ids.board });
    const cookie = joined.headers.getSetCookie()[0]!.split(';')[0];
    const { documents } = (await ask('GET', `/boards/${ids.board}`, cookie)).body;
    const writable = documents.filter(({ access }: { access: string }) => access === 'write');
    expect(writable.map(({ kind }: { kind: string }) => kind)).toEqual(['draft', 'party']);
  });

  test('a board by HTTP, and errors as problems with a code', async () => {
    const wanted = { title: 'Tweede', template: 'deventer-2024-2025', years: [2026, 2027] };
    const made = await ask('POST', '/boards', cookies.member, wanted);
    expect([made.status, made.body.role]).toEqual([201, 'facilitator']);
    const wrong = await ask('POST', '/boards', cookies.member, { title: '' });
    expect(wrong.headers.get('content-type')).toBe('application/problem+json');
    expect(wrong.body).toMatchObject({ status: 400, code: 'invalidInput', fields: ['title', 'template'] });
  });

  test('the description lists what it promises', async () => {
    const { body } = await ask('GET', '/openapi.json');
    expect(body.openapi).toMatch(/^3\.1/);
    expect(body.servers).toEqual([{ url: '/api/v1' }]);
    expect(Object.keys(body.paths).sort()).toEqual([
      '/boards',
      '/boards/{boardId}',
      '/boards/{boardId}/copy',
      '/boards/{boardId}/drafts/readers',
      '/boards/{boardId}/drafts/readers/{userId}',
      '/boards/{boardId}/drafts/{activityId}/share',
      '/boards/{boardId}/invitations',
      '/boards/{boardId}/invitations/{invitationId}',
      '/boards/{boardId}/people',
      '/boards/{boardId}/people/{userId}',
      '/boards/{boardId}/tokens',
      '/boards/{boardId}/tokens/{tokenId}',
      '/invitations/{token}',
      '/session',
      '/session/link',
      '/session/link/{token}',
      '/sign-in-links',
      '/templates',
    ]);
  });

  test('SIGTERM in a busy session: told to come back, exit 0 within ten seconds, nothing acknowledged is lost', async () => {
    const busy = tab(cookies.member);
    const writer = busy.open(`board/${ids.board}/party/${ids.partner}`);
    await saved(writer);
    let written = 0;
    const typing = setInterval(() => {
      written += 1;
      writer.doc.getMap('activities').set(`druk-${written}`, new Y.Map([['title', `Kaart ${written}`]]));
    }, 3);
    await waitFor('typing', () => written > 20);
    const asked = Date.now();
    server.child.kill('SIGTERM');
    expect(await server.ended).toBe(0);
    expect(Date.now() - asked).toBeLessThan(10_000);
    clearInterval(typing);
    await waitFor('told to come back', () => busy.closeCodes.includes(4503));
    await start();
    await saved(writer);
    const later = tab(cookies.viewer).open(`board/${ids.board}/party/${ids.partner}`);
    await saved(later);
    expect(titleOf(later, 'van-buiten')).toBe('Kaart van buiten');
    for (let card = 1; card <= written; card += 1) expect(titleOf(later, `druk-${card}`)).toBe(`Kaart ${card}`);
    expect(await board(['check'])).toMatchObject({ boards: 2, findings: [] });
    expect((later.doc.getMap('activities').get('van-buiten') as Y.Map<unknown>).get('eigenVeld')).toBe(7);
  });
});
