import { createRoute, z } from '@hono/zod-openapi';
import { idSchema } from '../../../shared/protocol/api.ts';
import { draftReadersSchema } from '../../../shared/protocol/drafts.ts';
import { listDraftReaders, setDraftReader } from '../../services/drafts/draftReaders.ts';
import { shareActivity } from '../../services/drafts/shareActivity.ts';
import { apiRouter, boardIdParam, jsonAnswer, problems } from '../apiRouter.ts';
import { requirePerson } from '../session.ts';

const nothing = { description: 'Done' } as const;
const readerParam = z.object({ boardId: idSchema, userId: idSchema });

const list = createRoute({
  method: 'get',
  path: '/boards/{boardId}/drafts/readers',
  request: { params: boardIdParam },
  responses: { 200: jsonAnswer(draftReadersSchema, "Who sees the drafts of the caller's organisation"), ...problems },
});
const admit = createRoute({
  method: 'put',
  path: '/boards/{boardId}/drafts/readers/{userId}',
  description: "Lets a colleague see the organisation's drafts. Only who sees them may.",
  request: { params: readerParam },
  responses: { 204: nothing, ...problems },
});
const shutOut = createRoute({
  method: 'delete',
  path: '/boards/{boardId}/drafts/readers/{userId}',
  description: "A colleague no longer sees the organisation's drafts. Only who sees them may.",
  request: { params: readerParam },
  responses: { 204: nothing, ...problems },
});
const share = createRoute({
  method: 'post',
  path: '/boards/{boardId}/drafts/{activityId}/share',
  description: "Shows a card of the organisation's draft to everyone on the board.",
  request: { params: z.object({ boardId: idSchema, activityId: idSchema }) },
  responses: { 204: nothing, ...problems },
});

export const draftRoutes = apiRouter()
  .openapi(list, async (c) =>
    c.json(await listDraftReaders(c.var.services, requirePerson(c), c.req.valid('param').boardId), 200),
  )
  .openapi(admit, async (c) => {
    const { boardId, userId } = c.req.valid('param');
    await setDraftReader(c.var.services, requirePerson(c), boardId, userId, true);
    return c.body(null, 204);
  })
  .openapi(shutOut, async (c) => {
    const { boardId, userId } = c.req.valid('param');
    await setDraftReader(c.var.services, requirePerson(c), boardId, userId, false);
    return c.body(null, 204);
  })
  .openapi(share, async (c) => {
    const { boardId, activityId } = c.req.valid('param');
    await shareActivity(c.var.services, requirePerson(c), boardId, activityId);
    return c.body(null, 204);
  });
