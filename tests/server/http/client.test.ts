import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readClientFiles } from '../../../server/http/clientFiles.ts';
import { serveClient } from '../../../server/http/serveClient.ts';

const PAGE = '<!doctype html><title>Opbrengstenbord</title>';
const SCRIPT = `console.log('${'veel '.repeat(500)}')`;

describe('the built client', () => {
  let folder: string;
  let app: Hono;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opbrengstenbord-'));
    await mkdir(join(folder, 'assets'));
    await mkdir(join(folder, '.vite'));
    await writeFile(join(folder, 'index.html'), PAGE);
    await writeFile(join(folder, 'assets', 'main-a1b2.js'), SCRIPT);
    await writeFile(join(folder, 'favicon.svg'), '<svg/>');
    await writeFile(join(folder, '.vite', 'manifest.json'), '{}');
    app = new Hono().all('*', serveClient(readClientFiles(folder)));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each(['/', '/index.html', '/bord/x/kaart/y', '/aanmelden/link/abc-_'])(
    '%s is the page, and asked again each time',
    async (path) => {
      const answer = await app.request(path);
      expect(await answer.text()).toBe(PAGE);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      const etag = answer.headers.get('etag')!;
      const again = await app.request(path, { headers: { 'if-none-match': etag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    },
  );

  test('a file with a hash in its name is kept for good, and sent small', async () => {
    for (const [accepted, decode] of [
      ['gzip, deflate, br', brotliDecompressSync],
      ['gzip', gunzipSync],
      ['identity', (bytes: Buffer) => bytes],
    ] as const) {
      const answer = await app.request('/assets/main-a1b2.js', { headers: { 'accept-encoding': accepted } });
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('vary')).toBe('Accept-Encoding');
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(answer.headers.get('content-length')).toBe(String(bytes.length));
      expect(decode(bytes).toString()).toBe(SCRIPT);
    }
    const head = await app.request('/assets/main-a1b2.js', { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  test.each(['/assets/main-old.js', '/assets/', '/nergens.png', '/.vite/manifest.json'])(
    '%s is no page',
    async (path) => {
      expect((await app.request(path)).status).toBe(404);
    },
  );

  test('nothing is posted to a page', async () => {
    expect((await app.request('/', { method: 'POST' })).status).toBe(405);
  });

  test('without a build the operator is told so', async () => {
    const bare = new Hono().all('*', serveClient(readClientFiles(join(folder, 'nergens'))));
    const answer = await bare.request('/');
    expect([answer.status, await answer.text()]).toEqual([503, expect.stringContaining('npm start')]);
  });
});
