import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deactivateUser } from '../../../server/services/accounts/deactivateUser.ts';
import { makeSignInLink } from '../../../server/services/makeSignInLink.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { linkIn, type MailServer, startMailServer } from '../../support/mailServer.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';

describe.each(DATABASE_KINDS)('invitations by mail (%s)', (database) => {
  let post: MailServer;
  let server: TestServer;
  let jet: TestPerson;
  let boardId: string;
  let count = 0;
  beforeAll(async () => {
    post = await startMailServer();
    const variables = { SMTP_URL: post.url, MAIL_FROM: 'Bord <bord@gemeente.example>' };
    server = await startServer({ database, variables });
    jet = await server.person({ name: 'Jet & Zn.', organisation: 'Gemeente Proef' });
  });
  beforeEach(async () => {
    boardId = (await jet.post('/boards', { title: 'Jeugd <b>2027</b>', template: 'leeg' })).body.id;
  });
  afterAll(async () => {
    await server.close();
    await post.close();
  });

  function address(): string {
    count += 1;
    return `iemand-${count}@ggd.example`;
  }
  const invite = (email: string, more: object = {}) =>
    jet.post(`/boards/${boardId}/invitations`, { organisation: { name: 'GGD Proef' }, role: 'member', email, ...more });
  const tokenFor = async (email: string): Promise<string> =>
    linkIn(await post.next(email))
      .split('/')
      .at(-1) as string;

  test('the letter is Dutch, in text and as a page, and its button joins with a name alone', async () => {
    const email = address();
    const answer = await invite(email, { asContact: true, validDays: 1 });
    expect(answer).toMatchObject({ status: 201, body: { email, once: true, asContact: true, state: 'open' } });
    expect(answer.body.sentAt).toMatch(/^20/);
    // Whoever knew the address of the letter could say that the mailbox is theirs.
    expect(answer.body.url).toBeUndefined();
    const letter = await post.next(email);
    expect(letter.from?.text).toBe('"Bord" <bord@gemeente.example>');
    expect(letter.subject).toBe('Uitnodiging voor het bord Jeugd <b>2027</b>');
    expect(letter.text).toContain(
      'Jet & Zn. nodigt u uit voor het bord “Jeugd <b>2027</b>”. U doet mee namens GGD Proef.',
    );
    expect(letter.html).toContain('Jet &amp; Zn. nodigt u uit voor het bord “Jeugd &lt;b&gt;2027&lt;/b&gt;”');
    const token = linkIn(letter).split('/').at(-1);
    const browser = server.stranger();
    for (let times = 0; times < 2; times += 1) {
      expect((await browser.get(`/invitations/${token}`)).body).toMatchObject({ email, asContact: true });
    }
    expect(browser.cookie()).toBe('');
    expect((await browser.post(`/invitations/${token}`)).body).toMatchObject({
      code: 'invalidInput',
      fields: ['name'],
    });
    expect((await browser.post(`/invitations/${token}`, { name: 'Kim' })).body).toEqual({ boardId });
    expect((await browser.get('/session')).body.user).toMatchObject({ name: 'Kim', email });
    expect((await browser.get(`/boards/${boardId}`)).body).toMatchObject({ role: 'member', isContact: true });
    const { db } = server.product.services;
    const user = await db.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirstOrThrow();
    expect(user.emailConfirmedAt).not.toBeNull();
  });

  test('nobody is told whether an address has an account: not who invites, and the letters differ in nothing', async () => {
    const [known, unknown] = [await server.person({ email: address() }), address()];
    const shapes = [];
    for (const email of [known.person.email as string, unknown]) {
      const { status, body } = await invite(email);
      const letter = await post.next(email);
      const link = linkIn(letter);
      const plain = (text: string | undefined): string => (text ?? '').replaceAll(link, '').replaceAll(email, '');
      shapes.push({ status, keys: Object.keys(body), subject: letter.subject, text: plain(letter.text) });
    }
    expect(shapes[0]).toEqual(shapes[1]);
    const { invitations } = (await jet.get(`/boards/${boardId}/people`)).body;
    const facts = invitations.map(
      ({ id, email, createdAt, expiresAt, sentAt, ...rest }: Record<string, unknown>) => rest,
    );
    expect(facts[0]).toEqual(facts[1]);
  });

  test('to an account it signs its owner in, once; a password of who typed the address before ends', async () => {
    const email = address();
    const squatter = await server.person({ email, name: 'Kaper' });
    const { db } = server.product.services;
    await db.updateTable('users').set({ emailConfirmedAt: null }).where('id', '=', squatter.person.id).execute();
    await invite(email);
    const token = await tokenFor(email);
    const browser = server.stranger();
    expect((await browser.get(`/invitations/${token}`)).body).toMatchObject({ email, accountName: 'Kaper' });
    expect((await browser.post(`/invitations/${token}`, {})).body).toEqual({ boardId });
    expect((await browser.get('/session')).body.user.id).toBe(squatter.person.id);
    expect((await squatter.get('/session')).status).toBe(401);
    // Replayed, whether or not they are on the board.
    const again = server.stranger();
    expect((await again.post(`/invitations/${token}`, {})).body.code).toBe('invitationUsed');
    expect((await again.get(`/invitations/${token}`)).body.code).toBe('invitationUsed');
    expect(again.cookie()).toBe('');
  });

  test('signed in as someone else one joins as that one, and the address is nobody’s proof', async () => {
    const owner = await server.person({ email: address(), name: 'Eigenaar' });
    await invite(owner.person.email as string);
    const token = await tokenFor(owner.person.email as string);
    const kim = await server.person({ name: 'Kim' });
    expect((await kim.get(`/invitations/${token}`)).body).not.toHaveProperty('accountName');
    expect((await kim.post(`/invitations/${token}`)).body).toEqual({ boardId });
    expect((await kim.get('/session')).body.user.name).toBe('Kim');
  });

  test('of those who use the one place at the same moment one comes in', async () => {
    const link = await jet.post(`/boards/${boardId}/invitations`, {
      organisation: { name: 'GGD Proef' },
      role: 'member',
      once: true,
    });
    const token = link.body.url.split('/').at(-1);
    const tries = [1, 2, 3, 4, 5].map((n) => server.stranger().post(`/invitations/${token}`, { name: `Kim ${n}` }));
    const answers = await Promise.all(tries);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410]);
    const { participants } = (await jet.get(`/boards/${boardId}/people`)).body;
    expect(participants).toHaveLength(2);
    const { db } = server.product.services;
    const kims = await db.selectFrom('users').select('id').where('name', 'like', 'Kim %').execute();
    expect(kims).toHaveLength(1);
  });

  test('a letter that is not taken is told, and its link goes by hand without showing whose address it is', async () => {
    const owner = await server.person({ email: address(), name: 'Eigenaar' });
    const email = owner.person.email as string;
    post.refused.add(email);
    const { status, body } = await invite(email);
    expect([status, body.sentAt]).toEqual([201, null]);
    const token = body.url.split('/').at(-1);
    const browser = server.stranger();
    const offer = (await browser.get(`/invitations/${token}`)).body;
    expect(offer).not.toHaveProperty('email');
    expect(offer).not.toHaveProperty('accountName');
    expect((await browser.post(`/invitations/${token}`, { name: 'Kim' })).status).toBe(200);
    expect((await browser.get('/session')).body.user).toMatchObject({ name: 'Kim', email: '' });
  });

  test('sent again, the earlier letter lets nobody in', async () => {
    const email = address();
    const { id } = (await invite(email)).body;
    const first = await tokenFor(email);
    const again = await jet.post(`/boards/${boardId}/invitations/${id}/renew`);
    expect(again).toMatchObject({ status: 200, body: { id, email, state: 'open' } });
    expect(again.body.url).toBeUndefined();
    const second = await tokenFor(email);
    expect((await server.stranger().get(`/invitations/${first}`)).status).toBe(404);
    expect((await server.stranger().post(`/invitations/${second}`, { name: 'Kim' })).status).toBe(200);
    expect((await jet.post(`/boards/${boardId}/invitations/${id}/renew`)).body.code).toBe('invitationUsed');
  });

  test('it ends when it says so, when it is withdrawn, and with the right of who made it', async () => {
    const { services } = server.product;
    const email = address();
    const { id } = (await invite(email)).body;
    const token = await tokenFor(email);
    const past = new Date(Date.now() - 1000).toISOString();
    await services.db.updateTable('invitations').set({ expiresAt: past }).where('id', '=', id).execute();
    expect((await server.stranger().post(`/invitations/${token}`, { name: 'Kim' })).body.code).toBe(
      'invitationExpired',
    );
    expect((await jet.get(`/boards/${boardId}/people`)).body.invitations).toMatchObject([{ id, state: 'expired' }]);
    const other = await server.onBoard(boardId, 'facilitator');
    const body = { organisation: { name: 'GGD Proef' }, role: 'facilitator' };
    const theirs = (await other.post(`/boards/${boardId}/invitations`, body)).body.url.split('/').at(-1);
    await jet.patch(`/boards/${boardId}/people/${other.person.id}`, { role: 'member' });
    expect((await server.stranger().get(`/invitations/${theirs}`)).body.code).toBe('invitationExpired');
  });

  test('letters are counted for who sends them and for who gets them', async () => {
    const kim = await server.person();
    const own = (await kim.post('/boards', { title: 'Van Kim', template: 'leeg' })).body.id;
    const body = { organisation: { name: 'GGD Proef' }, role: 'member', email: address() };
    const tries = [];
    for (let times = 0; times < 11; times += 1) tries.push((await kim.post(`/boards/${own}/invitations`, body)).status);
    expect(tries).toEqual([...Array(10).fill(201), 429]);
  });

  test('a sign-in link comes the same way, in the language of its receiver', async () => {
    const person = await server.person({ email: address(), name: 'Kim' });
    await person.patch('/session', { language: 'en' });
    const email = person.person.email as string;
    await server.stranger().post('/sign-in-links', { email });
    const letter = await post.next(email);
    expect(letter.subject).toBe('Your sign-in link for Opbrengstenbord');
    expect(letter.html).toContain('lang="en"');
    const token = linkIn(letter).split('/').at(-1);
    expect((await server.stranger().post('/session/link', { token })).status).toBe(200);
    expect((await server.stranger().post('/session/link', { token })).body.code).toBe('linkUsed');
  });

  test('asking for a link says as much, and takes as long, for an unknown address', async () => {
    const person = await server.person({ email: address() });
    const ask = async (email: string): Promise<{ readonly text: string; readonly ms: number }> => {
      const start = performance.now();
      const { status, text } = await server.stranger().post('/sign-in-links', { email });
      expect(status).toBe(202);
      return { text, ms: performance.now() - start };
    };
    const rounds: (readonly { readonly text: string; readonly ms: number }[])[] = [];
    for (let round = 0; round < 4; round += 1) {
      rounds.push([await ask(person.person.email as string), await ask(`niemand-${round}@ggd.example`)] as const);
    }
    expect(new Set(rounds.flat().map(({ text }) => text)).size).toBe(1);
    const fastest = (index: 0 | 1): number => Math.min(...rounds.map((round) => round[index]?.ms ?? 0));
    // The letter is made after the answer: sending it takes tens of milliseconds.
    expect(Math.abs(fastest(0) - fastest(1))).toBeLessThan(15);
  });

  test('what another site makes a browser send changes nothing', async () => {
    const email = address();
    const elsewhere = { origin: 'https://boef.example' };
    const { id } = (await invite(email)).body;
    const token = await tokenFor(email);
    const path = `/boards/${boardId}`;
    const answers = [
      await jet.post(`${path}/invitations`, { organisation: { name: 'X' }, role: 'member' }, elsewhere),
      await jet.post(`${path}/invitations/${id}/renew`, {}, elsewhere),
      await jet.post(`/invitations/${token}`, {}, elsewhere),
      await jet.put(`${path}/hat`, { organisationId: jet.person.organisationId }, elsewhere),
      await jet.patch(path, { settings: { archive: 'facilitators' } }, elsewhere),
      await jet.patch(`${path}/people/${jet.person.id}`, { isContact: true }, elsewhere),
      await jet.remove('/session/devices', elsewhere),
    ];
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    expect((await jet.get('/session')).status).toBe(200);
  });

  test('a sign-in link of who was switched off works for nobody, and none is mailed', async () => {
    const person = await server.person({ email: address() });
    const { services } = server.product;
    const lying = (await makeSignInLink(services, person.person.id)).split('/').at(-1);
    await invite(person.person.email as string);
    const token = await tokenFor(person.person.email as string);
    await deactivateUser(services.db, person.person.id, new Date());
    expect((await server.stranger().post('/session/link', { token: lying })).status).toBeGreaterThanOrEqual(400);
    expect((await server.stranger().post(`/invitations/${token}`, {})).body.code).toBe('accountOff');
    const other = await server.person({ email: address() });
    for (const { person: asked } of [person, other])
      await server.stranger().post('/sign-in-links', { email: asked.email });
    await post.next(other.person.email as string);
    const theirs = post.letters.filter(({ to }) => JSON.stringify(to).includes(person.person.email as string));
    expect(theirs.map(({ subject }) => subject)).toEqual(['Uitnodiging voor het bord Jeugd <b>2027</b>']);
  });
});
