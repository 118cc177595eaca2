import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PRODUCT_ROOT } from '../../server/productRoot.ts';

const PROGRAM = 'dist/server/main.js';
const CLIENT = 'dist/client/index.html';

export type DemoRole = 'begeleider' | 'lid' | 'lezer';

/** The built product as its own process, with a store of its own. */
export interface E2eServer {
  /** Address at which people reach it; the same after a restart. */
  readonly url: string;
  /** Folder of its store. */
  readonly dataDir: string;
  /** The printed sign-in link of a role of the demo, of the latest start. Each works once. */
  readonly link: (role: DemoRole) => string;
  /** Everything that it printed since the latest start. */
  readonly printed: () => string;
  /** Ends the process and waits until it is gone: its exit code, or the signal that ended it. */
  readonly stop: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | string | null>;
  /**
   * Starts it again, at the same address with the same store.
   * @param root folder of another build of the product
   */
  readonly start: (root?: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

const LAST_LINE = 'Open elke link in een eigen privévenster';

/**
 * Starts the product as an operator does the first time: it makes the boards of the demo and prints its links.
 * @param variables settings beside those of a test
 */
export async function startE2eServer(variables: { readonly [name: string]: string } = {}): Promise<E2eServer> {
  if (![PROGRAM, CLIENT].every((file) => existsSync(join(PRODUCT_ROOT, file)))) {
    throw new Error('The product is not built. Run npm test, or node scripts/setup.mjs start first.');
  }
  const dataDir = await mkdtemp(join(tmpdir(), 'opbrengstenbord-e2e-'));
  let port = '0';
  let url = '';
  let printed = '';
  let child: ChildProcess | undefined;

  async function start(root: string = PRODUCT_ROOT): Promise<void> {
    printed = '';
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, DATA_DIR: dataDir, PORT: port, LOG_LEVEL: 'error', ...variables };
    const started = spawn(process.execPath, [join(root, PROGRAM)], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    child = started;
    started.stdout.setEncoding('utf8');
    for await (const chunk of started.stdout.iterator({ destroyOnReturn: false })) {
      printed += chunk;
      if (printed.includes(LAST_LINE)) break;
    }
    const address = /draait op (http\S+)/.exec(printed)?.[1];
    if (!address || !printed.includes(LAST_LINE)) throw new Error(`the server did not start: ${printed}`);
    started.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    url = address;
    port = new URL(address).port;
  }

  async function stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<number | string | null> {
    const running = child;
    child = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return null;
    const ended = once(running, 'exit');
    running.kill(signal);
    const [code, by] = await ended;
    return code ?? by;
  }

  await start();
  return {
    url,
    dataDir,
    link: (role) => {
      const found = new RegExp(`Aanmelden als ${role}: (\\S+)`).exec(printed)?.[1];
      if (!found) throw new Error(`no link of ${role} in: ${printed}`);
      return found;
    },
    printed: () => printed,
    stop,
    start,
    close: async () => {
      await stop('SIGKILL');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
