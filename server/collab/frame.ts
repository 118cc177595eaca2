import * as decoding from 'lib0/decoding';
import { isUpdate } from './updateVerdict.ts';

/** Numbers of the Hocuspocus protocol. */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  syncReply: 4,
  stateless: 5,
  close: 7,
  syncStatus: 8,
} as const;
const SYNC_KINDS = ['step1', 'step2', 'update'] as const;

/** What a client's message is about. */
export interface Frame {
  /** Document name, with the session behind a NUL where the provider has one. Answers go to this address. */
  readonly address: string;
  readonly documentName: string;
  readonly kind: 'auth' | 'step1' | 'step2' | 'update' | 'awareness' | 'close' | 'ignored';
  /** Content of `awareness`. */
  readonly payload?: Uint8Array;
}

/** Reads the head of a client's message; undefined when it is malformed or nothing that a client may send. */
export function readFrame(bytes: Uint8Array): Frame | undefined {
  try {
    const decoder = decoding.createDecoder(bytes);
    const address = decoding.readVarString(decoder);
    const [documentName = ''] = address.split('\0', 1);
    const type = decoding.readVarUint(decoder);
    switch (type) {
      case MESSAGE.sync:
      case MESSAGE.syncReply: {
        const kind = SYNC_KINDS[decoding.readVarUint(decoder)];
        const payload = decoding.readVarUint8Array(decoder);
        // A payload that claims more or less than the message holds would make the engine read beside it.
        if (!kind || decoder.pos !== bytes.length || payload.length > bytes.length) return undefined;
        if (kind === 'step1' && !isStateVector(payload)) return undefined;
        // The engine reads a client's state even where its sender may only read, and prints what it stumbles over.
        if (kind === 'step2' && !isUpdate(payload.slice())) return undefined;
        return { address, documentName, kind };
      }
      case MESSAGE.awareness:
        return { address, documentName, kind: 'awareness', payload: decoding.readVarUint8Array(decoder) };
      case MESSAGE.auth:
        // Only a token comes from a client.
        return decoding.readVarUint(decoder) === 0 ? { address, documentName, kind: 'auth' } : undefined;
      case MESSAGE.close:
        return { address, documentName, kind: 'close' };
      case MESSAGE.queryAwareness:
      case MESSAGE.stateless:
        return { address, documentName, kind: 'ignored' };
      default:
        return undefined;
    }
  } catch {
    return undefined;
  }
}

const AUTH_DENIED = 1;

/** Reads from the server's own message whether it denies a document, and why. */
export function readDenial(bytes: Uint8Array): { readonly address: string; readonly reason: string } | undefined {
  const decoder = decoding.createDecoder(bytes);
  const address = decoding.readVarString(decoder);
  if (decoding.readVarUint(decoder) !== MESSAGE.auth || decoding.readVarUint(decoder) !== AUTH_DENIED) return undefined;
  return { address, reason: decoding.readVarString(decoder) };
}

function isStateVector(bytes: Uint8Array): boolean {
  const decoder = decoding.createDecoder(bytes);
  for (let left = decoding.readVarUint(decoder); left > 0; left -= 1) {
    decoding.readVarUint(decoder);
    decoding.readVarUint(decoder);
  }
  return decoder.pos === bytes.length;
}
