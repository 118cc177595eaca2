import { createRoute, z } from '@hono/zod-openapi';
import { idSchema } from '../../../shared/protocol/api.ts';
import { hatSchema, participantChangeSchema, peopleSchema } from '../../../shared/protocol/people.ts';
import { appointContact } from '../../services/appointContact.ts';
import { changeHat } from '../../services/changeHat.ts';
import { changeRole } from '../../services/changeRole.ts';
import { listPeople } from '../../services/listPeople.ts';
import { removeParticipant } from '../../services/removeParticipant.ts';
import { apiRouter, boardIdParam, jsonAnswer, jsonBody, problems } from '../apiRouter.ts';
import { requirePerson } from '../session.ts';

const nothing = { description: 'Done' } as const;
const participantParam = z.object({ boardId: idSchema, userId: idSchema });

const list = createRoute({
  method: 'get',
  path: '/boards/{boardId}/people',
  request: { params: boardIdParam },
  responses: { 200: jsonAnswer(peopleSchema, 'Everyone on the board'), ...problems },
});
const change = createRoute({
  method: 'patch',
  path: '/boards/{boardId}/people/{userId}',
  request: { params: participantParam, ...jsonBody(participantChangeSchema) },
  responses: { 204: nothing, ...problems },
});
const hat = createRoute({
  method: 'put',
  path: '/boards/{boardId}/hat',
  description: 'For which of their organisations the caller goes on.',
  request: { params: boardIdParam, ...jsonBody(hatSchema) },
  responses: { 204: nothing, ...problems },
});
const remove = createRoute({
  method: 'delete',
  path: '/boards/{boardId}/people/{userId}',
  description: 'Takes someone off the board; everyone may take themselves off.',
  request: { params: participantParam },
  responses: { 204: nothing, ...problems },
});

export const peopleRoutes = apiRouter()
  .openapi(list, async (c) =>
    c.json(await listPeople(c.var.services, requirePerson(c), c.req.valid('param').boardId), 200),
  )
  .openapi(change, async (c) => {
    const { boardId, userId } = c.req.valid('param');
    const { role, isContact } = c.req.valid('json');
    const person = requirePerson(c);
    if (role !== undefined) await changeRole(c.var.services, person, boardId, userId, role);
    if (isContact !== undefined) await appointContact(c.var.services, person, boardId, userId, isContact);
    return c.body(null, 204);
  })
  .openapi(hat, async (c) => {
    const { boardId } = c.req.valid('param');
    await changeHat(c.var.services, requirePerson(c), boardId, c.req.valid('json').organisationId);
    return c.body(null, 204);
  })
  .openapi(remove, async (c) => {
    const { boardId, userId } = c.req.valid('param');
    await removeParticipant(c.var.services, requirePerson(c), boardId, userId);
    return c.body(null, 204);
  });
