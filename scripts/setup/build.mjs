import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { step } from './step.mjs';

const VITE = 'node_modules/vite/bin/vite.js';

/** What is built, from which files and folders, and how. */
const BUILDS = [
  {
    name: 'client',
    sources: ['client', 'shared', 'vite.config.ts', 'package-lock.json'],
    args: [VITE, 'build', '--logLevel', 'warn'],
  },
  {
    name: 'server',
    sources: ['server', 'shared', 'vite.server.config.ts', 'package-lock.json'],
    args: [VITE, 'build', '--config', 'vite.server.config.ts', '--logLevel', 'warn'],
  },
];

/** Builds the client and the server where their sources changed since the last build. */
export async function ensureBuild() {
  const hashed = await Promise.all(
    BUILDS.map(async (build) => ({ ...build, hash: await hashSources(ROOT, build.sources) })),
  );
  const current = await Promise.all(
    hashed.map(async ({ name, hash }) => (await readIfPresent(stampOf(name))) === hash),
  );
  const stale = hashed.filter((_, i) => !current[i]);
  if (stale.length === 0) return;
  const names = stale.map(({ name }) => name).join(' and ');
  await step(`Building the ${names}`, () => Promise.all(stale.map(build)));
}

/** @param {{ name: string, args: string[], hash: string }} build */
async function build({ name, args, hash }) {
  const stamp = stampOf(name);
  // A build that fails half-way must not pass for a finished one.
  await rm(stamp, { force: true });
  // The build is the production one, whatever runs it.
  const { NODE_ENV: _, ...env } = process.env;
  await run(process.execPath, args, env);
  await mkdir(join(ROOT, 'dist'), { recursive: true });
  await writeFile(stamp, hash);
}

/** @param {string} name */
function stampOf(name) {
  return join(ROOT, 'dist', `.${name}-sources`);
}

/**
 * A hash of the names and contents of all files in some files and folders.
 * @param {string} root
 * @param {readonly string[]} sources
 */
export async function hashSources(root, sources) {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await listFiles(root, source)) {
      hash
        .update(`${file}\0`)
        .update(await readFile(join(root, file)))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} source a file, or a folder with everything in it
 * @returns {Promise<string[]>} in one order on every machine
 */
async function listFiles(root, source) {
  const entries = await readdir(join(root, source), { withFileTypes: true, recursive: true }).catch((error) => {
    if (error.code === 'ENOTDIR') return undefined;
    throw error;
  });
  if (!entries) return [source];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

/** @param {string} path */
async function readIfPresent(path) {
  return readFile(path, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
