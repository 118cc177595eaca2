import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashSources } from '../../scripts/setup/build.mjs';
import { isInstalled } from '../../scripts/setup/packages.mjs';

const WANTED = {
  '': { version: '0.1.0' },
  'node_modules/yjs': { version: '13.6.33', integrity: 'sha512-a' },
  'node_modules/esbuild-for-elsewhere': { version: '1.0.0', integrity: 'sha512-b', optional: true },
};

describe('installed packages', () => {
  test('match when all are there, whatever platform the optional ones are for', () => {
    expect(isInstalled(WANTED, { 'node_modules/yjs': { version: '13.6.33', integrity: 'sha512-a' } })).toBe(true);
  });

  test.each([
    ['one is absent', {}],
    ['one has another version', { 'node_modules/yjs': { version: '13.6.32', integrity: 'sha512-a' } }],
    ['one has other contents', { 'node_modules/yjs': { version: '13.6.33', integrity: 'sha512-z' } }],
    [
      'an optional one has another version',
      {
        'node_modules/yjs': { version: '13.6.33', integrity: 'sha512-a' },
        'node_modules/esbuild-for-elsewhere': { version: '0.9.0', integrity: 'sha512-b' },
      },
    ],
    [
      'one is too many',
      { 'node_modules/yjs': { version: '13.6.33', integrity: 'sha512-a' }, 'node_modules/left': { version: '1.0.0' } },
    ],
  ])('do not match when %s', (_case, installed) => {
    expect(isInstalled(WANTED, installed)).toBe(false);
  });
});

describe('the hash of sources', () => {
  let root: string;
  const hash = () => hashSources(root, ['client', 'config.ts']);

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'sources-'));
    await mkdir(join(root, 'client/board'), { recursive: true });
    await writeFile(join(root, 'client/board/a.ts'), 'a');
    await writeFile(join(root, 'config.ts'), 'c');
  });
  afterEach(() => rm(root, { recursive: true }));

  test('stays the same while nothing changes, also when a file is written again', async () => {
    const before = await hash();
    await writeFile(join(root, 'client/board/a.ts'), 'a');
    expect(await hash()).toBe(before);
  });

  test.each<[string, () => Promise<void>]>([
    ['a file changes', () => writeFile(join(root, 'client/board/a.ts'), 'b')],
    ['a file is added', () => writeFile(join(root, 'client/b.ts'), '')],
    ['a file is renamed', () => rename(join(root, 'client/board/a.ts'), join(root, 'client/board/b.ts'))],
    ['a file goes', () => rm(join(root, 'client/board/a.ts'))],
    ['a single named file changes', () => writeFile(join(root, 'config.ts'), 'd')],
  ])('changes when %s', async (_case, change) => {
    const before = await hash();
    await change();
    expect(await hash()).not.toBe(before);
  });
});
