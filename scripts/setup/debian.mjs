import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { step } from './step.mjs';

/** True where packages can be installed without asking: as root on Debian or a relative of it. */
export function canInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

// Another installation may be under way on a machine that has just started.
const WAIT = ['-o', 'DPkg::Lock::Timeout=180'];

/**
 * A package where this release of Debian has it, else another one.
 * @param {string} wanted
 * @param {string} otherwise
 */
export async function knownPackage(wanted, otherwise) {
  await run('apt-get', [...WAIT, '-q', 'update']);
  const known = await run('apt-cache', ['pkgnames']);
  return known.split('\n').includes(wanted) ? wanted : otherwise;
}

/**
 * Installs Debian packages; only where `canInstall()`.
 * @param {readonly string[]} packages
 */
export async function installPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(`Installing ${packages.join(', ')} (apt-get)`, async () => {
    await run('apt-get', [...WAIT, '-q', 'update'], env);
    await run('apt-get', [...WAIT, '-q', 'install', '-y', '--no-install-recommends', ...packages], env);
  });
}
