import { type Browser, type BrowserContext, expect as baseExpect, chromium, type Page } from '@playwright/test';

/** The flags of vite.config.ts: a browser that also runs as root, and that calls nobody. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Waits until it holds; long, since a test machine may be busy: nothing is proven by the wait itself. */
export const expect = baseExpect.configure({ timeout: 30_000 });

export function launchBrowser(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'];
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args: FLAGS });
}

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const;
const DESKTOP = { viewport: { width: 1440, height: 900 } } as const;

type ContextOptions = Parameters<Browser['newContext']>[0];

/** What went wrong in the pages of a context: errors that no script caught, and what the page's policy blocked. */
const errors = new WeakMap<BrowserContext, string[]>();

/** A browser of one person: nothing of it is shared with the others. */
export async function newPerson(browser: Browser, url: string, options: ContextOptions = {}): Promise<BrowserContext> {
  const context = await browser.newContext({
    baseURL: url,
    locale: 'nl-NL',
    reducedMotion: 'reduce',
    // Each browser would fetch every file of the product once more.
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...DESKTOP,
    ...options,
  });
  context.setDefaultTimeout(30_000);
  const seen: string[] = [];
  errors.set(context, seen);
  const watch = (page: Page): void => {
    page.on('pageerror', (error) => seen.push(`${page.url()}: ${error.stack ?? error}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && /Content Security Policy|React|hydrat/i.test(message.text())) {
        seen.push(`${page.url()}: ${message.text()}`);
      }
    });
  };
  context.on('page', watch);
  return context;
}

/** A browser whose profile stands in a folder, as on somebody's own computer: closing it and starting again keeps it. */
export async function launchPersistent(
  folder: string,
  url: string,
  flags: readonly string[] = [],
): Promise<BrowserContext> {
  const executablePath = process.env['CHROMIUM'];
  const context = await chromium.launchPersistentContext(folder, {
    ...(executablePath ? { executablePath } : {}),
    args: [...FLAGS, ...flags],
    baseURL: url,
    locale: 'nl-NL',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    ...DESKTOP,
  });
  context.setDefaultTimeout(30_000);
  return context;
}

/** Closes it, and fails when one of its pages had an error. */
export async function closePerson(context: BrowserContext): Promise<void> {
  const seen = errors.get(context) ?? [];
  await context.close();
  if (seen.length > 0) throw new Error(`errors in the page:\n${seen.join('\n')}`);
}

/** A measured figure, for who reads the output of the tests. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Holds back what goes over the live connection of a browser, in both directions, until it is let go. */
export interface Wire {
  readonly hold: () => void;
  readonly letGo: () => void;
}

/** Must be asked before the browser opens its pages. A wire that is held for seconds is given up by the page. */
export async function wireOf(context: BrowserContext): Promise<Wire> {
  let isHeld = false;
  let waiting: (() => void)[] = [];
  const pass = (send: () => void): void => {
    if (isHeld) waiting.push(send);
    else send();
  };
  await context.routeWebSocket(/\/collab/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => pass(() => server.send(message)));
    server.onMessage((message) => pass(() => socket.send(message)));
  });
  return {
    hold: () => {
      isHeld = true;
    },
    letGo: () => {
      isHeld = false;
      for (const send of waiting) send();
      waiting = [];
    },
  };
}
