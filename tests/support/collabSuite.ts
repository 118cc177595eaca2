import { afterAll, afterEach, beforeAll } from 'vitest';
import type { ClientOptions } from 'ws';
import * as Y from 'yjs';
import type { CollabDeps } from '../../server/collab/attachCollab.ts';
import { updatesAfter } from '../../server/db/journalRows.ts';
import { insertPeople } from './collabBoard.ts';
import { TestClient } from './collabClient.ts';
import { type DatabaseKind, type TestDatabase, testDatabase } from './collabDatabase.ts';
import { RawClient } from './collabRaw.ts';
import { startTestServer, type TestServer } from './collabServer.ts';

/** A database, a server on it and clients, made before and removed after the tests of one `describe`. */
export interface CollabSuite {
  readonly store: TestDatabase;
  readonly server: TestServer;
  /** A browser tab of this person. */
  readonly tab: (user: string | undefined, options?: ConstructorParameters<typeof TestClient>[2]) => TestClient;
  /** A hand-made client of this person. */
  readonly raw: (user: string | undefined, origin?: string, options?: ClientOptions) => Promise<RawClient>;
  /** The test list of a document, from the journal's rows alone. */
  readonly stored: (boardId: string, key: string) => Promise<string[]>;
  /** Number of journal rows of a board. */
  readonly rows: (boardId: string) => Promise<number>;
}

export function collabSuite(
  kind: DatabaseKind,
  depsOf: (store: TestDatabase) => Partial<CollabDeps> | Promise<Partial<CollabDeps>> = () => ({}),
): CollabSuite {
  let store: TestDatabase;
  let server: TestServer;
  const made: { destroy: () => void }[] = [];
  beforeAll(async () => {
    store = await testDatabase(kind);
    await insertPeople(store.database.db);
    server = await startTestServer(store.database, await depsOf(store));
  });
  afterEach(() => {
    for (const client of made.splice(0)) client.destroy();
  });
  afterAll(async () => {
    await server.stop();
    await store.remove();
  });
  return {
    get store() {
      return store;
    },
    get server() {
      return server;
    },
    tab: (user, options) => {
      const client = new TestClient(server.url, user, options);
      made.push(client);
      return client;
    },
    raw: async (user, origin, options) => {
      const client = new RawClient(server.url, user, origin, options);
      made.push(client);
      return client.opened();
    },
    stored: async (boardId, key) => {
      const doc = new Y.Doc();
      for (const { update } of await updatesAfter(store.database.db, boardId, key, 1, 0)) Y.applyUpdate(doc, update);
      return doc.getArray<string>('log').toArray();
    },
    rows: async (boardId) => {
      const { count } = await store.database.db
        .selectFrom('journal')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('boardId', '=', boardId)
        .executeTakeFirstOrThrow();
      return Number(count);
    },
  };
}

/** An update that adds one text to the test list, from a document of its own. */
export function updateWith(text: string, doc: Y.Doc = new Y.Doc()): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.getArray<string>('log').push([text]);
  return Y.encodeStateAsUpdate(doc, before);
}
