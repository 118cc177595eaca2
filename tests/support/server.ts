import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { type RunningServer, startServer as startProduct } from '../../server/build.ts';
import { readSettings } from '../../server/env.ts';
import type { HttpLimits } from '../../server/http/httpServer.ts';
import { addMember } from '../../server/services/addMember.ts';
import { createUser } from '../../server/services/createUser.ts';
import { organisationByName } from '../../server/services/organisationByName.ts';
import type { Person } from '../../server/services/person.ts';
import type { Role } from '../../shared/access/roles.ts';
import type { DocumentShape } from '../../shared/doc/migrate.ts';
import { type Client, client } from './client.ts';
import { asAdministrator, type DatabaseKind, TEST_POSTGRES } from './collabDatabase.ts';
import { QUIET } from './collabServer.ts';

/** Environment of a product with an empty store of its own, on a free port. */
export interface TestStore {
  readonly variables: { readonly [name: string]: string };
  readonly remove: () => Promise<void>;
}

export async function emptyStore(kind: DatabaseKind): Promise<TestStore> {
  const dataDir = await mkdtemp(join(tmpdir(), 'opbrengstenbord-'));
  const files = { DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'silent' };
  const removeFiles = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  if (kind === 'sqlite') return { variables: files, remove: removeFiles };
  const name = `test_${randomBytes(8).toString('hex')}`;
  await asAdministrator(`create database ${name}`);
  const url = new URL(TEST_POSTGRES);
  url.pathname = `/${name}`;
  const remove = async (): Promise<void> => {
    await asAdministrator(`drop database ${name} with (force)`);
    await removeFiles();
  };
  return { variables: { ...files, DATABASE_URL: url.href }, remove };
}

/** Someone with an account who is signed in. */
export interface TestPerson extends Client {
  readonly person: Person;
}

export interface TestServer {
  /** Address of the product; `Origin` of its pages. */
  readonly url: string;
  readonly product: RunningServer;
  readonly store: TestStore;
  /** A browser in which nobody is signed in. */
  readonly stranger: () => Client;
  /** A new account, signed in. Names and addresses are made up where they are not given. */
  readonly person: (options?: NewPerson) => Promise<TestPerson>;
  /** A new account, signed in, on the board with this role. */
  readonly onBoard: (boardId: string, role: Role, organisation?: string) => Promise<TestPerson>;
  /** Stops the server and removes its store. */
  readonly close: () => Promise<void>;
}

export interface NewPerson {
  readonly name?: string;
  readonly email?: string;
  readonly organisation?: string;
  readonly password?: string;
  readonly administrator?: boolean;
}

/** The real server with an empty store, on a free port of this machine. */
export async function startServer(options: {
  readonly database: DatabaseKind;
  readonly variables?: { readonly [name: string]: string };
  /** A store that the test made itself; it is removed all the same. */
  readonly store?: TestStore;
  /** Absent: nothing is logged. */
  readonly logger?: Logger;
  /** How long a client may take. */
  readonly http?: Partial<HttpLimits>;
  /** The shape in which it writes boards; absent: that of this version. */
  readonly shape?: DocumentShape;
}): Promise<TestServer> {
  const store = options.store ?? (await emptyStore(options.database));
  const settings = readSettings({ ...store.variables, ...options.variables });
  const product = await startProduct(settings, options.logger ?? QUIET, {
    http: options.http ?? {},
    ...(options.shape ? { shape: options.shape } : {}),
  });
  const { services, publicUrl } = product;
  const { db } = services;

  async function person(wanted: NewPerson = {}): Promise<TestPerson> {
    const { name = 'Iemand', organisation = 'Gemeente Proef', administrator = false, password } = wanted;
    const email = wanted.email ?? `${randomBytes(6).toString('hex')}@voorbeeld.example`;
    const { id: organisationId } = await organisationByName(db, organisation, services.now());
    const account = { name, email, organisationId, administrator, password };
    const made = await createUser(db, account, services.now());
    const cookie = (await services.sessions.start(made.id)).split(';')[0];
    return { ...client(product.url, publicUrl, cookie), person: made };
  }

  return {
    url: product.url,
    product,
    store,
    stranger: () => client(product.url, publicUrl),
    person,
    onBoard: async (boardId, role, organisation) => {
      const made = await person(organisation === undefined ? {} : { organisation });
      await addMember(db, made.person, boardId, role, services.now());
      return made;
    },
    close: async () => {
      await product.close();
      await store.remove();
    },
  };
}
