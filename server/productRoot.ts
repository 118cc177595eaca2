import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the product, whether it runs from its sources or from `dist/server` and the chunks in it. */
function findRoot(from: string): string {
  let folder = from;
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error(`no package.json above ${from}`);
    folder = above;
  }
  return folder;
}

export const PRODUCT_ROOT = findRoot(import.meta.dirname);

/** The product's version, from its package.json. */
export function productVersion(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(join(PRODUCT_ROOT, 'package.json'), 'utf8'));
  return version;
}
