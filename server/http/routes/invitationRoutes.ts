import { createRoute, z } from '@hono/zod-openapi';
import {
  idSchema,
  invitationAcceptedSchema,
  invitationAcceptSchema,
  invitationCreatedSchema,
  invitationCreateSchema,
  invitationOfferSchema,
} from '../../../shared/protocol/api.ts';
import { acceptInvitation } from '../../services/acceptInvitation.ts';
import { createInvitation } from '../../services/createInvitation.ts';
import { invitationOffer } from '../../services/invitationOffer.ts';
import { revokeInvitation } from '../../services/revokeInvitation.ts';
import { apiRouter, boardIdParam, jsonAnswer, jsonBody, problems, tokenParam } from '../apiRouter.ts';
import { accountOf, requirePerson, startSession } from '../session.ts';

const create = createRoute({
  method: 'post',
  path: '/boards/{boardId}/invitations',
  request: { params: boardIdParam, ...jsonBody(invitationCreateSchema) },
  responses: {
    201: jsonAnswer(invitationCreatedSchema, 'The invitation; its address is shown here only'),
    ...problems,
  },
});
const revoke = createRoute({
  method: 'delete',
  path: '/boards/{boardId}/invitations/{invitationId}',
  request: { params: z.object({ boardId: idSchema, invitationId: idSchema }) },
  responses: { 204: { description: 'Done' }, ...problems },
});
const offer = createRoute({
  method: 'get',
  path: '/invitations/{token}',
  description: 'What an invitation offers. Changes nothing.',
  request: { params: tokenParam },
  responses: { 200: jsonAnswer(invitationOfferSchema, 'The offer'), ...problems },
});
const accept = createRoute({
  method: 'post',
  path: '/invitations/{token}',
  description: 'Joins the board. Who is not signed in gives a name, gets an account and is signed in.',
  request: { params: tokenParam, ...jsonBody(invitationAcceptSchema) },
  responses: { 200: jsonAnswer(invitationAcceptedSchema, 'The board'), ...problems },
});

export const invitationRoutes = apiRouter()
  .openapi(create, async (c) => {
    const { boardId } = c.req.valid('param');
    const made = await createInvitation(c.var.services, requirePerson(c), boardId, c.req.valid('json'));
    const { id, role, createdAt, expiresAt, used } = made.row;
    return c.json({ id, organisation: made.organisation, role, createdAt, expiresAt, used, url: made.url }, 201);
  })
  .openapi(revoke, async (c) => {
    const { boardId, invitationId } = c.req.valid('param');
    await revokeInvitation(c.var.services, requirePerson(c), boardId, invitationId);
    return c.body(null, 204);
  })
  .openapi(offer, async (c) => {
    const { token } = c.req.valid('param');
    return c.json(await invitationOffer(c.var.services, accountOf(c), token), 200);
  })
  .openapi(accept, async (c) => {
    const { token } = c.req.valid('param');
    const coming = { token, newcomer: c.req.valid('json'), address: c.var.address };
    const { boardId, made } = await acceptInvitation(c.var.services, c.var.limits, coming, accountOf(c));
    if (made) await startSession(c, made);
    return c.json({ boardId }, 200);
  });
