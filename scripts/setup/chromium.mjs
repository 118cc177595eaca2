import { canInstall, installPackages, knownPackage } from './debian.mjs';
import { findProgram, isExecutable } from './findProgram.mjs';
import { SetupError } from './setupError.mjs';

/** The headless shell first: the same engine without a browser around it, which takes a fifth less of the machine. */
const SHELL = 'chromium-headless-shell';
const NAMES = [SHELL, 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/**
 * The browser for the tests: `CHROMIUM`, the search path, Playwright's own, or Debian's package.
 * @returns {Promise<string>} path of the program
 * @throws {SetupError} when there is none and it cannot be installed
 */
export async function ensureChromium() {
  const named = process.env['CHROMIUM'];
  if (named && !isExecutable(named)) throw new SetupError(`CHROMIUM names ${named}, which is no program.`);
  const found = named || findProgram(NAMES) || (await findPlaywrights());
  if (found) return found;
  if (canInstall()) {
    await installPackages([await knownPackage(SHELL, 'chromium'), 'fonts-liberation']);
    const installed = findProgram(NAMES);
    if (installed) return installed;
  }
  throw new SetupError(
    'The tests need Chromium: install it (Debian: apt-get install chromium; elsewhere: npx playwright install chromium)' +
      ' or set CHROMIUM to the path of a Chromium or Chrome.\n' +
      'Voor de tests is Chromium nodig: installeer het, of zet het pad ervan in CHROMIUM.',
  );
}

async function findPlaywrights() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return isExecutable(path) ? path : undefined;
}
