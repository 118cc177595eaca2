import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Actor, type BoardAction, isBoardActionAllowed } from '../../../shared/access/boardActions.ts';
import { type BoardSettings, DEFAULT_SETTINGS } from '../../../shared/access/boardSettings.ts';
import { documentAccess } from '../../../shared/access/documentAccess.ts';
import { mayTransfer } from '../../../shared/access/transferRights.ts';
import { draft, FRAME, party } from '../../../shared/board/documentRef.ts';
import { documentName } from '../../../shared/doc/names.ts';
import type { BoardDocument } from '../../../shared/protocol/api.ts';
import type { Client } from '../../support/client.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';

/**
 * Every route against everyone who may ask, in each mode and with each rule of the board: what the table says, and
 * nothing else. A route that is not named here fails the test.
 */

const MODES = ['open', 'own', 'locked', 'closed'] as const;
type BoardMode = (typeof MODES)[number];

const STRICT: BoardSettings = { changeOutcomes: 'facilitators', archive: 'facilitators', invite: 'facilitators' };

/** Who asks; as what the table knows them. `undefined`: not on the board. */
const ACTORS = {
  facilitator: { role: 'facilitator' },
  contact: { role: 'member', isContact: true },
  member: { role: 'member' },
  commenter: { role: 'commenter' },
  viewer: { role: 'viewer' },
  guest: { role: 'member', isGuest: true },
  elsewhere: undefined,
  administrator: undefined,
} as const satisfies { readonly [name: string]: Actor | undefined };
type ActorName = keyof typeof ACTORS;
const NAMES = Object.keys(ACTORS) as ActorName[];

interface Asked {
  readonly actor: Actor;
  readonly mode: BoardMode;
  readonly settings: BoardSettings;
}

/** A route of one board: a path after `/boards/{boardId}`, and who may. */
interface BoardRoute {
  readonly path: string;
  readonly body?: object;
  readonly may: (asked: Asked) => boolean;
}

const everyone = (): boolean => true;
/** Open to everyone on the board who has an account. */
const account = ({ actor }: Asked): boolean => actor.isGuest !== true;
const by =
  (action: BoardAction) =>
  ({ actor, settings }: Asked): boolean =>
    isBoardActionAllowed(action, actor, settings);
/** A contact may always withdraw and manage; guests never. */
const transfers = ({ actor, mode }: Asked): boolean =>
  actor.isGuest !== true && (mode === 'closed' || mayTransfer({ ...actor, organisationId: 'any' }, mode));

const NOBODY = 'nobody-of-this-id';

const BOARD_ROUTES: { readonly [route: string]: BoardRoute } = {
  'get /boards/{boardId}': { path: '', may: everyone },
  'patch /boards/{boardId}': { path: '', body: { title: 'Bord' }, may: by('rename') },
  'post /boards/{boardId}/copy': { path: '/copy', body: { title: 'Kopie' }, may: by('copy') },
  'get /boards/{boardId}/people': { path: '/people', may: everyone },
  'patch /boards/{boardId}/people/{userId}': {
    path: `/people/${NOBODY}`,
    body: { role: 'viewer' },
    may: by('manageOwn'),
  },
  'delete /boards/{boardId}/people/{userId}': { path: `/people/${NOBODY}`, may: by('manageOwn') },
  'put /boards/{boardId}/hat': { path: '/hat', body: { organisationId: NOBODY }, may: account },
  'post /boards/{boardId}/invitations': {
    path: '/invitations',
    body: { organisation: { name: 'Nog een organisatie' }, role: 'viewer' },
    may: by('invite'),
  },
  'post /boards/{boardId}/invitations/{invitationId}/renew': {
    path: `/invitations/${NOBODY}/renew`,
    body: {},
    may: by('inviteOwn'),
  },
  'delete /boards/{boardId}/invitations/{invitationId}': { path: `/invitations/${NOBODY}`, may: by('manageOwn') },
  'get /boards/{boardId}/tokens': { path: '/tokens', may: by('manageTokens') },
  'post /boards/{boardId}/tokens': {
    path: '/tokens',
    body: { name: 'Programma', access: 'read' },
    may: by('manageTokens'),
  },
  'delete /boards/{boardId}/tokens/{tokenId}': { path: `/tokens/${NOBODY}`, may: by('manageTokens') },
  'get /boards/{boardId}/audit': { path: '/audit', may: by('seeRights') },
  'get /boards/{boardId}/rights': { path: '/rights', may: by('seeRights') },
  'get /boards/{boardId}/guests': { path: '/guests', may: by('admitGuests') },
  'post /boards/{boardId}/guest-code': { path: '/guest-code', body: { approval: false }, may: by('admitGuests') },
  'patch /boards/{boardId}/guest-code': { path: '/guest-code', body: { approval: false }, may: by('admitGuests') },
  'delete /boards/{boardId}/guest-code': { path: '/guest-code', body: {}, may: by('admitGuests') },
  'post /boards/{boardId}/guests/admit': {
    path: '/guests/admit',
    body: { guestIds: [NOBODY] },
    may: by('admitGuests'),
  },
  'post /boards/{boardId}/guests/remove': {
    path: '/guests/remove',
    body: { guestIds: [NOBODY] },
    may: by('admitGuests'),
  },
  'get /boards/{boardId}/transfers': { path: '/transfers', may: account },
  'post /boards/{boardId}/transfers': {
    path: '/transfers',
    body: { kind: 'handOver', activityId: NOBODY, to: NOBODY },
    may: transfers,
  },
  'post /boards/{boardId}/transfers/{transferId}/accept': {
    path: `/transfers/${NOBODY}/accept`,
    body: {},
    may: transfers,
  },
  'post /boards/{boardId}/transfers/{transferId}/decline': {
    path: `/transfers/${NOBODY}/decline`,
    body: {},
    may: transfers,
  },
  'post /boards/{boardId}/transfers/{transferId}/withdraw': {
    path: `/transfers/${NOBODY}/withdraw`,
    body: {},
    may: transfers,
  },
};

