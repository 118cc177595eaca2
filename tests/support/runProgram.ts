import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import type { DatabaseSettings } from '../../server/db/database.ts';

export interface Program {
  /** Where it listens. */
  readonly url: string;
  readonly child: ChildProcess;
  /** The program itself, below what it was started under. */
  readonly pid: number;
  /** Sends a signal and waits until it ended. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

/**
 * Bundles a program as production does; inside the project, so that it finds its packages. Most packages go in as
 * well, which halves the time it takes to start: forty starts are what a campaign of kills costs.
 */
export async function bundle(entry: string): Promise<{ readonly file: string; readonly remove: () => Promise<void> }> {
  const outDir = await mkdtemp(join(process.cwd(), 'node_modules', '.program-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3', 'pg-native', 'yjs'] },
    build: { ssr: entry, outDir, target: 'node20', rollupOptions: { output: { entryFileNames: 'program.js' } } },
  });
  return { file: join(outDir, 'program.js'), remove: () => rm(outDir, { recursive: true, force: true }) };
}

const running = new Set<number>();

/** Kills what a failed test left running. */
export function endPrograms(): void {
  for (const pid of running) process.kill(pid, 'SIGKILL');
}

/** Starts a bundled program on a database, under another command if wanted, and waits until it listens. */
export async function run(
  file: string,
  settings: DatabaseSettings,
  under: readonly string[] = [],
  variables: NodeJS.ProcessEnv = {},
): Promise<Program> {
  const [command = process.execPath, ...args] = [...under, process.execPath, file];
  const env = { ...process.env, DATA_DIR: settings.dataDir, DATABASE_URL: settings.databaseUrl ?? '', ...variables };
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const line = once(createInterface({ input: child.stdout }), 'line') as Promise<[string]>;
  const firstLine = await Promise.race([line.then(([text]) => text), ended.then(() => undefined)]);
  if (firstLine === undefined) throw new Error(`the program ended with ${child.exitCode} before it said anything`);
  const [url = '', pidText] = firstLine.split(' ');
  const pid = Number(pidText);
  running.add(pid);
  child.once('exit', () => running.delete(pid));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    // The program itself: a tracer above it would keep the signal.
    process.kill(pid, signal);
    await ended;
  };
  return { url, child, pid, end };
}
