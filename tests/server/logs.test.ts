import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createLogger } from '../../server/log.ts';
import { TestClient } from '../support/collabClient.ts';
import { DATABASE_KINDS } from '../support/collabDatabase.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { waitFor } from '../support/waitFor.ts';

/** Stands in every text, name, address and secret of the session. */
const MARK = 'merkteken7';

describe.each(DATABASE_KINDS)('the logs of a busy session on %s', (database) => {
  let logs = '';
  let server: TestServer;
  const write = (text: string): void => {
    logs += text;
  };
  const logger = createLogger('trace', { write });
  // The engine prints by itself, for example a message that it could not handle.
  const print = (...words: unknown[]): void => write(`${words.map(String).join(' ')}\n`);
  beforeAll(async () => {
    for (const name of ['error', 'warn', 'log'] as const) vi.spyOn(console, name).mockImplementation(print);
    server = await startServer({ database, logger });
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    await server.close();
  });

  test('hold no text of a card, no name, no token, no cookie and no address of a link', async () => {
    const email = `${MARK}@voorbeeld.example`;
    const jet = await server.person({ name: `Jet ${MARK}`, email, organisation: `Gemeente ${MARK}` });
    const { id } = (await jet.post('/boards', { title: `Bord ${MARK}`, template: 'leeg' })).body;
    const wanted = { organisation: { name: `Partner ${MARK}` }, role: 'member' };
    const { url } = (await jet.post(`/boards/${id}/invitations`, wanted)).body;
    const token = new URL(url).pathname.split('/').at(-1) ?? '';
    await server.stranger().get(`/invitations/${token}`);
    await server.stranger().post(`/invitations/${token}`, { name: `Piet ${MARK}` });
    const cookie = jet.cookie();
    const live = `${server.url.replace('http', 'ws')}/collab`;
    const tab = new TestClient(live, undefined, { cookie, origin: server.product.publicUrl });
    const frame = await tab.opened(`board/${id}/frame`);
    await frame.save(`Kaart ${MARK}`);
    frame.provider.setAwarenessField('at', { field: MARK });

    // What goes wrong: bodies that are no JSON, links that are none, duplicates, a broken update, a wrong token.
    await jet.post('/boards', `{"title": "${MARK}`, { 'content-type': 'application/json' });
    await jet.post('/boards', { title: { [MARK]: 1 }, template: MARK });
    for (const path of [`/invitations/${MARK}`, `/session/link/${MARK}`, `/${MARK}`, `/boards/${MARK}`])
      await jet.get(path);
    await server.stranger().post('/session/link', { token: MARK });
    await server.stranger().post('/session', { email, password: MARK });
    await server.stranger().post('/sign-in-links', { email });
    await fetch(`${server.url}/collab?${MARK}`, { headers: { cookie: `opbrengstenbord=${MARK}` } });
    await expect(server.person({ email })).rejects.toThrow();
    frame.provider.configuration.websocketProvider.webSocket?.send(new TextEncoder().encode(MARK));
    await waitFor('the broken one is closed', () => tab.closeCodes.length > 0);
    tab.destroy();

    // An error of the kind that quotes: the database's and the parser's.
    const { db } = server.product.services;
    const organisation = { id: MARK, name: MARK, createdAt: new Date().toISOString() };
    await db.insertInto('organisations').values(organisation).execute();
    const failures = await Promise.allSettled([
      db.insertInto('organisations').values(organisation).execute(),
      Promise.resolve().then(() => JSON.parse(MARK)),
      Promise.resolve().then(() => new URL(MARK)),
    ]);
    for (const failure of failures) {
      expect(failure.status).toBe('rejected');
      if (failure.status !== 'rejected') continue;
      logger.error({ err: failure.reason }, 'seen');
      logger.error({ err: new Error('around it', { cause: failure.reason }) }, 'seen');
    }
    logger.warn({ token: MARK, cookie: MARK, session: { token: MARK } }, 'redacted');

    const lines = logs.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(5);
    for (const secret of [MARK, token, cookie.split('=')[1] ?? MARK]) {
      expect(lines.filter((line) => line.includes(secret))).toEqual([]);
    }
  });
});