/** Routes of drafts: decided by who sees the drafts, with tests of their own (`tests/server/drafts`). */
const OF_DRAFTS = [
  'get /boards/{boardId}/drafts/readers',
  'put /boards/{boardId}/drafts/readers/{userId}',
  'delete /boards/{boardId}/drafts/readers/{userId}',
  'post /boards/{boardId}/drafts/{activityId}/share',
];

/** For the administrator alone; not there for everyone else. */
const OF_ADMINISTRATOR: { readonly [route: string]: { readonly path: string; readonly body?: object } } = {
  'get /admin/overview': { path: '/admin/overview' },
  'get /admin/organisations': { path: '/admin/organisations' },
  'post /admin/organisations': { path: '/admin/organisations', body: { name: 'Nieuw' } },
  'patch /admin/organisations/{organisationId}': { path: `/admin/organisations/${NOBODY}`, body: { name: 'Anders' } },
  'get /admin/people': { path: '/admin/people' },
  'post /admin/people/{userId}/sign-out': { path: `/admin/people/${NOBODY}/sign-out`, body: {} },
  'post /admin/people/{userId}/sign-in-link': { path: `/admin/people/${NOBODY}/sign-in-link`, body: {} },
  'get /admin/invitations': { path: '/admin/invitations' },
  'get /admin/audit': { path: '/admin/audit' },
};

/** For everyone who is signed in with an account; not for nobody, nor for guests. */
const OF_ACCOUNTS: { readonly [route: string]: { readonly path: string; readonly body?: object } } = {
  'post /boards': { path: '/boards', body: { title: 'Nieuw', template: 'leeg' } },
  'patch /session': { path: '/session', body: { language: 'nl' } },
  'get /session/devices': { path: '/session/devices' },
  'delete /session/devices/{deviceId}': { path: `/session/devices/${'0'.repeat(64)}` },
  'get /templates': { path: '/templates' },
  'post /guest-claims': { path: '/guest-claims', body: { tokens: ['geen'] } },
};

/** For everyone, signed in or not, or about the caller's own session alone; with tests of their own. */
const OF_EVERYONE = [
  'get /boards',
  'get /session',
  'post /session',
  'delete /session',
  'delete /session/devices',
  'post /session/link',
  'get /session/link/{token}',
  'post /sign-in-links',
  'get /invitations/{token}',
  'post /invitations/{token}',
  'get /guest-codes/{code}',
  'post /guest-codes/{code}',
  'get /guest',
];

