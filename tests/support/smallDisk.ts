import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A folder for the product on a disk that a test can fill. */
export interface SmallDisk {
  /** `full`: a file system without room. `limit`: files that may not grow, where this machine lets us mount nothing. */
  readonly kind: 'full' | 'limit';
  /** As the program below sees it. */
  readonly dataDir: string;
  /** As this process reaches it. */
  readonly outside: string;
  /** What the program must be started under. */
  readonly under: readonly string[];
  /** Leaves this many bytes. */
  readonly fill: (pid: number, freeBytes?: number) => Promise<void>;
  readonly makeRoom: (pid: number) => Promise<void>;
  /** For a program that does not run yet. */
  readonly makeReadOnly: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

const FILLER = 'filler';
/** The second one for who is not root: its own user namespace. */
const WAYS = [
  { unshare: ['-m'], enter: ['-m'] },
  { unshare: ['-m', '-U', '-r'], enter: ['-m', '-U', '--preserve-credentials'] },
];

/**
 * A file system in memory of this size, seen by nobody but the program: it goes with the process that holds it.
 * @param from a folder that is copied onto it
 */
export async function smallDisk(from: string, megabytes: number): Promise<SmallDisk> {
  const dataDir = await mkdtemp(join(tmpdir(), 'opbrengstenbord-disk-'));
  for (const way of WAYS) {
    const script = `mount -t tmpfs -o size=${megabytes}m,mode=0700 tmpfs '${dataDir}' && echo mounted && exec cat`;
    const holder = spawn('unshare', [...way.unshare, 'sh', '-c', script], { stdio: ['pipe', 'pipe', 'ignore'] });
    const said = await Promise.race([once(holder.stdout, 'data'), once(holder, 'close'), once(holder, 'error')]);
    if (String(said[0]) !== 'mounted\n') continue;
    const outside = `/proc/${holder.pid}/root${dataDir}`;
    const remove = async (): Promise<void> => {
      const ended = once(holder, 'close');
      holder.stdin.end();
      await ended;
      await rm(dataDir, { recursive: true, force: true });
    };
    await cp(from, outside, { recursive: true });
    const under = ['nsenter', '-t', String(holder.pid), ...way.enter, `--wd=${process.cwd()}`];
    const fill = async (_: number, freeBytes = 0): Promise<void> => {
      const { bavail, bsize } = await statfs(outside);
      const filler = Buffer.alloc(Math.max(0, bavail * bsize - freeBytes));
      await writeFile(join(outside, FILLER), filler).catch((error) => {
        if (error.code !== 'ENOSPC') throw error;
      });
    };
    const makeRoom = (): Promise<void> => rm(join(outside, FILLER));
    const [command = '', ...args] = [...under, 'mount', '-o', 'remount,ro', dataDir];
    const makeReadOnly = async (): Promise<void> => void (await run(command, args));
    return { kind: 'full', dataDir, outside, under, fill, makeRoom, makeReadOnly, remove };
  }
  await cp(from, dataDir, { recursive: true });
  return {
    kind: 'limit',
    dataDir,
    outside: dataDir,
    under: heedingPermissions(),
    // The log of SQLite may grow by what is left.
    fill: async (pid, freeBytes = 0) => {
      const log = await stat(join(dataDir, 'opbrengstenbord.sqlite-wal'));
      await limitFiles(pid, freeBytes === 0 ? 1 : log.size + freeBytes);
    },
    makeRoom: (pid) => limitFiles(pid, 'unlimited'),
    makeReadOnly: () => setWritable(dataDir, false),
    remove: async () => {
      await setWritable(dataDir, true);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Files of a process that runs may not become longer than this; a write beyond it fails. */
export async function limitFiles(pid: number, bytes: number | 'unlimited'): Promise<void> {
  await run('prlimit', ['--pid', String(pid), `--fsize=${bytes}:`]);
}

/** Gives or takes the right to write a folder and the files in it. */
export async function setWritable(folder: string, isWritable: boolean): Promise<void> {
  await run('chmod', ['-R', isWritable ? 'u+w' : 'a-w', folder]);
}

/** What a program must be started under to be bound by permissions: root's own are without effect. */
export function heedingPermissions(): readonly string[] {
  return process.getuid?.() === 0 ? ['setpriv', '--inh-caps=-all', '--bounding-set=-all'] : [];
}
