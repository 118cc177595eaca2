import { promisify } from 'node:util';
import { constants, deflateRaw, deflateRawSync } from 'node:zlib';
import type { WebSocket } from 'ws';

/** Bytes from which deflating pays, and up to which it may hold up everyone else: level 1 takes 20 ms for a MB. */
const DEFLATED = { from: 4 * 1024, to: 1024 * 1024 };
/** Of a board's state level 1 leaves 26 %; the usual 6 leaves 22 % and takes four times as long. */
const OPTIONS = { level: 1, finishFlush: constants.Z_SYNC_FLUSH } as const;
/** Every flush ends so, and the websocket's messages leave it out (RFC 7692, 7.2.1). */
const TAIL_BYTES = 4;
/** First byte of a frame: the last of its message, binary; and the same, deflated. */
const WHOLE_BINARY = 0b1000_0010;
const WHOLE_DEFLATED_BINARY = 0b1100_0010;

/**
 * What `WebSocketServer` agrees with a client that can inflate. It never deflates itself: that would keep a deflater of
 * a quarter of a MB for every connection, and deflate a state again for each who joins. `maxPayload` counts what a
 * message becomes, so a small one cannot grow without end.
 */
export const COMPRESSION = {
  threshold: Number.MAX_SAFE_INTEGER,
  serverNoContextTakeover: true,
  clientNoContextTakeover: true,
  zlibInflateOptions: { chunkSize: 4 * 1024 },
};

/** The part of a websocket that sends a frame as it is. The version of ws is fixed. */
interface Inside {
  readonly _sender: { readonly sendFrame: (frame: readonly Buffer[], sent?: () => void) => void };
}

/** By the message itself: what goes to many is deflated once. */
const deflatedOf = new WeakMap<Uint8Array, Buffer>();

/** The newest small message and its frame: what goes to a whole room is framed once. */
let framed: { readonly message: Uint8Array; readonly frame: Buffer } | undefined;

/** Sends a message, deflated where it is big and the other side agreed to it. Its bytes may not change afterwards. */
export function sendMessage(ws: WebSocket, message: Uint8Array, sent?: () => void): void {
  if (ws.readyState !== ws.OPEN) {
    ws.send(message, sent);
    return;
  }
  const { _sender: sender } = ws as unknown as Inside;
  if (message.length < DEFLATED.from) {
    sender.sendFrame([frameOf(message)], sent);
    return;
  }
  const deflated = canInflate(ws) ? deflatedNow(message) : undefined;
  if (deflated) sender.sendFrame([headOf(WHOLE_DEFLATED_BINARY, deflated), deflated], sent);
  else ws.send(message, sent);
}

/** In one piece: ws would make head and message anew for each who gets it, and write them as two. */
function frameOf(message: Uint8Array): Buffer {
  if (framed?.message !== message) {
    framed = { message, frame: Buffer.concat([headOf(WHOLE_BINARY, message), message]) };
  }
  return framed.frame;
}

/** Deflates a message of any size, off the main thread, for when it is sent. */
export async function deflateAhead(message: Uint8Array): Promise<void> {
  if (message.length < DEFLATED.from) return;
  deflatedOf.set(message, withoutTail(await promisify(deflateRaw)(message, OPTIONS)));
}

function deflatedNow(message: Uint8Array): Buffer | undefined {
  const known = deflatedOf.get(message);
  if (known || message.length > DEFLATED.to) return known;
  const deflated = withoutTail(deflateRawSync(message, OPTIONS));
  deflatedOf.set(message, deflated);
  return deflated;
}

function withoutTail(deflated: Buffer): Buffer {
  return deflated.subarray(0, deflated.length - TAIL_BYTES);
}

/** A frame's first bytes (RFC 6455, 5.2); a server's is not masked. */
function headOf(first: number, { length }: Uint8Array): Buffer {
  if (length < 126) return Buffer.from([first, length]);
  if (length < 2 ** 16) return Buffer.from([first, 126, length >> 8, length & 0xff]);
  const head = Buffer.alloc(10);
  head.set([first, 127]);
  head.writeUInt32BE(length, 6);
  return head;
}

function canInflate(ws: WebSocket): boolean {
  return ws.extensions.includes('permessage-deflate');
}
