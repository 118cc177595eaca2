import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { COMPRESSION, deflateAhead, sendMessage } from '../../../server/collab/bigMessages.ts';
import { waitFor } from '../../support/waitFor.ts';

/** Around every border: deflating, the three lengths of a frame's head, and where the main thread deflates no more. */
const SIZES = [1, 125, 126, 4_095, 4_096, 40_000, 65_535, 65_536, 70_000, 2 ** 20, 2 ** 20 + 1, 3];

function bytes(size: number, random: boolean): Uint8Array {
  // Random bytes do not get smaller, so that the frames have every length of head too.
  return Uint8Array.from({ length: size }, (_, index) =>
    random ? Math.imul(index + 7, 2654435761) >>> 13 : index >> 6,
  );
}

test.each([
  ['that inflates', true],
  ['that does not', false],
])('S15 a client %s gets every message whole and in order', async (_who, perMessageDeflate) => {
  const server = new WebSocketServer({ port: 0, perMessageDeflate: COMPRESSION });
  const { port } = server.address() as AddressInfo;
  const connected = once(server, 'connection') as Promise<[WebSocket]>;
  const client = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate });
  const received: Uint8Array[] = [];
  client.on('message', (data: Buffer) => received.push(new Uint8Array(data)));
  const [ws] = await connected;
  const sent = SIZES.flatMap((size) => [bytes(size, false), bytes(size, true)]);
  await deflateAhead(sent.at(-5) as Uint8Array);
  let delivered = 0;
  for (const message of sent) {
    sendMessage(ws, message, () => {
      delivered += 1;
    });
  }
  await waitFor('all came', () => received.length === sent.length);
  expect(received.every((message, index) => Buffer.compare(message, sent[index] as Uint8Array) === 0)).toBe(true);
  expect(delivered).toBe(sent.length);
  client.terminate();
  await new Promise((resolve) => server.close(resolve));
});
