import { createRoute, z } from '@hono/zod-openapi';
import {
  accessTokenCreatedSchema,
  accessTokenCreateSchema,
  accessTokenListSchema,
  idSchema,
} from '../../../shared/protocol/api.ts';
import { createAccessToken } from '../../services/createAccessToken.ts';
import { listAccessTokens } from '../../services/listAccessTokens.ts';
import { revokeAccessToken } from '../../services/revokeAccessToken.ts';
import { apiRouter, boardIdParam, jsonAnswer, jsonBody, problems } from '../apiRouter.ts';
import { requirePerson } from '../session.ts';

const list = createRoute({
  method: 'get',
  path: '/boards/{boardId}/tokens',
  description: 'Tokens with which other programs may come to this board. Facilitators only.',
  request: { params: boardIdParam },
  responses: { 200: jsonAnswer(accessTokenListSchema, 'Tokens that work, newest first'), ...problems },
});
const create = createRoute({
  method: 'post',
  path: '/boards/{boardId}/tokens',
  request: { params: boardIdParam, ...jsonBody(accessTokenCreateSchema) },
  responses: { 201: jsonAnswer(accessTokenCreatedSchema, 'The token; it is shown here only'), ...problems },
});
const revoke = createRoute({
  method: 'delete',
  path: '/boards/{boardId}/tokens/{tokenId}',
  description: 'Ends a token at once; programs that are connected with it are closed.',
  request: { params: z.object({ boardId: idSchema, tokenId: idSchema }) },
  responses: { 204: { description: 'Done' }, ...problems },
});

export const accessTokenRoutes = apiRouter()
  .openapi(list, async (c) => {
    const { boardId } = c.req.valid('param');
    return c.json({ tokens: await listAccessTokens(c.var.services, requirePerson(c), boardId) }, 200);
  })
  .openapi(create, async (c) => {
    const person = requirePerson(c);
    const { boardId } = c.req.valid('param');
    c.var.limits.tokensByPerson.take(person.id);
    return c.json(await createAccessToken(c.var.services, person, boardId, c.req.valid('json')), 201);
  })
  .openapi(revoke, async (c) => {
    const { boardId, tokenId } = c.req.valid('param');
    await revokeAccessToken(c.var.services, requirePerson(c), boardId, tokenId);
    return c.body(null, 204);
  });