describe.each(DATABASE_KINDS)('every route and everyone who may ask (%s)', (database) => {
  let server: TestServer;
  let boardId: string;
  const people = {} as Record<ActorName, Client>;
  let jet: TestPerson;

  async function send(who: Client, route: string, path: string, body?: object) {
    const [method] = route.split(' ');
    if (method === 'get') return who.get(path);
    if (method === 'post') return who.post(path, body);
    if (method === 'put') return who.put(path, body);
    if (method === 'patch') return who.patch(path, body);
    return body === undefined ? who.remove(path) : who.remove(path, {});
  }

  beforeAll(async () => {
    server = await startServer({ database });
    jet = await server.person({ name: 'Jet', organisation: 'Gemeente Proef' });
    boardId = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body.id;
    people.facilitator = jet;
    for (const name of ['contact', 'member', 'commenter', 'viewer'] as const) {
      const someone = await server.onBoard(boardId, ACTORS[name].role, 'Welzijn Proef');
      people[name] = someone;
      if (name !== 'contact') continue;
      const made = await jet.patch(`/boards/${boardId}/people/${someone.person.id}`, { isContact: true });
      expect(made.status).toBe(204);
    }
    people.elsewhere = await server.person({ name: 'elders' });
    people.administrator = await server.person({ name: 'beheer', administrator: true });
    const opened = await jet.post(`/boards/${boardId}/guest-code`, { approval: false });
    expect(opened.status).toBeLessThan(300);
    const { code } = (await jet.get(`/boards/${boardId}/guests`)).body.code;
    people.guest = server.stranger();
    const joined = await people.guest.post(`/guest-codes/${code}`, {
      name: 'gast',
      organisation: { name: 'Welzijn Proef' },
    });
    expect(joined.status).toBeLessThan(300);
    expect((await jet.post(`/boards/${boardId}/guests/admit`, {})).status).toBeLessThan(300);
  });
  afterAll(() => server.close());

  async function set(mode: BoardMode, settings: BoardSettings): Promise<void> {
    const change = mode === 'closed' ? { closed: true } : { closed: false, mode };
    expect((await jet.patch(`/boards/${boardId}`, { closed: false, settings })).status).toBeLessThan(300);
    expect((await jet.patch(`/boards/${boardId}`, change)).status).toBeLessThan(300);
  }

  test('the tables name every route that there is, and no other', async () => {
    const { paths } = (await jet.get('/api/v1/openapi.json')).body;
    const there = Object.entries(paths as object).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    );
    const named = [
      ...Object.keys(BOARD_ROUTES),
      ...OF_DRAFTS,
      ...Object.keys(OF_ADMINISTRATOR),
      ...Object.keys(OF_ACCOUNTS),
      ...OF_EVERYONE,
    ];
    expect(there.sort()).toEqual(named.sort());
  });

  test.each(MODES.flatMap((mode) => [DEFAULT_SETTINGS, STRICT].map((settings) => ({ mode, settings }))))(
    'A6, N1 to N4: routes of a board in mode $mode, rules $settings.invite',
    async ({ mode, settings }) => {
      await set(mode, settings);
      const deviations: string[] = [];
      for (const [route, { path, body, may }] of Object.entries(BOARD_ROUTES)) {
        for (const name of NAMES) {
          const actor: Actor | undefined = ACTORS[name];
          const { status } = await send(people[name], route, `/boards/${boardId}${path}`, body);
          const said = `${route}: ${name} gets ${status}`;
          if (actor === undefined) {
            if (status !== 404) deviations.push(said);
          } else if (may({ actor, mode, settings })) {
            if (status === 401 || status === 403 || status >= 500) deviations.push(said);
          } else if (status !== 403 && !(mode === 'closed' && status === 409)) deviations.push(said);
        }
        const nobody = await send(server.stranger(), route, `/boards/${boardId}${path}`, body);
        if (nobody.status !== 401) deviations.push(`${route}: nobody gets ${nobody.status}`);
      }
      expect(deviations).toEqual([]);
    },
  );

  test.each(MODES.flatMap((mode) => [DEFAULT_SETTINGS, STRICT].map((settings) => ({ mode, settings }))))(
    'A1 to A5, N2, W1: documents in mode $mode, outcomes of $settings.changeOutcomes',
    async ({ mode, settings }) => {
      await set(mode, settings);
      const own = (await people.member.get(`/boards/${boardId}`)).body.organisation.id;
      const theirs = (await jet.get(`/boards/${boardId}`)).body.organisation.id;
      for (const name of NAMES) {
        const answer = await people[name].get(`/boards/${boardId}`);
        const actor: Actor | undefined = ACTORS[name];
        if (actor === undefined) {
          expect(answer.status).toBe(404);
          continue;
        }
        const listed = answer.body.documents as BoardDocument[];
        const seesDrafts = listed.some(({ kind }) => kind === 'draft');
        // The first of an organisation sees its drafts; a guest never does.
        expect(seesDrafts).toBe(name === 'facilitator' || (name !== 'guest' && seesDrafts));
        const participant = { ...actor, organisationId: answer.body.organisation.id, seesDrafts };
        for (const ref of [FRAME, party(own), party(theirs), draft(own), draft(theirs)]) {
          const found = listed.find((document) => document.name === documentName(boardId, ref));
          expect([name, ref, found?.access ?? 'none']).toEqual([
            name,
            ref,
            documentAccess(participant, ref, mode, settings),
          ]);
        }
      }
    },
  );

  test('routes of the administrator are not there for others', async () => {
    for (const [route, { path, body }] of Object.entries(OF_ADMINISTRATOR)) {
      for (const name of NAMES) {
        const { status } = await send(people[name], route, path, body);
        if (name === 'administrator') expect([route, status < 300 || status === 404]).toEqual([route, true]);
        else expect([route, name, status]).toEqual([route, name, name === 'guest' ? 403 : 404]);
      }
    }
  });

  test('what needs an account is refused to nobody and to guests', async () => {
    for (const [route, { path, body }] of Object.entries(OF_ACCOUNTS)) {
      const statusOf = async (who: Client): Promise<number> => (await send(who, route, path, body)).status;
      expect([route, await statusOf(people.guest)]).toEqual([route, 403]);
      if (route !== 'get /templates') expect([route, await statusOf(server.stranger())]).toEqual([route, 401]);
      expect([route, [401, 403].includes(await statusOf(people.viewer))]).toEqual([route, false]);
    }
  });
});
