import { createRoute } from '@hono/zod-openapi';
import {
  guestAdmitSchema,
  guestCloseSchema,
  guestDoorSchema,
  guestListSchema,
  guestRemoveSchema,
} from '../../../shared/protocol/guests.ts';
import { admitGuests } from '../../services/guests/admitGuests.ts';
import { listGuests } from '../../services/guests/listGuests.ts';
import { openGuestCode, setGuestDoor } from '../../services/guests/openGuestCode.ts';
import { closeGuestCode, removeGuests } from '../../services/guests/removeGuests.ts';
import { apiRouter, boardIdParam, jsonAnswer, jsonBody, problems } from '../apiRouter.ts';
import { requirePerson } from '../session.ts';

const guests = jsonAnswer(guestListSchema, 'The code that is open, and the guests');

const list = createRoute({
  method: 'get',
  path: '/boards/{boardId}/guests',
  description: 'Who came in by the code. Facilitators only, as all of this.',
  request: { params: boardIdParam },
  responses: { 200: guests, ...problems },
});
const open = createRoute({
  method: 'post',
  path: '/boards/{boardId}/guest-code',
  description: 'Opens the board to guests with a new code; one that was open works no more.',
  request: { params: boardIdParam, ...jsonBody(guestDoorSchema) },
  responses: { 200: guests, ...problems },
});
const door = createRoute({
  method: 'patch',
  path: '/boards/{boardId}/guest-code',
  description: 'Says whether guests who come from now on wait at the door.',
  request: { params: boardIdParam, ...jsonBody(guestDoorSchema) },
  responses: { 200: guests, ...problems },
});
const close = createRoute({
  method: 'delete',
  path: '/boards/{boardId}/guest-code',
  description: 'Closes the code. Guests who are there stay, or go with it.',
  request: { params: boardIdParam, query: guestCloseSchema },
  responses: { 200: guests, ...problems },
});
const admit = createRoute({
  method: 'post',
  path: '/boards/{boardId}/guests/admit',
  description:
    'Lets guests write as members of their organisation, or in from the door to read: some, or all who wait.',
  request: { params: boardIdParam, ...jsonBody(guestAdmitSchema) },
  responses: { 200: guests, ...problems },
});
const remove = createRoute({
  method: 'post',
  path: '/boards/{boardId}/guests/remove',
  description: 'Ends the sessions of guests at once. Who comes after that waits at the door.',
  request: { params: boardIdParam, ...jsonBody(guestRemoveSchema) },
  responses: { 200: guests, ...problems },
});

export const guestRoutes = apiRouter()
  .openapi(list, async (c) =>
    c.json(await listGuests(c.var.services, requirePerson(c), c.req.valid('param').boardId), 200),
  )
  .openapi(open, async (c) => {
    const person = requirePerson(c);
    const { boardId } = c.req.valid('param');
    await openGuestCode(c.var.services, person, boardId, c.req.valid('json').approval);
    return c.json(await listGuests(c.var.services, person, boardId), 200);
  })
  .openapi(door, async (c) => {
    const person = requirePerson(c);
    const { boardId } = c.req.valid('param');
    await setGuestDoor(c.var.services, person, boardId, c.req.valid('json').approval);
    return c.json(await listGuests(c.var.services, person, boardId), 200);
  })
  .openapi(close, async (c) => {
    const person = requirePerson(c);
    const { boardId } = c.req.valid('param');
    await closeGuestCode(c.var.services, person, boardId, c.req.valid('query').guests);
    return c.json(await listGuests(c.var.services, person, boardId), 200);
  })
  .openapi(admit, async (c) => {
    const person = requirePerson(c);
    const { boardId } = c.req.valid('param');
    await admitGuests(c.var.services, person, boardId, c.req.valid('json'));
    return c.json(await listGuests(c.var.services, person, boardId), 200);
  })
  .openapi(remove, async (c) => {
    const person = requirePerson(c);
    const { boardId } = c.req.valid('param');
    await removeGuests(c.var.services, person, boardId, c.req.valid('json').guestIds);
    return c.json(await listGuests(c.var.services, person, boardId), 200);
  });
