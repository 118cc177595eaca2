import { existsSync } from 'node:fs';
import { run } from './run.mjs';
import { step } from './step.mjs';

/** True where packages can be installed without asking: as root on Debian or a relative of it. */
export function canInstall() {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
}

/**
 * Installs Debian packages; only where `canInstall()`.
 * @param {readonly string[]} packages
 */
export async function installPackages(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Another installation may be under way on a machine that has just started.
  const wait = ['-o', 'DPkg::Lock::Timeout=180'];
  await step(`Installing ${packages.join(', ')} (apt-get)`, async () => {
    await run('apt-get', [...wait, '-q', 'update'], env);
    await run('apt-get', [...wait, '-q', 'install', '-y', '--no-install-recommends', ...packages], env);
  });
}
