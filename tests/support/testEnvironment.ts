import { existsSync, readFileSync } from 'node:fs';

const FILE = 'dist/test-environment.json';

/** What scripts/setup.mjs found on this machine for the tests, for programs that Vitest does not run. */
export function testEnvironment(): { readonly [name: string]: string } {
  const found = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
  const set = Object.keys(found).filter((name) => process.env[name] !== undefined);
  return { ...found, ...Object.fromEntries(set.map((name) => [name, process.env[name]])) };
}
