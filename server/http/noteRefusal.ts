import type { Context } from 'hono';
import { routePath } from 'hono/route';
import type { ProblemCode } from '../../shared/protocol/api.ts';
import { actingFor } from '../services/audit/actingFor.ts';
import type { Audit } from '../services/audit/audit.ts';
import { STRANGER } from '../services/audit/auditEvent.ts';
import { clientAddress } from './clientAddress.ts';
import type { Env } from './requestContext.ts';

/**
 * Tells the log of what someone was not allowed to ask. By the route's template, never by the address: that may hold a
 * link's token.
 */
export function noteRefusal(c: Context<Env>, code: ProblemCode, audit: Audit, trustedProxies: number): void {
  const route = routePath(c);
  // To who may not see that a page is there, it is not there.
  const isHidden = code === 'notFound' && route.includes('/admin/') && c.var.signedIn !== undefined;
  if (code !== 'notAllowed' && !isHidden) return;
  // Of an address that came in by another site nothing is known to be a board.
  const boardId = c.var.signedIn ? c.req.param('boardId') : undefined;
  const detail = { method: c.req.method, route };
  // A request of another site is refused before anything else is done.
  actingFor({ address: c.var.address ?? clientAddress(c.env.incoming, trustedProxies) }, () =>
    audit.noteOften({
      action: 'refused.request',
      actor: c.var.signedIn?.person ?? STRANGER,
      boardId,
      result: 'refused',
      detail,
    }),
  );
}
