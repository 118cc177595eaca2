import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../support/server.ts';
import { waitFor } from '../../support/waitFor.ts';

const DRIBBLE_MS = 20;
const SOCKETS = 300;

describe('clients that never finish what they begin', () => {
  let server: TestServer;
  const made: { readonly socket: Socket; readonly timer: NodeJS.Timeout }[] = [];
  beforeAll(async () => {
    server = await startServer({ database: 'sqlite', http: { headersMs: 400, requestMs: 800, checkMs: 50 } });
  });
  afterEach(() => {
    for (const { socket, timer } of made.splice(0)) {
      clearInterval(timer);
      socket.destroy();
    }
  });
  afterAll(() => server.close());

  /** Sends the beginning at once and then, for ever, one more byte; never closes its own half. */
  function dribble(beginning: string, byte: string): Socket & { answer: string } {
    const { port } = new URL(server.url);
    const socket = Object.assign(connect({ port: Number(port), host: '127.0.0.1', allowHalfOpen: true }), {
      answer: '',
    });
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      socket.answer += data;
    });
    if (beginning) socket.write(beginning);
    const timer = setInterval(() => byte && socket.writable && socket.write(byte), DRIBBLE_MS);
    made.push({ socket, timer });
    return socket;
  }

  test.each([
    ['says nothing', '', ''],
    ['sends its headers byte by byte', 'GET /healthz HTTP/1.1\r\nX: ', 'x'],
    ['sends header after header', 'GET /healthz HTTP/1.1\r\n', 'a: b\r\n'],
    [
      'never finishes an upgrade',
      'GET /collab HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nX: ',
      'x',
    ],
    [
      'sends its body byte by byte',
      'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n{',
      ' ',
    ],
  ])('one that %s is told off and let go', async (_what, beginning, byte) => {
    const socket = dribble(beginning, byte);
    await once(socket, 'end');
    if (beginning.startsWith('GET')) expect(socket.answer).toMatch(/^HTTP\/1\.1 (408|431) /);
    // Its own half may stay open as long as it likes: what it writes is answered by a reset.
    await waitFor('its writing fails', () => {
      socket.write('x');
      return socket.destroyed || socket.errored !== null;
    });
  });

  test(`${SOCKETS} of them at once keep nobody waiting`, async () => {
    const slow = Array.from({ length: SOCKETS }, () =>
      dribble('GET /collab HTTP/1.1\r\nUpgrade: websocket\r\nX: ', 'x'),
    );
    await waitFor('all are connected', () => slow.every((socket) => !socket.connecting));
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await waitFor('all are let go', () => slow.every(({ readableEnded, destroyed }) => readableEnded || destroyed));
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  test('headers without end are refused before they are complete', async () => {
    const socket = dribble(`GET /healthz HTTP/1.1\r\nX: ${'x'.repeat(40_000)}`, 'x');
    await once(socket, 'end');
    expect(socket.answer).toMatch(/^HTTP\/1\.1 431 /);
  });
});
