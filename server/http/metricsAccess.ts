import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { clientAddress } from './clientAddress.ts';

/** Headers that a proxy writes: behind one, every request seems to come from this machine. */
const FORWARDED = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via'];

export type MetricsAccess = 'allowed' | 'wrongToken' | 'hidden';

/**
 * Who may read the metrics: with a token who knows it, without one who asks from this machine itself.
 * The numbers name nobody, but tell a stranger when to strike and whether it helps (docs/decisions/0023).
 */
export function metricsAccess(
  request: IncomingMessage,
  settings: { readonly token: string | undefined; readonly trustedProxies: number },
): MetricsAccess {
  const { token, trustedProxies } = settings;
  if (token !== undefined) {
    return isSame(request.headers.authorization ?? '', `Bearer ${token}`) ? 'allowed' : 'wrongToken';
  }
  const isForwarded = FORWARDED.some((name) => request.headers[name] !== undefined);
  if (isForwarded && trustedProxies === 0) return 'hidden';
  return isLoopback(clientAddress(request, trustedProxies)) ? 'allowed' : 'hidden';
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || (isIP(plain) === 4 && plain.startsWith('127.'));
}

/** Takes as long whatever is wrong about it. */
function isSame(given: string, wanted: string): boolean {
  const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
