import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { People } from '../../../shared/protocol/people.ts';
import type { Answer, Client } from '../../support/client.ts';
import { TestClient } from '../../support/collabClient.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';

describe.each(DATABASE_KINDS)('organisations and their contacts (%s)', (database) => {
  let server: TestServer;
  let jet: TestPerson;
  let boardId: string;
  beforeAll(async () => {
    server = await startServer({ database });
    jet = await server.person({ name: 'Jet', organisation: 'Gemeente Proef' });
  });
  beforeEach(async () => {
    boardId = (await jet.post('/boards', { title: 'Bord', template: 'leeg' })).body.id;
  });
  afterAll(() => server.close());

  const invite = (by: Client, invitation: object): Promise<Answer> =>
    by.post(`/boards/${boardId}/invitations`, invitation);
  const people = async (by: Client): Promise<People> => (await by.get(`/boards/${boardId}/people`)).body;
  const personPath = ({ person }: TestPerson): string => `/boards/${boardId}/people/${person.id}`;
  const detail = async (by: Client) => (await by.get(`/boards/${boardId}`)).body;

  /** Someone with an account who accepts an invitation of another. */
  async function comeIn(by: Client, invitation: object, who: TestPerson): Promise<TestPerson> {
    const { url } = (await invite(by, invitation)).body;
    expect((await who.post(`/invitations/${url.split('/').at(-1)}`)).status).toBe(200);
    return who;
  }

  async function contactOf(name: string): Promise<TestPerson & { readonly organisationId: string }> {
    const invitation = { organisation: { name }, role: 'member', asContact: true };
    const who = await comeIn(jet, invitation, await server.person({ name: `Contact van ${name}` }));
    return { ...who, organisationId: (await detail(who)).organisation.id };
  }

  test('N5: the municipality invites one contact, who invites colleagues and sees who is in', async () => {
    const contact = await contactOf('GGD Proef');
    expect(await detail(contact)).toMatchObject({ role: 'member', isContact: true });
    const own = { id: contact.organisationId };
    for (const role of ['member', 'commenter', 'viewer']) {
      expect(await invite(contact, { organisation: own, role })).toMatchObject({ status: 201 });
    }
    const kim = await comeIn(
      contact,
      { organisation: own, role: 'member', once: true },
      await server.person({ name: 'Kim' }),
    );
    const seen = await people(contact);
    expect(seen.invitations.map(({ role, state, used }) => [role, state, used])).toEqual([
      ['member', 'used', 1],
      ['viewer', 'open', 0],
      ['commenter', 'open', 0],
      ['member', 'open', 0],
    ]);
    const emails = seen.participants.flatMap(({ name, email }) => (email ? [name] : []));
    expect(emails.sort()).toEqual(['Contact van GGD Proef', 'Kim']);
    // The municipality sees names, and the address of the contact.
    const byJet = (await people(jet)).participants;
    expect(byJet.flatMap(({ name, email }) => (email ? [name] : [])).sort()).toEqual(['Contact van GGD Proef', 'Jet']);
    expect((await people(kim)).invitations).toEqual([]);
  });

  test('N5: a contact invites for no other organisation, as no facilitator and as no contact', async () => {
    const contact = await contactOf('GGD Proef');
    const other = await contactOf('Welzijn Proef');
    const own = { id: contact.organisationId };
    const attempts = [
      { organisation: { id: other.organisationId }, role: 'member' },
      { organisation: { name: 'Welzijn Proef' }, role: 'viewer' },
      { organisation: { name: `Nieuw ${boardId}` }, role: 'member' },
      { organisation: own, role: 'facilitator' },
      { organisation: own, role: 'member', asContact: true },
    ];
    for (const attempt of attempts) {
      expect(await invite(contact, attempt), JSON.stringify(attempt)).toMatchObject({ status: 403 });
    }
    const { db } = server.product.services;
    const made = await db.selectFrom('organisations').selectAll().where('name', '=', `Nieuw ${boardId}`).execute();
    expect(made).toEqual([]);
    await jet.patch(`/boards/${boardId}`, { settings: { invite: 'facilitators' } });
    expect((await invite(contact, { organisation: own, role: 'member' })).body.code).toBe('notAllowed');
  });

  test('N5: neither sees nor ends the invitations of others; the facilitator may', async () => {
    const contact = await contactOf('GGD Proef');
    const other = await contactOf('Welzijn Proef');
    const body = { organisation: { id: other.organisationId }, role: 'member' };
    const { id } = (await invite(other, body)).body;
    expect(JSON.stringify((await people(contact)).invitations)).not.toContain(id);
    for (const path of [`/boards/${boardId}/invitations/${id}`, `/boards/${boardId}/invitations/nergens`]) {
      expect((await contact.remove(path)).status).toBe(404);
      expect((await contact.post(`${path}/renew`)).status).toBe(404);
    }
    const facilitators = (await invite(jet, { organisation: { id: contact.organisationId }, role: 'facilitator' }))
      .body;
    expect((await contact.remove(`/boards/${boardId}/invitations/${facilitators.id}`)).status).toBe(404);
    expect((await jet.remove(`/boards/${boardId}/invitations/${id}`)).status).toBe(204);
  });

  test('N6: changes and removes own colleagues only; never a facilitator or another contact', async () => {
    const contact = await contactOf('GGD Proef');
    const stranger = await contactOf('Welzijn Proef');
    const own = { id: contact.organisationId };
    const kim = await comeIn(contact, { organisation: own, role: 'member' }, await server.person({ name: 'Kim' }));
    const boss = await comeIn(jet, { organisation: own, role: 'facilitator' }, await server.person({ name: 'Bo' }));
    const second = await comeIn(
      jet,
      { organisation: own, role: 'member', asContact: true },
      await server.person({ name: 'Tweede' }),
    );
    for (const target of [stranger, boss, second, jet]) {
      expect((await contact.patch(personPath(target), { role: 'viewer' })).body.code).toBe('notAllowed');
      expect((await contact.remove(personPath(target))).body.code).toBe('notAllowed');
    }
    expect((await contact.patch(personPath(kim), { role: 'facilitator' })).body.code).toBe('notAllowed');
    expect((await contact.patch(personPath(kim), { isContact: true })).body.code).toBe('notAllowed');
    expect((await contact.patch(personPath(contact), { role: 'facilitator' })).body.code).toBe('notAllowed');
    expect((await contact.patch(personPath(kim), { role: 'commenter' })).status).toBe(204);
    expect((await detail(kim)).role).toBe('commenter');
    // The daily managing is the contact's; a facilitator takes someone off, for safety.
    expect((await jet.patch(personPath(kim), { role: 'member' })).body.code).toBe('notAllowed');
    expect((await contact.remove(personPath(kim))).status).toBe(204);
    expect((await kim.get(`/boards/${boardId}`)).status).toBe(404);
    expect((await jet.remove(personPath(second))).status).toBe(204);
  });

  test('N5: the last contact may leave, and a facilitator appoints another; open invitations of who was one end', async () => {
    const contact = await contactOf('GGD Proef');
    const own = { id: contact.organisationId };
    const kim = await comeIn(contact, { organisation: own, role: 'member' }, await server.person({ name: 'Kim' }));
    expect((await contact.remove(personPath(contact))).status).toBe(204);
    expect((await people(jet)).withContact).not.toContain(contact.organisationId);
    expect((await jet.patch(personPath(kim), { isContact: true })).status).toBe(204);
    const { url } = (await invite(kim, { organisation: own, role: 'viewer' })).body;
    expect((await jet.patch(personPath(kim), { isContact: false })).status).toBe(204);
    const token = url.split('/').at(-1);
    expect((await server.stranger().get(`/invitations/${token}`)).body.code).toBe('invitationExpired');
    expect((await invite(kim, { organisation: own, role: 'viewer' })).body.code).toBe('notAllowed');
  });

  test('N6: a colleague is replaced, and what the organisation has on the board stays', async () => {
    const contact = await contactOf('GGD Proef');
    const own = { id: contact.organisationId };
    const kim = await comeIn(contact, { organisation: own, role: 'member' }, await server.person({ name: 'Kim' }));
    const before = (await detail(contact)).documents;
    await contact.remove(personPath(kim));
    await comeIn(contact, { organisation: own, role: 'member' }, await server.person({ name: 'Noor' }));
    expect((await detail(contact)).documents).toEqual(before);
    expect((await people(contact)).participants.map(({ name }) => name)).toEqual([
      'Contact van GGD Proef',
      'Jet',
      'Noor',
    ]);
  });

  test('N1 to N4: the rules of a board are the facilitators’, and its details tell them', async () => {
    const contact = await contactOf('GGD Proef');
    const settings = { changeOutcomes: 'facilitators', archive: 'facilitators' };
    expect((await contact.patch(`/boards/${boardId}`, { settings })).body.code).toBe('notAllowed');
    expect((await jet.patch(`/boards/${boardId}`, { settings: { archive: 'iedereen' } })).status).toBe(400);
    expect((await jet.patch(`/boards/${boardId}`, { settings })).body.settings).toEqual({
      ...settings,
      invite: 'contacts',
    });
    const documents = (await detail(contact)).documents as { kind: string; access: string }[];
    expect(documents.find(({ kind }) => kind === 'frame')?.access).toBe('read');
    expect(documents.filter(({ kind }) => kind === 'party').every(({ access }) => access === 'write')).toBe(true);
  });

  test('N8: a second organisation is another hat; switching it changes rights in place', async () => {
    const kim = await contactOf('GGD Proef');
    const welzijn = await contactOf('Welzijn Proef');
    await comeIn(welzijn, { organisation: { id: welzijn.organisationId }, role: 'viewer' }, kim);
    // What allows no more lies ready.
    expect(await detail(kim)).toMatchObject({ role: 'member', isContact: true, organisation: { name: 'GGD Proef' } });
    expect((await detail(kim)).hats.map(({ name }: { name: string }) => name)).toEqual(['GGD Proef', 'Welzijn Proef']);
    await jet.patch(`/boards/${boardId}`, { mode: 'own' });
    const socket = new TestClient(`${server.url.replace('http', 'ws')}/collab`, undefined, {
      cookie: kim.cookie(),
      origin: server.product.publicUrl,
    });
    try {
      const ggd = await socket.opened(`board/${boardId}/party/${kim.organisationId}`);
      expect(ggd.scopes).toEqual(['read-write']);
      const path = `/boards/${boardId}/hat`;
      const start = performance.now();
      expect((await kim.put(path, { organisationId: welzijn.organisationId })).status).toBe(204);
      await waitFor('the other hat', () => ggd.scopes.at(-1) === 'readonly');
      expect(performance.now() - start).toBeLessThan(1000);
      expect(await detail(kim)).toMatchObject({
        role: 'viewer',
        isContact: false,
        organisation: { name: 'Welzijn Proef' },
      });
      expect((await kim.put(path, { organisationId: kim.organisationId })).status).toBe(204);
      await waitFor('the first again', () => ggd.scopes.at(-1) === 'read-write');
      expect(socket.closeCodes).toEqual([]);
      expect(await detail(kim)).toMatchObject({ role: 'member', isContact: true });
      for (const organisationId of ['nergens', jet.person.organisationId]) {
        expect((await kim.put(path, { organisationId })).status).toBe(404);
      }
      const stranger = await server.person();
      expect((await stranger.put(path, { organisationId: kim.organisationId })).status).toBe(404);
    } finally {
      socket.destroy();
    }
  });

  test('N8: a contact takes away the own hat alone', async () => {
    const ggd = await contactOf('GGD Proef');
    const welzijn = await contactOf('Welzijn Proef');
    const kim = await comeIn(
      ggd,
      { organisation: { id: ggd.organisationId }, role: 'member' },
      await server.person({ name: 'Kim' }),
    );
    await comeIn(welzijn, { organisation: { id: welzijn.organisationId }, role: 'member' }, kim);
    expect((await people(welzijn)).participants.find(({ name }) => name === 'Kim')).toMatchObject({
      organisation: { name: 'GGD Proef' },
      alsoFor: [{ name: 'Welzijn Proef' }],
    });
    expect((await welzijn.patch(personPath(kim), { role: 'viewer' })).status).toBe(204);
    expect((await detail(kim)).role).toBe('member');
    expect((await ggd.remove(personPath(kim))).status).toBe(204);
    expect(await detail(kim)).toMatchObject({ role: 'viewer', organisation: { name: 'Welzijn Proef' } });
    expect((await welzijn.remove(personPath(kim))).status).toBe(204);
    expect((await kim.get(`/boards/${boardId}`)).status).toBe(404);
  });

  test('a facilitator stays one in every hat', async () => {
    const ggd = await contactOf('GGD Proef');
    await comeIn(ggd, { organisation: { id: ggd.organisationId }, role: 'viewer' }, jet);
    await jet.put(`/boards/${boardId}/hat`, { organisationId: ggd.organisationId });
    expect(await detail(jet)).toMatchObject({ role: 'facilitator', organisation: { name: 'GGD Proef' } });
    expect((await jet.remove(personPath(jet))).body.code).toBe('lastFacilitator');
  });
});
