import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { say } from '../../support/browser.ts';
import { TestClient } from '../../support/collabClient.ts';
import { DATABASE_KINDS } from '../../support/collabDatabase.ts';
import { type GuestTab, openTab } from '../../support/guestClient.ts';
import { guestDoor } from '../../support/guests.ts';
import { startServer, type TestPerson, type TestServer } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';

const GUESTS = 25;
const REMOVED = 3;
/** What the others type, before the removal and on and on after it. */
const TYPED = 'getypt';

describe.each(DATABASE_KINDS)('a hall full of guests (%s)', (database) => {
  let server: TestServer;
  let jet: TestPerson;
  let boardId: string;
  beforeAll(async () => {
    server = await startServer({ database });
    jet = await server.person({ name: 'Jet' });
    boardId = (await jet.post('/boards', { title: 'Werksessie', template: 'voorbeeld-2026' })).body.id;
  });
  afterAll(() => server.close());

  test('V2, V5: 25 join within a minute; of 3 who are removed nobody receives a byte of the board after a second', async () => {
    const door = guestDoor(server, jet, boardId);
    const code = await door.open();
    const organisations = ['GGD IJsselland', 'De Kern', 'Saam Welzijn', 'Bibliotheek', 'Carinova'];
    const began = performance.now();
    const tabs: GuestTab[] = await Promise.all(
      Array.from({ length: GUESTS }, async (_, index) => {
        const organisation = { name: organisations[index % organisations.length] };
        return openTab(
          { url: server.url, origin: server.product.publicUrl },
          await door.join(code, `Gast ${index + 1}`, organisation),
          boardId,
        );
      }),
    );
    const joinedIn = performance.now() - began;
    expect(joinedIn).toBeLessThan(60_000);
    expect((await door.admit()).status).toBe(200);
    const frame = `board/${boardId}/frame`;
    const documentOf = ({ client }: GuestTab) => client.documents.get(frame);
    await waitFor('all write', () => tabs.every((tab) => documentOf(tab)?.scopes.at(-1) === 'read-write'));
    const gone = tabs.slice(0, REMOVED);
    const stay = tabs.slice(REMOVED);

    let typed = 0;
    let isTyping = true;
    const typing = (async () => {
      while (isTyping) {
        const tab = stay[typed % stay.length];
        documentOf(tab as GuestTab)?.add(`${TYPED} ${typed}`);
        typed += 1;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    })();
    const hears = ({ frames }: GuestTab): boolean => frames.some(({ bytes }) => bytes.includes(TYPED));
    await waitFor('who will be removed hears them', () => gone.every(hears));

    const asked = performance.now();
    expect((await door.remove(...gone.map(({ guest }) => guest))).status).toBe(200);
    const seen = gone.map((tab) => documentOf(tab)?.log.length ?? 0);
    await waitFor('their sockets are closed', () => gone.every(({ closedAt }) => closedAt.length > 0), 1_000);
    const before = typed;
    await waitFor('the others type on', () => stay.every((tab) => (documentOf(tab)?.log.length ?? 0) > before + 100));
    isTyping = false;
    await typing;

    for (const [index, { guest, client, frames, closedAt }] of gone.entries()) {
      expect((closedAt[0] ?? Number.POSITIVE_INFINITY) - asked).toBeLessThan(1_000);
      // Not one message more on the connection that closed, nor on those that the tab tried since.
      expect(frames.filter(({ at }) => at > (closedAt[0] ?? 0))).toEqual([]);
      expect(client.documents.get(frame)?.log.length).toBeLessThanOrEqual((seen[index] ?? 0) + 1);
      expect(client.closeCodes.every((closing) => closing === 4401 || closing === 4403)).toBe(true);
      expect((await guest.get(`/boards/${boardId}`)).status).toBe(401);
    }
    const url = `${server.url.replace(/^http/, 'ws')}/collab`;
    const { publicUrl } = server.product;
    for (const { guest, client } of gone) {
      // With the old cookie by hand: to the same document, and to another.
      const again = new TestClient(url, undefined, { cookie: guest.cookie(), origin: publicUrl });
      const document = again.open(frame);
      await waitFor('it is closed again', () => again.closeCodes.length > 0);
      expect(again.closeCodes[0]).toBe(4401);
      expect(document.log).toEqual([]);
      again.destroy();
      client.destroy();
    }
    say(
      `guests (${database}): 25 in ${Math.round(joinedIn)} ms, removed in ${Math.round(Math.max(...gone.map(({ closedAt }) => closedAt[0] ?? 0)) - asked)} ms`,
    );
    const people = (await jet.get(`/boards/${boardId}/people`)).body.participants;
    expect(people).toHaveLength(1 + GUESTS - REMOVED);
    for (const { client } of stay) client.destroy();
  });
});
