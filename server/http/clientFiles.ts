import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json',
};
const COMPRESSED = new Set(['.html', '.js', '.css', '.json', '.svg', '.webmanifest', '.txt', '.map']);

export type Encoding = 'br' | 'gzip';

/** One file of the built client. */
export interface ClientFile {
  readonly type: string;
  readonly etag: string;
  /** Its name holds a hash of what is in it, so that it never changes. */
  readonly isHashed: boolean;
  readonly plain: Buffer;
  /** The file as this encoding; undefined where that gains nothing. Made once. */
  readonly encoded: (encoding: Encoding) => Promise<Buffer> | undefined;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

function compress(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return zip(plain);
  return brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

function readClientFile(folder: string, path: string): ClientFile {
  const plain = readFileSync(join(folder, path));
  const extension = extname(path);
  const made = new Map<Encoding, Promise<Buffer>>();
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: createHash('sha256').update(plain).digest('base64url').slice(0, 27),
    isHashed: path.startsWith('assets/'),
    plain,
    encoded: (encoding) => {
      if (!COMPRESSED.has(extension)) return undefined;
      const known = made.get(encoding) ?? compress(plain, encoding);
      made.set(encoding, known);
      return known;
    },
  };
}

/**
 * The built client, by address (`/index.html`). Held in memory: an address that is not in it is no file, whatever
 * dots it holds. Empty where nothing was built.
 */
export function readClientFiles(folder: string): ReadonlyMap<string, ClientFile> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('.vite'));
  return new Map(paths.map((path) => [`/${path.replaceAll('\\', '/')}`, readClientFile(folder, path)]));
}
