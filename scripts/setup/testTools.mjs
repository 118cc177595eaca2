import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { ensurePostgres } from './postgres.mjs';
import { ROOT } from './root.mjs';
import { ensureStrace } from './strace.mjs';

/**
 * Finds or installs what the tests need beside packages. Where things stand is written to dist/test-environment.json,
 * from which vite.config.ts gives it to every test as its environment.
 */
export async function ensureTestTools() {
  const CHROMIUM = await ensureChromium();
  await ensureStrace();
  const TEST_POSTGRES_URL = await ensurePostgres();
  await mkdir(join(ROOT, 'dist'), { recursive: true });
  await writeFile(
    join(ROOT, 'dist/test-environment.json'),
    `${JSON.stringify({ CHROMIUM, TEST_POSTGRES_URL }, null, 2)}\n`,
  );
}
