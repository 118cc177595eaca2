import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { build } from 'vite';

/** The machine's Chromium, as in vite.config.ts. */
export function launch(): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'];
  const args = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  return chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
}

/** The harness as one script. */
export async function bundleHarness(): Promise<string> {
  const entry = fileURLToPath(new URL('./harness.ts', import.meta.url));
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"test"' },
    build: { write: false, minify: false, lib: { entry, formats: ['iife'], name: 'harnessBundle' } },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('the harness was not built');
  const chunk = output.output.find((part) => part.type === 'chunk');
  if (chunk?.type !== 'chunk') throw new Error('the harness was not built');
  return chunk.code;
}

/** A browser of one person, with their session. */
export async function contextFor(
  browser: Browser,
  url: string,
  cookie: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'nl-NL', ...options });
  const [name = '', ...value] = cookie.split('=');
  await context.addCookies([{ name, value: value.join('='), url }]);
  return context;
}

/** Opens a board in a page that holds nothing but the live board. */
export async function openPage(
  context: BrowserContext,
  options: { url: string; collab: string; script: string; boardId: string; userId: string },
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${options.url}/healthz`);
  await page.addScriptTag({ content: options.script });
  await page.evaluate(({ boardId, userId, collab }) => window.harness.open(boardId, userId, collab), options);
  await page.waitForFunction(() => window.harness.state().phase.phase === 'ready');
  return page;
}
