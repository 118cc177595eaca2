import type { Context, Handler } from 'hono';
import type { ClientFile, Encoding } from './clientFiles.ts';

function encodingFor(c: Context): Encoding | undefined {
  const accepted = (c.req.header('accept-encoding') ?? '').split(',').map((part) => part.trim().split(';')[0]);
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : undefined;
}

async function send(c: Context, file: ClientFile): Promise<Response> {
  c.header('Content-Type', file.type);
  c.header('Vary', 'Accept-Encoding');
  c.header('Cache-Control', file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  const encoding = encodingFor(c);
  const encoded = encoding && file.encoded(encoding);
  const etag = encoded ? `"${file.etag}-${encoding}"` : `"${file.etag}"`;
  c.header('ETag', etag);
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  if (encoded) c.header('Content-Encoding', encoding);
  const body = encoded ? await encoded : file.plain;
  c.header('Content-Length', String(body.length));
  return c.req.method === 'HEAD' ? c.body(null) : c.body(new Uint8Array(body));
}

/** Serves the built client: its files, and its page at every other address, where the client finds its own way. */
export function serveClient(files: ReadonlyMap<string, ClientFile>): Handler {
  return async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return c.text('', 405, { Allow: 'GET, HEAD' });
    const file = files.get(c.req.path);
    if (file) return send(c, file);
    // A file of an earlier build that is gone is not the page.
    if (/^\/assets\/|\.[a-z0-9]{2,5}$/i.test(c.req.path)) return c.text('', 404);
    const page = files.get('/index.html');
    return page ? send(c, page) : c.text('De browserkant is nog niet gebouwd: start met npm start.', 503);
  };
}
