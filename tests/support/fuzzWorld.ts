import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { type RunningServer, startServer } from '../../server/build.ts';
import { insertParties } from '../../server/db/boardParties.ts';
import { findBoard } from '../../server/db/boards.ts';
import { type Db, openDatabase } from '../../server/db/database.ts';
import { updateMembership } from '../../server/db/memberships.ts';
import { insertOrganisations } from '../../server/db/organisations.ts';
import { readSettings } from '../../server/env.ts';
import { restoreBackup } from '../../server/services/backup/restoreBackup.ts';
import { writeBackup } from '../../server/services/backup/writeBackup.ts';
import { type BoardCheck, checkBoard } from '../../server/services/checkBoard.ts';
import type { Mode, Role } from '../../shared/access/roles.ts';
import { type Client, client } from './client.ts';
import { insertPeople, insertTestBoard } from './collabBoard.ts';
import { type TestDatabase, testDatabase } from './collabDatabase.ts';
import { QUIET } from './collabServer.ts';
import { Accepted } from './fuzzMarks.ts';
import { PARTIES, startedReplica } from './history.ts';
import { seedBoard } from './seedBoard.ts';

export const BOARD = 'fuzz';
/** Everyone who edits; the first one's rights stay. */
export const PEOPLE = [
  { user: 'facilitator', party: 'gem' },
  { user: 'memberA', party: 'ggd' },
  { user: 'memberB', party: 'bib' },
] as const;
/** Small, so that a short run meets snapshots too. */
const LIMITS = { snapshotRows: 25, snapshotRowsAtUnload: 5 };

/** What a lost store held, and what of it was in the backup. */
export interface Lost {
  readonly accepted: Accepted;
  readonly inBackup: Accepted;
}

async function acceptedIn(db: Db, upTo = Number.MAX_SAFE_INTEGER): Promise<Accepted> {
  const rows = await db.selectFrom('journal').select(['sequence', 'update']).where('boardId', '=', BOARD).execute();
  return new Accepted(rows.filter(({ sequence }) => sequence <= upTo).map(({ update }) => update));
}

async function fill({ database }: TestDatabase, random: () => number): Promise<void> {
  const { db } = database;
  await insertPeople(db);
  const added = PARTIES.filter((id) => id !== 'ggd');
  const createdAt = '2026-01-01T00:00:00.000Z';
  await insertOrganisations(
    db,
    added.map((id) => ({ id, name: `Organisatie ${id}`, createdAt })),
  );
  await insertTestBoard(db, BOARD);
  await insertParties(db, BOARD, added);
  for (const { user, party } of PEOPLE) await updateMembership(db, BOARD, user, { organisationId: party });
  const { docs } = startedReplica(random, 1);
  await seedBoard(database, BOARD, new Map([...docs].map(([key, doc]) => [key, Y.encodeStateAsUpdate(doc)])));
}

/** The product with a board on a disk that can be lost. */
export class FuzzWorld {
  lost: Lost | undefined;
  #store: TestDatabase;
  #product: RunningServer;
  #facilitator: Client;
  #folder: string;
  #backup: ReturnType<typeof writeBackup> | undefined;

  static async open(random: () => number): Promise<FuzzWorld> {
    const store = await testDatabase('sqlite');
    await fill(store, random);
    const folder = await mkdtemp(join(tmpdir(), 'opbrengstenbord-backup-'));
    const world = new FuzzWorld(store, await FuzzWorld.#start(store, 0), folder);
    await world.#steer();
    return world;
  }

  private constructor(store: TestDatabase, product: RunningServer, folder: string) {
    this.#store = store;
    this.#product = product;
    this.#folder = folder;
    this.#facilitator = client(product.url, product.publicUrl);
  }

  static #start({ settings }: TestDatabase, port: number): Promise<RunningServer> {
    const variables = { DATA_DIR: settings.dataDir, PORT: String(port), LOG_LEVEL: 'silent' };
    return startServer(readSettings(variables), QUIET, { limits: LIMITS });
  }

  get origin(): string {
    return this.#product.publicUrl;
  }

  get port(): number {
    return Number(new URL(this.#product.url).port);
  }

  /** Number of restores. */
  get era(): number {
    return this.lost ? 1 : 0;
  }

  get hasBackup(): boolean {
    return this.#backup !== undefined;
  }

  /** A new session; its cookie. */
  async signIn(user: string): Promise<string> {
    return (await this.#product.services.sessions.start(user)).split(';')[0] ?? '';
  }

  async setMode(mode: Mode): Promise<void> {
    await this.#facilitator.patch(`/boards/${BOARD}`, { mode });
  }

  async setRole(user: string, role: Role): Promise<void> {
    await this.#facilitator.patch(`/boards/${BOARD}/people/${user}`, { role });
  }

  async restart(): Promise<void> {
    const { port } = this;
    await this.#product.close();
    this.#product = await FuzzWorld.#start(this.#store, port);
  }

  /** Begins a backup, while everything goes on. */
  startBackup(): void {
    this.#backup = this.#makeBackup();
    this.#backup.catch(() => undefined);
  }

  /** Loses the store, and starts the server on what the backup holds. */
  async restore(): Promise<void> {
    const made = await this.#backup;
    const { port } = this;
    await this.#product.close();
    const { db } = this.#store.database;
    const inBackup = await acceptedIn(db, made?.header.boards[0]?.sequence ?? 0);
    this.lost = { accepted: await acceptedIn(db), inBackup };
    await this.#store.remove();
    this.#store = await testDatabase('sqlite');
    await restoreBackup(this.#store.database, join(this.#folder, 'bord.gz'), new Date(), QUIET);
    this.#product = await FuzzWorld.#start(this.#store, port);
    await this.#steer();
  }

  async generation(): Promise<number> {
    return (await findBoard(this.#store.database.db, BOARD))?.generation ?? 0;
  }

  accepted(): Promise<Accepted> {
    return acceptedIn(this.#store.database.db);
  }

  async check(): Promise<BoardCheck> {
    const row = await findBoard(this.#store.database.db, BOARD);
    if (!row) throw new Error('the board is gone');
    return checkBoard(this.#store.database.db, row);
  }

  readDocument(key: string): Promise<Uint8Array> {
    return this.#product.live.readDocument(BOARD, key);
  }

  async close(): Promise<void> {
    await this.#backup?.catch(() => undefined);
    await this.#product.close();
    await this.#store.remove();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Over a connection of its own, as the operator's command does: it goes on while the server restarts. */
  async #makeBackup(): ReturnType<typeof writeBackup> {
    const database = await openDatabase(this.#store.settings);
    try {
      return await writeBackup(database, join(this.#folder, 'bord.gz'), new Date());
    } finally {
      await database.close();
    }
  }

  async #steer(): Promise<void> {
    this.#facilitator = client(this.#product.url, this.#product.publicUrl, await this.signIn('facilitator'));
  }
}
