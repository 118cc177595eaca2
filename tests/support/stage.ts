import type { APIRequestContext, Browser, BrowserContext } from '@playwright/test';
import type { Role } from '../../shared/access/roles.ts';
import { closePerson, launchBrowser, newPerson } from './browser.ts';
import { type DemoRole, type E2eServer, startE2eServer } from './e2eServer.ts';

/** The product and a browser, with people in it. What is not what a test is about is prepared over HTTP. */
export interface Stage {
  readonly server: E2eServer;
  readonly browser: Browser;
  /** The facilitator of the demo, signed in. */
  readonly facilitator: BrowserContext;
  /** Someone who is nobody yet. */
  readonly stranger: (options?: ContextOptions) => Promise<BrowserContext>;
  /** Another browser of someone who is signed in. */
  readonly again: (of: BrowserContext, options?: ContextOptions) => Promise<BrowserContext>;
  /** A board of the facilitator; gives its id. */
  readonly newBoard: (options?: NewBoard) => Promise<string>;
  /** The address of an invitation. */
  readonly invite: (boardId: string, organisation: string, role?: Role) => Promise<string>;
  /** Someone new who came in by an invitation. */
  readonly join: (boardId: string, who: Joining) => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
}

type ContextOptions = Parameters<typeof newPerson>[2];

export interface NewBoard {
  readonly title?: string;
  readonly template?: string;
  readonly mode?: 'open' | 'own' | 'locked';
}

export interface Joining {
  readonly name: string;
  readonly organisation: string;
  readonly role?: Role;
  readonly options?: ContextOptions;
}

/** Sends a request of the HTTP interface as this person. @throws when it is refused */
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
export async function api(request: APIRequestContext, method: string, path: string, data?: unknown): Promise<any> {
  const response = await request.fetch(`/api/v1${path}`, { method, ...(data === undefined ? {} : { data }) });
  if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${await response.text()}`);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

const tokenOf = (address: string): string => new URL(address).pathname.split('/').at(-1) ?? '';

/** @param variables settings of the product beside those of a test */
export async function openStage(variables: { readonly [name: string]: string } = {}): Promise<Stage> {
  const [server, browser] = await Promise.all([startE2eServer(variables), launchBrowser()]);
  const people: BrowserContext[] = [];

  async function stranger(options?: ContextOptions): Promise<BrowserContext> {
    const context = await newPerson(browser, server.url, options);
    people.push(context);
    return context;
  }

  async function signedIn(role: DemoRole): Promise<BrowserContext> {
    const context = await stranger();
    await api(context.request, 'POST', '/session/link', { token: tokenOf(server.link(role)) });
    return context;
  }

  const facilitator = await signedIn('begeleider');

  async function invite(boardId: string, organisation: string, role: Role = 'member'): Promise<string> {
    const wanted = { organisation: { name: organisation }, role };
    return (await api(facilitator.request, 'POST', `/boards/${boardId}/invitations`, wanted)).url;
  }

  return {
    server,
    browser,
    facilitator,
    stranger,
    again: async (of, options) => stranger({ ...options, storageState: await of.storageState() }),
    newBoard: async ({ title = 'Proefbord', template = 'leeg', mode = 'open' } = {}) => {
      const years = template === 'leeg' ? { years: [2026, 2027] } : {};
      const { id } = await api(facilitator.request, 'POST', '/boards', { title, template, ...years });
      if (mode !== 'open') await api(facilitator.request, 'PATCH', `/boards/${id}`, { mode });
      return id;
    },
    invite,
    join: async (boardId, { name, organisation, role, options }) => {
      const address = await invite(boardId, organisation, role);
      const context = await stranger(options);
      await api(context.request, 'POST', `/invitations/${tokenOf(address)}`, { name });
      return context;
    },
    close: async () => {
      try {
        for (const person of people) await closePerson(person);
      } finally {
        await browser.close();
        await server.close();
      }
    },
  };
}
