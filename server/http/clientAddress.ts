import type { IncomingMessage } from 'node:http';

/**
 * From where a request came. X-Forwarded-For is believed as far as proxies of our own wrote it: from the right.
 * @param trustedProxies number of proxies in front; 0 believes nobody
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  const socket = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return socket;
  const header = request.headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((hop) => hop.trim());
  return hops.at(-trustedProxies) || socket;
}
