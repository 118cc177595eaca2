import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What scripts/setup.mjs found on this machine for the tests; a variable that is set goes before it. */
function testEnvironment(): Record<'CHROMIUM' | 'TEST_POSTGRES_URL', string> {
  const file = new URL('dist/test-environment.json', import.meta.url);
  const found = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return {
    CHROMIUM: process.env['CHROMIUM'] ?? found.CHROMIUM ?? '/usr/bin/chromium',
    TEST_POSTGRES_URL:
      process.env['TEST_POSTGRES_URL'] ?? found.TEST_POSTGRES_URL ?? 'postgres://postgres@127.0.0.1:5432/test',
  };
}

/** The client's own code, which takes what a browser gives from the process: each file has one of its own. */
const CLIENT_IN_NODE = ['tests/server/collab/fuzz.test.ts'];

const env = testEnvironment();

/** What a page needs without a network; fonts of other scripts than the Latin one are left out. */
function isNeededOffline(file: string): boolean {
  return /\.(js|css|svg|html)$/.test(file) || /latin-wght[^/]*\.woff2$/.test(file);
}

/** Writes the service worker with the names of the files of this build, so that each build has its own. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const kept = readdirSync(new URL('client/public', import.meta.url), { encoding: 'utf8' });
      const files = [...Object.keys(bundle), ...kept].filter(isNeededOffline).map((file) => `/${file}`);
      const script = readFileSync(new URL('client/serviceWorker.js', import.meta.url), 'utf8');
      const hash = createHash('sha256').update(script);
      for (const file of Object.values(bundle)) hash.update(file.type === 'chunk' ? file.code : file.source);
      for (const file of kept) hash.update(readFileSync(new URL(`client/public/${file}`, import.meta.url)));
      const head = `const BUILD = '${hash.digest('hex').slice(0, 16)}';\nconst FILES = ${JSON.stringify(files)};\n`;
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: head + script });
    },
  };
}

export default defineConfig({
  root: 'client',
  plugins: [react(), serviceWorker()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // What every screen uses travels together: many small chunks compress badly and cost a request each.
          groups: [
            {
              name: 'vendor',
              test: /node_modules[\\/](react|react-dom|scheduler|@tanstack|i18next|react-i18next|wouter|regexparam)[\\/]/,
            },
            {
              name: 'kit',
              // A board begins without what questions and the screens before it need, however many those are.
              test: /client[\\/](ui|api)[\\/](?!overlay|BoardSketch|sketchColumns|ConfirmDialog|TextField|OfflineBanner)|node_modules[\\/]lucide-react/,
              minShareCount: 5,
            },
            {
              name: 'frame',
              test: /client[\\/](paths|screen|RequireSession|AccountMenu|usePageTitle|Loading|theme)\.(tsx?|css)$/,
            },
            // What the board's first load shares with what comes later: alone, each would be a request and compress badly.
            {
              name: 'boardFrame',
              test: /client[\\/]board[\\/](\w+Hooks|observable|useCommands|useObserved|useBoardEvent|useTitleDraft|presence)\.tsx?$|client[\\/]interactions[\\/](boardDom|focusCard|rovingCard|autoScroll|useMoveOutcome)\.tsx?$|shared[\\/](board[\\/](ids|documentRef|limits|sameValue|boardIndex|richText)|commands[\\/](guards|addOutcomes|moveActivity|moveOutcome|editOutcome))\.ts$/,
            },
          ],
        },
      },
    },
  },
  test: {
    root: '.',
    // One group after the other, light before heavy: two cores cannot serve browsers and databases at once. Within a
    // group files run side by side, most of them where most of a test is waiting for a disk or a process; each page of
    // the browser believes that it has the focus. Files of a worker share what they import, so that the server is not
    // read anew for each: a test that changes something for the whole process must put it back.
    projects: [
      {
        test: {
          name: 'unit',
          env,
          maxWorkers: 2,
          isolate: false,
          include: [
            'tests/shared/**/*.test.ts',
            'tests/fuzz/**/*.test.ts',
            'tests/scripts/**/*.test.ts',
            'tests/client/**/*.unit.test.ts',
          ],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'integration',
          env,
          maxWorkers: 3,
          isolate: false,
          include: ['tests/server/**/*.test.ts', 'tests/contract/**/*.test.ts'],
          exclude: [...CLIENT_IN_NODE],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'client in node',
          env,
          maxWorkers: 3,
          include: [...CLIENT_IN_NODE],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [react()],
        // Everything that a test can load is bundled before the first one: bundling in between gives a page two Reacts.
        optimizeDeps: { entries: ['client/main.tsx', 'tests/client/**/*.test.tsx'] },
        test: {
          name: 'browser',
          env,
          maxWorkers: 2,
          include: ['tests/client/**/*.test.tsx'],
          sequence: { groupOrder: 2 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions: { executablePath: env.CHROMIUM, args: CHROMIUM_FLAGS } }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          env,
          maxWorkers: 2,
          include: ['tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
});
