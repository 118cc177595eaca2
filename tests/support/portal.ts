import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Portal {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const PAGE = '<!doctype html><title>Gastnetwerk</title><h1>Aanmelden bij het gastnetwerk</h1>';

/** A network that answers everything itself until one signs in to it: with a page, whatever was asked. */
export async function startPortal(): Promise<Portal> {
  // Without a listener for them, upgrades are answered as requests.
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
