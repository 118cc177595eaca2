import { type RunningServer, startServer } from '../../server/build.ts';
import { insertParties } from '../../server/db/boardParties.ts';
import { insertBoard } from '../../server/db/boards.ts';
import { insertMembership } from '../../server/db/memberships.ts';
import { insertOrganisations } from '../../server/db/organisations.ts';
import { insertUser } from '../../server/db/users.ts';
import { readSettings } from '../../server/env.ts';
import { documentKey, FRAME, party } from '../../shared/board/documentRef.ts';
import type { Id } from '../../shared/board/ids.ts';
import type { DocumentShape } from '../../shared/doc/migrate.ts';
import { documentName } from '../../shared/doc/names.ts';
import { type Client, client } from './client.ts';
import { type ClientDocument, TestClient } from './collabClient.ts';
import type { DatabaseKind } from './collabDatabase.ts';
import { QUIET } from './collabServer.ts';
import { emptyStore } from './server.ts';

const AT = '2026-01-01T00:00:00.000Z';
const FACILITATOR = 'begeleider';

/** What is put into the store of a board: rows of its journal, in order. */
export interface StoredBoard {
  readonly parties: readonly Id[];
  readonly rows: readonly { readonly document: string; readonly update: Uint8Array }[];
}

/** A store that servers of several versions serve, one after the other, at one address. */
export class StoredBoards {
  readonly #store: Awaited<ReturnType<typeof emptyStore>>;
  readonly #parties = new Map<Id, readonly Id[]>();
  readonly #tabs: TestClient[] = [];
  #product: RunningServer | undefined;
  #port = '0';
  #cookie = '';

  static async on(kind: DatabaseKind): Promise<StoredBoards> {
    return new StoredBoards(await emptyStore(kind));
  }

  private constructor(store: Awaited<ReturnType<typeof emptyStore>>) {
    this.#store = store;
  }

  get product(): RunningServer {
    if (!this.#product) throw new Error('no server runs');
    return this.#product;
  }

  /** Environment for the operator's commands. */
  get variables(): { readonly [name: string]: string } {
    return this.#store.variables;
  }

  /** The facilitator's browser. */
  get facilitator(): Client {
    return client(this.product.url, this.product.publicUrl, this.#cookie);
  }

  /** @param shape absent: that of this version */
  async start(shape?: DocumentShape): Promise<void> {
    const settings = readSettings({ ...this.#store.variables, PORT: this.#port });
    this.#product = await startServer(settings, QUIET, shape ? { shape } : {});
    this.#port = new URL(this.#product.url).port;
    if (this.#cookie !== '') return;
    const { db, sessions } = this.product.services;
    await insertOrganisations(db, [{ id: 'gemeente', name: 'Gemeente Proef', createdAt: AT }]);
    const account = { email: 'begeleider@voorbeeld.example', emailConfirmedAt: null, name: 'Iemand' };
    const rest = { organisationId: 'gemeente', administrator: 0, passwordHash: null, language: 'nl' as const };
    await insertUser(db, { id: FACILITATOR, ...account, ...rest, createdAt: AT });
    this.#cookie = (await sessions.start(FACILITATOR)).split(';')[0] ?? '';
  }

  /** Stops the server; what it does after its answers is done then. */
  async stop(): Promise<void> {
    await this.#product?.close();
    this.#product = undefined;
  }

  async restart(shape?: DocumentShape): Promise<void> {
    await this.stop();
    await this.start(shape);
  }

  /** Puts a board of schema 1 into the store, with the facilitator alone on it. */
  async insert(id: Id, { parties, rows }: StoredBoard): Promise<void> {
    const { services, journal } = this.product;
    const { db } = services;
    this.#parties.set(id, parties);
    const known = await db.selectFrom('organisations').select('id').execute();
    const missing = parties.filter((organisation) => !known.some((row) => row.id === organisation));
    if (missing.length > 0) {
      const named = missing.map((organisation) => ({ id: organisation, name: `Organisatie ${organisation}` }));
      await insertOrganisations(
        db,
        named.map((organisation) => ({ ...organisation, createdAt: AT })),
      );
    }
    const counters = { generation: 1, schema: 1, sequence: 0, rightsVersion: 1, namedVersion: 1 };
    const times = { createdAt: AT, updatedAt: AT, closedAt: null };
    await insertBoard(db, { id, title: id, mode: 'open', template: null, createdBy: null, ...counters, ...times });
    await insertParties(db, id, parties);
    const organisationId = parties[0] ?? '';
    await insertMembership(db, {
      boardId: id,
      userId: FACILITATOR,
      organisationId,
      role: 'facilitator',
      createdAt: AT,
    });
    await journal.appendTogether(rows.map((row) => ({ boardId: id, generation: 1, authorId: null, ...row })));
  }

  /**
   * The facilitator's tab with the documents of a board, as a client of this schema opens it.
   * @param how `port`: that of a wire in between; `isFrameOnly`: without the organisations' documents
   */
  open(
    boardId: Id,
    schema: number | undefined,
    how: { readonly port?: number; readonly isFrameOnly?: boolean } = {},
  ): ReadonlyMap<string, ClientDocument> {
    const token = schema === undefined ? '' : JSON.stringify({ generation: 1, schema });
    const tab = new TestClient(`ws://localhost:${how.port ?? this.#port}/collab`, undefined, {
      cookie: this.#cookie,
      origin: this.product.publicUrl,
      isUnqueued: true,
    });
    this.#tabs.push(tab);
    const parties = how.isFrameOnly ? [] : (this.#parties.get(boardId) ?? []);
    const refs = [FRAME, ...parties.map(party)];
    return new Map(refs.map((ref) => [documentKey(ref), tab.open(documentName(boardId, ref), token)]));
  }

  async opened(boardId: Id, schema: number | undefined): Promise<ReadonlyMap<string, ClientDocument>> {
    const documents = this.open(boardId, schema);
    for (const document of documents.values()) await document.synced();
    return documents;
  }

  closeTabs(): void {
    for (const tab of this.#tabs.splice(0)) tab.destroy();
  }

  async schemaOf(boardId: Id): Promise<number> {
    const { db } = this.product.services;
    return (await db.selectFrom('boards').select('schema').where('id', '=', boardId).executeTakeFirstOrThrow()).schema;
  }

  /** The rows of a board's journal after these. */
  async rowsAfter(boardId: Id, count: number) {
    return this.product.services.db
      .selectFrom('journal')
      .select(['sequence', 'document', 'authorId', 'update'])
      .where('boardId', '=', boardId)
      .where('sequence', '>', count)
      .orderBy('sequence')
      .execute();
  }

  async remove(): Promise<void> {
    this.closeTabs();
    await this.stop();
    await this.#store.remove();
  }
}
