import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PRODUCT_ROOT } from '../../server/productRoot.ts';

export interface OtherBuild {
  /** A folder as the product is installed in, with its own build of the client. */
  readonly root: string;
  readonly remove: () => Promise<void>;
}

/** Stands in the names of the other build's scripts. */
export const OTHER = 'other-';

/** In a process of its own: what the tests set in theirs would change the build. */
function buildScript(outDir: string): string {
  const names = { entryFileNames: `assets/${OTHER}[hash].js`, chunkFileNames: `assets/${OTHER}[hash].js` };
  const options = { logLevel: 'error', build: { outDir, rolldownOptions: { output: names } } };
  return `import('vite').then(({ build }) => build(${JSON.stringify(options)}))`;
}

/** Builds the client once more, under other file names, beside a copy of the server. */
export async function otherBuild(): Promise<OtherBuild> {
  const root = await mkdtemp(join(tmpdir(), 'opbrengstenbord-build-'));
  await cp(join(PRODUCT_ROOT, 'dist/server'), join(root, 'dist/server'), { recursive: true });
  for (const name of ['package.json', 'node_modules', 'server', 'shared'])
    await symlink(join(PRODUCT_ROOT, name), join(root, name));
  const { NODE_ENV: _, ...env } = process.env;
  await promisify(execFile)(process.execPath, ['-e', buildScript(join(root, 'dist/client'))], {
    cwd: PRODUCT_ROOT,
    env,
  });
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}
