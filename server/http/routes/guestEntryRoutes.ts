import { createRoute, z } from '@hono/zod-openapi';
import {
  guestClaimedSchema,
  guestClaimSchema,
  guestJoinedSchema,
  guestJoinSchema,
  guestOfferSchema,
  ownGuestSchema,
} from '../../../shared/protocol/guests.ts';
import { claimGuests } from '../../services/guests/claimGuests.ts';
import { guestOffer } from '../../services/guests/guestOffer.ts';
import { joinAsGuest } from '../../services/guests/joinAsGuest.ts';
import { ownGuest } from '../../services/guests/ownGuest.ts';
import { apiRouter, jsonAnswer, jsonBody, problems } from '../apiRouter.ts';
import { requirePerson, requireSession, startGuestSession } from '../session.ts';

const codeParam = z.object({ code: z.string().min(1).max(40) });

const offer = createRoute({
  method: 'get',
  path: '/guest-codes/{code}',
  description: 'What a code opens. Changes nothing.',
  request: { params: codeParam },
  responses: { 200: jsonAnswer(guestOfferSchema, 'The board and its organisations'), ...problems },
});
const join = createRoute({
  method: 'post',
  path: '/guest-codes/{code}',
  description: 'Comes in as a guest, and sets a session cookie that ends within twelve hours.',
  request: { params: codeParam, ...jsonBody(guestJoinSchema) },
  responses: { 200: jsonAnswer(guestJoinedSchema, 'The board, and a token that is shown here only'), ...problems },
});
const own = createRoute({
  method: 'get',
  path: '/guest',
  responses: { 200: jsonAnswer(ownGuestSchema, 'The guest who asks'), ...problems },
});
const claim = createRoute({
  method: 'post',
  path: '/guest-claims',
  description: 'Gives this account what guests wrote whose tokens it holds. Once; it gives no right on a board.',
  request: jsonBody(guestClaimSchema),
  responses: { 200: jsonAnswer(guestClaimedSchema, "What is this account's now"), ...problems },
});

export const guestEntryRoutes = apiRouter()
  .openapi(offer, async (c) => {
    const coming = { code: c.req.valid('param').code, address: c.var.address };
    return c.json(await guestOffer(c.var.services, c.var.limits.guests, coming, c.var.signedIn), 200);
  })
  .openapi(join, async (c) => {
    const coming = { code: c.req.valid('param').code, address: c.var.address, who: c.req.valid('json') };
    const { person, ...joined } = await joinAsGuest(c.var.services, c.var.limits.guests, coming);
    await startGuestSession(c, person);
    return c.json(joined, 200);
  })
  .openapi(own, async (c) => c.json(await ownGuest(c.var.services, requireSession(c)), 200))
  .openapi(claim, async (c) => {
    const { tokens } = c.req.valid('json');
    const claimed = await claimGuests(c.var.services, c.var.limits.guests, requirePerson(c), tokens);
    return c.json({ claimed: [...claimed] }, 200);
  });
