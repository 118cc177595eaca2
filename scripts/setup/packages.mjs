import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './root.mjs';
import { run } from './run.mjs';
import { step } from './step.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockedPackage */
/** @typedef {Record<string, LockedPackage>} LockedPackages packages of a lock file, under their folder */

/** Installs exactly what package-lock.json names, where node_modules holds something else. */
export async function ensurePackages() {
  const wanted = await readLock('package-lock.json');
  const installed = await readLock('node_modules/.package-lock.json');
  if (wanted && installed && isInstalled(wanted, installed)) return;
  // With NODE_ENV=production npm would leave out what builds the client.
  const { NODE_ENV: _, ...env } = process.env;
  const npm = process.env['npm_execpath'];
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  await step('Installing packages (a first time takes some minutes: one is compiled)', () =>
    npm ? run(process.execPath, [npm, ...args], env) : run('npm', args, env),
  );
}

/**
 * True when node_modules holds what the lock file names. npm's own record leaves out the root and the optional packages
 * of other platforms.
 * @param {LockedPackages} wanted packages of package-lock.json
 * @param {LockedPackages} installed packages of node_modules/.package-lock.json
 */
export function isInstalled(wanted, installed) {
  for (const [folder, { version, integrity, optional }] of Object.entries(wanted)) {
    const found = installed[folder];
    if (folder === '' || (optional && !found)) continue;
    if (!found || found.version !== version || found.integrity !== integrity) return false;
  }
  return Object.keys(installed).every((folder) => folder in wanted);
}

/**
 * @param {string} path
 * @returns {Promise<LockedPackages | undefined>} undefined when there is no such file
 */
async function readLock(path) {
  try {
    return JSON.parse(await readFile(join(ROOT, path), 'utf8')).packages;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return undefined;
    throw error;
  }
}
