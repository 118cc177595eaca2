import { createRoute, z } from '@hono/zod-openapi';
import { idSchema } from '../../../shared/protocol/api.ts';
import {
  invitationAcceptedSchema,
  invitationAcceptSchema,
  invitationCreatedSchema,
  invitationCreateSchema,
  invitationOfferSchema,
} from '../../../shared/protocol/invitations.ts';
import { acceptInvitation } from '../../services/acceptInvitation.ts';
import { createInvitation } from '../../services/createInvitation.ts';
import { invitationOffer } from '../../services/invitationOffer.ts';
import { renewInvitation } from '../../services/renewInvitation.ts';
import { revokeInvitation } from '../../services/revokeInvitation.ts';
import { shownCreated } from '../../services/shownInvitation.ts';
import { takeLetter } from '../../services/signInLimits.ts';
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
const invitationParam = z.object({ boardId: idSchema, invitationId: idSchema });
const renew = createRoute({
  method: 'post',
  path: '/boards/{boardId}/invitations/{invitationId}/renew',
  description: 'Mails it again, or gives another address; the earlier one lets nobody in any more.',
  request: { params: invitationParam },
  responses: { 200: jsonAnswer(invitationCreatedSchema, 'The invitation'), ...problems },
});
const revoke = createRoute({
  method: 'delete',
  path: '/boards/{boardId}/invitations/{invitationId}',
  request: { params: invitationParam },
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
    const person = requirePerson(c);
    const { boardId } = c.req.valid('param');
    const wanted = c.req.valid('json');
    if (wanted.email !== undefined) takeLetter(c.var.limits, person, wanted.email);
    const made = await createInvitation(c.var.services, person, boardId, wanted);
    return c.json(await shownCreated(c.var.services, person, made), 201);
  })
  .openapi(renew, async (c) => {
    const person = requirePerson(c);
    const { boardId, invitationId } = c.req.valid('param');
    c.var.limits.invitationsByPerson.take(person.id);
    const made = await renewInvitation(c.var.services, person, boardId, invitationId);
    return c.json(await shownCreated(c.var.services, person, made), 200);
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
    if (made) await startSession(c, made, 'signIn.invitation');
    return c.json({ boardId }, 200);
  });
