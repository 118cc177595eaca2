import { createRoute, z } from '@hono/zod-openapi';
import { idSchema } from '../../../shared/protocol/api.ts';
import { transferCreateSchema, transferDeclineSchema, transferListSchema } from '../../../shared/protocol/transfers.ts';
import { askTransfer } from '../../services/transfers/askTransfer.ts';
import { acceptTransfer, declineTransfer, withdrawTransfer } from '../../services/transfers/decideTransfer.ts';
import { listTransfers } from '../../services/transfers/listTransfers.ts';
import { apiRouter, boardIdParam, jsonAnswer, jsonBody, problems } from '../apiRouter.ts';
import { requirePerson } from '../session.ts';

const transferParam = z.object({ boardId: idSchema, transferId: idSchema });
const all = jsonAnswer(transferListSchema, 'The requests of the board: those that are open, then the newest others');

const list = createRoute({
  method: 'get',
  path: '/boards/{boardId}/transfers',
  request: { params: boardIdParam },
  responses: { 200: all, ...problems },
});
const ask = createRoute({
  method: 'post',
  path: '/boards/{boardId}/transfers',
  description:
    'Asks to hand over, merge or split activities, or to undo that. Done at once where nobody has to accept.',
  request: { params: boardIdParam, ...jsonBody(transferCreateSchema) },
  responses: { 201: all, ...problems },
});
const accept = createRoute({
  method: 'post',
  path: '/boards/{boardId}/transfers/{transferId}/accept',
  description: 'Accepts for one’s organisation; a facilitator for all.',
  request: { params: transferParam },
  responses: { 200: all, ...problems },
});
const decline = createRoute({
  method: 'post',
  path: '/boards/{boardId}/transfers/{transferId}/decline',
  request: { params: transferParam, ...jsonBody(transferDeclineSchema) },
  responses: { 200: all, ...problems },
});
const withdraw = createRoute({
  method: 'post',
  path: '/boards/{boardId}/transfers/{transferId}/withdraw',
  request: { params: transferParam },
  responses: { 200: all, ...problems },
});

export const transferRoutes = apiRouter()
  .openapi(list, async (c) => {
    const { boardId } = c.req.valid('param');
    return c.json({ transfers: await listTransfers(c.var.services, requirePerson(c), boardId) }, 200);
  })
  .openapi(ask, async (c) => {
    const person = requirePerson(c);
    const { boardId } = c.req.valid('param');
    c.var.limits.transfersByPerson.take(person.id);
    await askTransfer(c.var.services, person, boardId, c.req.valid('json'));
    return c.json({ transfers: await listTransfers(c.var.services, person, boardId) }, 201);
  })
  .openapi(accept, async (c) => {
    const person = requirePerson(c);
    const { boardId, transferId } = c.req.valid('param');
    c.var.limits.transfersByPerson.take(person.id);
    await acceptTransfer(c.var.services, person, boardId, transferId);
    return c.json({ transfers: await listTransfers(c.var.services, person, boardId) }, 200);
  })
  .openapi(decline, async (c) => {
    const person = requirePerson(c);
    const { boardId, transferId } = c.req.valid('param');
    c.var.limits.transfersByPerson.take(person.id);
    await declineTransfer(c.var.services, person, boardId, transferId, c.req.valid('json').reason);
    return c.json({ transfers: await listTransfers(c.var.services, person, boardId) }, 200);
  })
  .openapi(withdraw, async (c) => {
    const person = requirePerson(c);
    const { boardId, transferId } = c.req.valid('param');
    c.var.limits.transfersByPerson.take(person.id);
    await withdrawTransfer(c.var.services, person, boardId, transferId);
    return c.json({ transfers: await listTransfers(c.var.services, person, boardId) }, 200);
  });
