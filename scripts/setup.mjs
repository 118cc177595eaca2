/**
 * Makes this checkout ready for what is about to run, and does nothing where it is ready already.
 * Runs before `npm start`, `npm run dev`, `npm run board` and `npm test`; imports no package, since it installs them.
 * Says everything on stderr: stdout belongs to the command that follows.
 *
 * Usage: node scripts/setup.mjs packages | start | test
 */
import { ensureBuild } from './setup/build.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { SetupError } from './setup/setupError.mjs';
import { ensureTestTools } from './setup/testTools.mjs';

/** @type {Record<string, (() => Promise<void>)[]>} */
const STEPS = {
  packages: [ensurePackages],
  start: [ensurePackages, ensureBuild],
  test: [ensurePackages, ensureBuild, ensureTestTools],
};

const steps = STEPS[process.argv[2] ?? ''];
if (!steps) {
  console.error(`Usage: node scripts/setup.mjs ${Object.keys(STEPS).join(' | ')}`);
  process.exit(2);
}
try {
  for (const ensure of steps) await ensure();
} catch (error) {
  console.error(error instanceof SetupError ? error.message : error);
  process.exitCode = 1;
}
