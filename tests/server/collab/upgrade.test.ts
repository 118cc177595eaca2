import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { SocketIdentity } from '../../../server/collab/liveSocket.ts';
import { acceptUpgrades } from '../../../server/collab/upgrade.ts';

test('who was looked up while the server began to stop is turned away, and does not hold it up', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const sessions = new EventEmitter();
  const entered: SocketIdentity[] = [];
  const upgrades = acceptUpgrades({
    server,
    origins: new Set(['http://bord.test']),
    messageBytes: 1_024,
    doorOf: () => ({
      byCookie: true,
      answersByStatus: false,
      identify: async () => {
        const answered = once(sessions, 'known');
        sessions.emit('asked');
        const [identity] = await answered;
        return identity;
      },
      enter: (_, identity) => void entered.push(identity),
    }),
    refusalFor: () => undefined,
    logger: pino({ level: 'silent' }),
  });
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { origin: 'http://bord.test' });
  const failed = once(socket, 'unexpected-response');
  await once(sessions, 'asked');

  upgrades.stop();
  const closed = new Promise((resolve) => server.close(resolve));
  await upgrades.closed(1_000);
  sessions.emit('known', { userId: 'u', userName: 'U', sessionKey: 's', cookie: '', address: '127.0.0.1' });
  const [, response] = await failed;
  expect(response.statusCode).toBe(503);
  socket.on('error', () => undefined).terminate();
  await closed;
  expect(entered).toEqual([]);
});
