import { createRoute } from '@hono/zod-openapi';
import { auditPageSchema, auditQuerySchema, rightsOverviewSchema } from '../../../shared/protocol/audit.ts';
import { boardAudit } from '../../services/audit/boardAudit.ts';
import { rightsOverview } from '../../services/rightsOverview.ts';
import { apiRouter, boardIdParam, jsonAnswer, problems } from '../apiRouter.ts';
import { requirePerson } from '../session.ts';

const log = createRoute({
  method: 'get',
  path: '/boards/{boardId}/audit',
  description: 'Who did what on this board, newest first: rights, refusals and programs. Facilitators only.',
  request: { params: boardIdParam, query: auditQuerySchema },
  responses: { 200: jsonAnswer(auditPageSchema, 'A page of the log'), ...problems },
});
const rights = createRoute({
  method: 'get',
  path: '/boards/{boardId}/rights',
  description: 'Everyone on the board with role and last sign-in, open invitations and tokens. Facilitators only.',
  request: { params: boardIdParam },
  responses: { 200: jsonAnswer(rightsOverviewSchema, 'The rights of now'), ...problems },
});

export const auditRoutes = apiRouter()
  .openapi(log, async (c) => {
    const { boardId } = c.req.valid('param');
    return c.json(await boardAudit(c.var.services, requirePerson(c), boardId, c.req.valid('query')), 200);
  })
  .openapi(rights, async (c) => {
    const { boardId } = c.req.valid('param');
    return c.json(await rightsOverview(c.var.services, requirePerson(c), boardId), 200);
  });
