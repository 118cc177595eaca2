import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The network from which a request came, to count by. X-Forwarded-For is believed as far as proxies of our own wrote it: from the right.
 * @param trustedProxies number of proxies in front; 0 believes nobody
 */
export function clientAddress(request: IncomingMessage, trustedProxies: number): string {
  return networkOf(rawAddress(request, trustedProxies));
}

/** One household or office has a whole /64 of IPv6: counted by single addresses it would never be counted twice. */
function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [head = '', tail = ''] = address.split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const groups = [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return `${groups.slice(0, 4).join(':')}::/64`;
}

function rawAddress(request: IncomingMessage, trustedProxies: number): string {
  const socket = request.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return socket;
  const header = request.headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((hop) => hop.trim());
  return hops.at(-trustedProxies) || socket;
}
