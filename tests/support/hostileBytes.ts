import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import type { Dice } from './dice.ts';

const MASK = [1, 2, 3, 4];

/** Bytes below the protocol: what the websocket itself forbids. Each ends the connection. */
const FORBIDDEN: Readonly<Record<string, readonly number[]>> = {
  'not masked': [0x82, 0x01, 0x00],
  'reserved bits': [0xf2, 0x81, ...MASK, 0x00],
  'unknown opcode': [0x83, 0x81, ...MASK, 0x00],
  'a continuation of nothing': [0x80, 0x81, ...MASK, 0x00],
  'a ping in parts': [0x09, 0x80, ...MASK],
  'a ping that is too long': [0x89, 0xfe, 0x00, 0x7e, ...MASK],
  'a length beyond numbers': [0x82, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, ...MASK],
  'a closing code that is none': [0x88, 0x82, ...MASK, 0x01, 0x02],
};

/** Writes past the client's own websocket. Gives the kind. */
export function sendForbidden(ws: WebSocket, dice: Dice): string {
  const kind = dice.pick(Object.keys(FORBIDDEN));
  const socket = Reflect.get(ws, '_socket') as Duplex | undefined;
  socket?.write(Uint8Array.from(FORBIDDEN[kind] ?? []));
  return `websocket: ${kind}`;
}
