import { MessageType } from '@hocuspocus/provider';
import { createDecoder, readVarInt, readVarString, readVarUint } from 'lib0/decoding';

/** The head of a message of the engine. */
interface WireFrame {
  readonly name: string;
  readonly type: number;
  /** True for a sync status that says no. */
  readonly isRefusal: boolean;
}

/** Reads which document a message is about and what it is; undefined for a ping. */
export function readWireFrame(data: ArrayBuffer): WireFrame | undefined {
  // A ping is the bare type, without a document's name.
  if (data.byteLength <= 1) return undefined;
  const decoder = createDecoder(new Uint8Array(data));
  const name = readVarString(decoder);
  const type = readVarUint(decoder);
  return { name, type, isRefusal: type === MessageType.SyncStatus && readVarInt(decoder) === 0 };
}
