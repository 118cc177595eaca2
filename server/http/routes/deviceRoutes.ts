import { createRoute, z } from '@hono/zod-openapi';
import { idSchema } from '../../../shared/protocol/api.ts';
import { deviceListSchema } from '../../../shared/protocol/devices.ts';
import { endAllDevices } from '../../services/devices/endAllDevices.ts';
import { endDevice } from '../../services/devices/endDevice.ts';
import { listDevices } from '../../services/devices/listDevices.ts';
import { apiRouter, jsonAnswer, problems } from '../apiRouter.ts';
import { requirePerson, requireSession } from '../session.ts';

const nothing = { description: 'Done' } as const;

const list = createRoute({
  method: 'get',
  path: '/session/devices',
  responses: { 200: jsonAnswer(deviceListSchema, 'Where the caller is signed in'), ...problems },
});
const end = createRoute({
  method: 'delete',
  path: '/session/devices/{deviceId}',
  request: { params: z.object({ deviceId: idSchema }) },
  responses: { 204: nothing, ...problems },
});
const endAll = createRoute({
  method: 'delete',
  path: '/session/devices',
  description: 'Signs the caller out everywhere, here too.',
  responses: { 204: nothing, ...problems },
});

export const deviceRoutes = apiRouter()
  .openapi(list, async (c) => c.json({ devices: await listDevices(c.var.services, requireSession(c)) }, 200))
  .openapi(end, async (c) => {
    await endDevice(c.var.services, requirePerson(c), c.req.valid('param').deviceId);
    return c.body(null, 204);
  })
  .openapi(endAll, async (c) => {
    await endAllDevices(c.var.services, requirePerson(c));
    c.header('Set-Cookie', c.var.services.sessions.emptyCookie());
    return c.body(null, 204);
  });
