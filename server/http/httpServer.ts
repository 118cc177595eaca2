import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http';

/** How long a client may take. Node's own are a minute and five, which many half-sent requests can use up. */
export interface HttpLimits {
  /** From the connection, or the request before, to the end of the headers; an upgrade's too. */
  readonly headersMs: number;
  /** To the end of the body. */
  readonly requestMs: number;
  /** How often both are looked at. */
  readonly checkMs: number;
}

export const HTTP_LIMITS: HttpLimits = { headersMs: 15_000, requestMs: 30_000, checkMs: 5_000 };

/** The one HTTP server, which does not wait for who never finishes a request. */
export function httpServer(listener: RequestListener, limits: HttpLimits): Server {
  const { headersMs, requestMs, checkMs } = limits;
  return createServer(
    { headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: checkMs },
    listener,
  );
}

/** Answers until the store is open and up to date: the process lives, and cannot serve yet. */
export function starting(request: IncomingMessage, response: ServerResponse): void {
  const isAlive = request.url === '/healthz';
  response.writeHead(isAlive ? 200 : 503, { 'Content-Type': 'text/plain; charset=utf-8', 'Retry-After': '1' });
  response.end(isAlive ? 'ok\n' : 'starting\n');
}
