import { canInstall, installPackages } from './debian.mjs';
import { findProgram } from './findProgram.mjs';
import { SetupError } from './setupError.mjs';

/**
 * Makes sure of strace, with which a test sees that an edit is on the disk before it is acknowledged.
 * @throws {SetupError} when it is absent and cannot be installed
 */
export async function ensureStrace() {
  if (findProgram(['strace'])) return;
  if (!canInstall()) {
    throw new SetupError(
      'The tests need strace on Linux (Debian: apt-get install strace).\n' +
        'Voor de tests is strace op Linux nodig (Debian: apt-get install strace).',
    );
  }
  await installPackages(['strace']);
}
