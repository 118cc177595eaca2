import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../server/cli/runCommand.ts';
import type { DatabaseSettings } from '../../server/db/database.ts';

/** What a command printed. */
export interface Printed {
  readonly code: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into results of any shape
  readonly result: any;
  readonly err: string;
}

/** Runs one of the operator's commands on a store, with a connection of its own. */
export async function command(args: readonly string[], settings: DatabaseSettings): Promise<Printed> {
  const printed = { out: '', err: '' };
  const variables = { DATA_DIR: settings.dataDir, LOG_LEVEL: 'silent' };
  const all = settings.databaseUrl ? { ...variables, DATABASE_URL: settings.databaseUrl } : variables;
  const code = await runCommand([...args, '--json'], all, {
    readPassword: async () => undefined,
    out: (line) => {
      printed.out += line;
    },
    err: (line) => {
      printed.err += line;
    },
  });
  return { code, result: printed.out === '' ? undefined : JSON.parse(printed.out), err: printed.err };
}

/** A folder for backup files. */
export async function backupFolder(): Promise<{
  readonly path: (name: string) => string;
  remove: () => Promise<void>;
}> {
  const folder = await mkdtemp(join(tmpdir(), 'opbrengstenbord-backup-'));
  return { path: (name) => join(folder, name), remove: () => rm(folder, { recursive: true, force: true }) };
}
