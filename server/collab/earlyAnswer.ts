import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { StoredDocument } from '../db/storedDocument.ts';
import { deflateAhead } from './bigMessages.ts';
import { MESSAGE } from './frame.ts';

const inflated = promisify(inflateRaw);

/** Merging is slower than replaying from some hundreds of rows on; documents get a snapshot before that. */
const MERGED_ROWS = 200;
const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** What a client that starts from nothing is sent while the document is brought into memory. */
export interface EarlyAnswer {
  /** Whole messages, for whoever opened the document under its plain name. */
  readonly messages: readonly Uint8Array[];
  /** Bytes of the state as one update, V1, at most. */
  readonly bytes: number;
  /** State vector of what is sent; known when the document is loaded from the same rows. */
  stateVector: Uint8Array | undefined;
}

/**
 * The stored state as messages, without a document being built. Undefined where there is nothing to send or too much
 * to merge. Throws where rows cannot be merged: then the ordinary way passes over the one that is spoilt.
 */
export async function earlyAnswer(documentName: string, stored: StoredDocument): Promise<EarlyAnswer | undefined> {
  const rows = stored.updates.map(({ update }) => update);
  if (rows.length > MERGED_ROWS) return undefined;
  const parts = [
    ...(stored.snapshot ? [Y.convertUpdateFormatV2ToV1(await inflated(stored.snapshot.state))] : []),
    ...(rows.length > 0 ? [Y.mergeUpdates(rows)] : []),
  ];
  if (parts.length === 0) return undefined;
  // The last part says that this is all: a provider counts as synced from its `step 2` on.
  const messages = parts.map((part, index) =>
    syncMessage(documentName, index === parts.length - 1 ? STEP_2 : UPDATE, part),
  );
  await Promise.all(messages.map(deflateAhead));
  return { messages, bytes: parts.reduce((sum, { length }) => sum + length, 0), stateVector: undefined };
}

/** The client's question again, as one that has got the early answer. */
export function questionAfter(address: string, stateVector: Uint8Array): Uint8Array {
  return syncMessage(address, STEP_1, stateVector);
}

/** Whether a `step 1` message says that its client has nothing yet: its state vector is one byte, a zero. */
export function asksFromNothing(question: Uint8Array): boolean {
  const decoder = decoding.createDecoder(question);
  decoding.readVarString(decoder);
  // Type, kind, length, zero.
  return question.length - decoder.pos === 4;
}

function syncMessage(address: string, kind: number, payload: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, address);
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
}
