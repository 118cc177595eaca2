import { existsSync, readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
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

const env = testEnvironment();

export default defineConfig({
  root: 'client',
  plugins: [react()],
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
              test: /client[\\/](ui|api)[\\/](?!overlay)|node_modules[\\/]lucide-react/,
              minShareCount: 5,
            },
          ],
        },
      },
    },
  },
  test: {
    root: '.',
    // One group after the other, light before heavy: two cores cannot serve browsers and databases at once. Within a
    // group two files run side by side, since a test mostly waits; only tests that share one browser window's focus
    // take turns.
    projects: [
      {
        test: {
          name: 'unit',
          env,
          maxWorkers: 2,
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
          maxWorkers: 2,
          include: ['tests/server/**/*.test.ts', 'tests/contract/**/*.test.ts'],
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
          maxWorkers: 1,
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
