import { createRoute } from '@hono/zod-openapi';
import { templateListSchema } from '../../../shared/protocol/api.ts';
import { templateList } from '../../services/templateList.ts';
import { apiRouter, jsonAnswer, problems } from '../apiRouter.ts';
import { requirePerson } from '../session.ts';

const list = createRoute({
  method: 'get',
  path: '/templates',
  responses: { 200: jsonAnswer(templateListSchema, 'What a board can be made from'), ...problems },
});

export const templateRoutes = apiRouter().openapi(list, async (c) => {
  requirePerson(c);
  return c.json({ templates: await templateList() }, 200);
});
