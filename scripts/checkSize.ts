/** Measures what a browser fetches (gzip) after `npm run size` has built the client; ends with code 1 over a limit. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesOf, type Manifest } from './size/filesOf.ts';

const FOLDER = 'dist/client';
const BOARD = 'views/board/BoardScreen.tsx';
const ENGINE = 'board/openLiveBoard.ts';
const EDITOR = 'editor/LiveText.tsx';
const FIRST_LOAD_LIMIT = 170_000;
/** Yjs and the provider, fetched beside the first load while the board's frame is drawn. */
const ENGINE_LIMIT = 55_000;
const EDITOR_LIMIT = 145_000;

const manifest: Manifest = JSON.parse(readFileSync(join(FOLDER, '.vite/manifest.json'), 'utf8'));
const entries = Object.keys(manifest).filter((source) => manifest[source]?.isEntry);
const firstLoad = filesOf(manifest, [...entries, BOARD]);
const beside = (source: string, ...before: ReadonlySet<string>[]): Set<string> =>
  new Set([...filesOf(manifest, [source])].filter((file) => !before.some((files) => files.has(file))));
const engine = beside(ENGINE, firstLoad);
const editor = beside(EDITOR, firstLoad, engine);

const measured = [
  { name: 'First load of a board', files: firstLoad, limit: FIRST_LOAD_LIMIT },
  { name: 'Live engine, beside it', files: engine, limit: ENGINE_LIMIT },
  { name: 'Editor, on opening a card', files: editor, limit: EDITOR_LIMIT },
];
for (const { name, files, limit } of measured) {
  const rows = [...files].map((file) => ({ file, bytes: gzipSync(readFileSync(join(FOLDER, file))).length }));
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`${name}: ${kilobytes(total)} of at most ${kilobytes(limit)} gzip`);
  for (const { file, bytes } of rows.sort((a, b) => b.bytes - a.bytes))
    console.log(`  ${kilobytes(bytes).padStart(9)}  ${file}`);
  if (total > limit) {
    console.error(`${name} is ${kilobytes(total - limit)} too big.`);
    process.exitCode = 1;
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
