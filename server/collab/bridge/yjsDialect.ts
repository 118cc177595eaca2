import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { CLOSE, EDIT_REFUSED } from '../../../shared/protocol/live.ts';
import type { CloseReason } from '../closeReason.ts';
import type { Dialect } from '../dialect.ts';
import { MESSAGE } from '../frame.ts';
import { ownPresence } from './ownPresence.ts';

/** Numbers of the y-websocket protocol. */
const YJS = { sync: 0, awareness: 1, queryAwareness: 3 } as const;
const TOKEN = 0;
const DENIED = 1;
const NOT_TAKEN = 0;
/**
 * Presence of nobody. Programs think that the connection is gone after 30 s without a message, and know no other that
 * says nothing.
 */
const STILL_HERE = new Uint8Array([YJS.awareness, 1, 0]);

/**
 * The y-websocket protocol for one document: the same messages as Hocuspocus' without the document's name, and without
 * those about rights, acknowledgement and the document's end. What has no word in it closes the socket or is left out.
 * @param handshake as the provider's token
 */
export function yjsDialect(documentName: string, handshake: string): Dialect {
  const named = (type: number, write: (encoder: encoding.Encoder) => void): Uint8Array => {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, documentName);
    encoding.writeVarUint(encoder, type);
    write(encoder);
    return encoding.toUint8Array(encoder);
  };
  const own = ownPresence();

  const read = (message: Uint8Array): Uint8Array | undefined => {
    const decoder = decoding.createDecoder(message);
    const type = decoding.readVarUint(decoder);
    if (type === YJS.sync) {
      return named(MESSAGE.sync, (encoder) => encoding.writeUint8Array(encoder, message.subarray(decoder.pos)));
    }
    // Everyone's presence comes unasked.
    if (type === YJS.queryAwareness) return undefined;
    if (type !== YJS.awareness) throw new Error('no message of a client');
    const entry = own(decoding.readVarUint8Array(decoder));
    return entry && named(MESSAGE.awareness, (encoder) => encoding.writeVarUint8Array(encoder, entry));
  };

  return {
    opening: named(MESSAGE.auth, (encoder) => {
      encoding.writeVarUint(encoder, TOKEN);
      encoding.writeVarString(encoder, handshake);
    }),
    read: (message) => {
      try {
        return read(message) ?? 'nothing';
      } catch {
        return 'malformed';
      }
    },
    write,
  };
}

function write(message: Uint8Array): Uint8Array | CloseReason | undefined {
  // The server's own ping names no document.
  if (message.length === 1) return STILL_HERE;
  const decoder = decoding.createDecoder(message);
  decoding.readVarString(decoder);
  const type = decoding.readVarUint(decoder);
  const body = message.subarray(decoder.pos);
  switch (type) {
    case MESSAGE.sync:
    case MESSAGE.syncReply:
      return withType(YJS.sync, body);
    case MESSAGE.awareness:
      return withType(YJS.awareness, body);
    case MESSAGE.auth:
      if (decoding.readVarUint(decoder) !== DENIED) return undefined;
      return { code: CLOSE.noAccess.code, reason: decoding.readVarString(decoder) };
    case MESSAGE.syncStatus:
      return decoding.readVarUint(decoder) === NOT_TAKEN ? EDIT_REFUSED : undefined;
    case MESSAGE.close:
      return CLOSE.restarting;
    default:
      return undefined;
  }
}

function withType(type: number, body: Uint8Array): Uint8Array {
  const message = new Uint8Array(body.length + 1);
  message[0] = type;
  message.set(body, 1);
  return message;
}
