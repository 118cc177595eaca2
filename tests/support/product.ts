import { addMember } from '../../server/services/addMember.ts';
import { client } from './client.ts';
import { TestClient } from './collabClient.ts';
import type { DatabaseKind } from './collabDatabase.ts';
import { type Program, runProgram } from './program.ts';
import { emptyStore, startServer } from './server.ts';

/** A store with people who are signed in and boards on which they all may write. */
export interface Hall {
  readonly variables: { readonly [name: string]: string };
  readonly boards: readonly string[];
  /** Cookies; the first one's person is facilitator of all boards. */
  readonly cookies: readonly string[];
  readonly remove: () => Promise<void>;
}

/** Fills a store in this process; the product is started on it afterwards. */
export async function hall(database: DatabaseKind, size: { boards: number; people: number }): Promise<Hall> {
  const store = await emptyStore(database);
  const { product, person } = await startServer({ database, store });
  const { db, now } = product.services;
  const people = [];
  for (let count = 0; count < size.people; count += 1) people.push(await person());
  const [facilitator] = people;
  const boards: string[] = [];
  for (let count = 0; count < size.boards; count += 1) {
    const board = await facilitator?.post('/boards', { title: `Bord ${count}`, template: 'leeg' });
    boards.push(board?.body.id);
    for (const each of people.slice(1)) await addMember(db, each.person, board?.body.id, 'facilitator', now());
  }
  await product.close();
  const variables = { ...store.variables, DEMO: '0' };
  return { variables, boards, cookies: people.map((each) => each.cookie()), remove: store.remove };
}

/** The built product as its own process. */
export interface Product {
  readonly program: Program;
  readonly port: string;
  /** A browser tab in which the person with this cookie is signed in. It connects again by itself. */
  readonly tab: (cookie: string | undefined) => TestClient;
  readonly get: (path: string) => Promise<{ readonly status: number; readonly text: string }>;
  readonly api: (cookie: string | undefined) => ReturnType<typeof client>;
  /** A number of `/metrics`; labels as they stand there. */
  readonly metric: (name: string) => Promise<number>;
  readonly isReady: () => Promise<boolean>;
  /** Sends a signal and waits for the end: its exit code, or the signal that ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<number | string>;
}

/** Starts the product and waits until it serves. */
export async function startProduct(
  variables: { readonly [name: string]: string },
  under: readonly string[] = [],
): Promise<Product> {
  const program = runProgram('main', [], variables, undefined, under);
  const [, port = ''] = await program.line(/draait op http:\/\/localhost:(\d+)\n/);
  const origin = `http://localhost:${port}`;
  const url = `http://127.0.0.1:${port}`;
  const get = async (path: string): Promise<{ status: number; text: string }> => {
    const response = await fetch(`${url}${path}`);
    return { status: response.status, text: await response.text() };
  };
  return {
    program,
    port,
    tab: (cookie = '') =>
      new TestClient(`ws://127.0.0.1:${port}/collab`, undefined, { cookie, origin, isUnqueued: true }),
    get,
    api: (cookie) => client(url, origin, cookie),
    metric: async (name) => {
      const { text } = await get('/metrics');
      const line = text.split('\n').find((each) => each.startsWith(`opbrengstenbord_${name} `));
      if (!line) throw new Error(`no metric ${name}`);
      return Number(line.split(' ').at(-1));
    },
    isReady: async () => (await get('/readyz')).status === 200,
    end: async (signal) => {
      program.child.kill(signal);
      return program.ended;
    },
  };
}
