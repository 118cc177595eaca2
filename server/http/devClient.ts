import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { join } from 'node:path';

/** What the product answers itself while Vite serves the client, whose own folder `api` stands beside it. */
const OURS = /^\/(api\/v1(\/|$)|yjs\/|healthz$|readyz$|metrics$)/;

export interface DevClient {
  readonly handles: (request: IncomingMessage) => boolean;
  readonly handle: (request: IncomingMessage, response: ServerResponse) => void;
  readonly close: () => Promise<void>;
}

/** Vite inside our own HTTP server, for development: one port, and an edit shows at once. */
export async function devClient(root: string, http: Server): Promise<DevClient> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'client'),
    server: { middlewareMode: { server: http }, hmr: { server: http, path: '/vite' } },
  });
  return {
    handles: (request) => !OURS.test(new URL(request.url ?? '/', 'http://localhost').pathname),
    handle: (request, response) => vite.middlewares(request, response),
    close: () => vite.close(),
  };
}
