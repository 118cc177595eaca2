import type { MiddlewareHandler } from 'hono';

/** Scripts from our own files only. Styles may stand in the page: the editor and the widgets put them there. */
function contentSecurityPolicy(origins: ReadonlySet<string>): string {
  // A policy cannot name an IPv6 address: browsers complain of one, and take the page's own socket for 'self'.
  const named = [...origins].filter((origin) => !origin.includes('['));
  const sockets = named.map((origin) => origin.replace(/^http/, 'ws'));
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src ${["'self'", ...sockets].join(' ')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Headers that each answer carries. The referrer stays within the origin, since addresses hold link tokens.
 * @param withPolicy false where Vite serves the client: it writes scripts into the page
 */
export function securityHeaders(origins: ReadonlySet<string>, withPolicy: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const headers = c.res.headers;
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Referrer-Policy', 'same-origin');
    headers.set('X-Frame-Options', 'DENY');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (withPolicy) headers.set('Content-Security-Policy', contentSecurityPolicy(origins));
    const isSecure = [...origins].every((origin) => origin.startsWith('https:'));
    if (isSecure) headers.set('Strict-Transport-Security', 'max-age=31536000');
  };
}
